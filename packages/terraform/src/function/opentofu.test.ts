import { describe, expect, it } from 'vitest';
import { answer } from '../../testing/function-call.ts';

function inOpenTofu(text: string): string {
  return answer(text, { language: 'opentofu' });
}

describe('functions of OpenTofu', () => {
  it('are unknown to Terraform', () => {
    expect(answer('urldecode("a")')).toContain('There is no function named "urldecode".');
    expect(answer('upper("a")', { language: 'opentofu' })).toBe('"A"');
  });

  it('decode URLs', () => {
    expect(inOpenTofu('urldecode("a+b%26c%3D%C3%A9")')).toBe('"a b&c=é"');
    expect(inOpenTofu('urldecode(urlencode("a b/é?"))')).toBe('"a b/é?"');
    expect(inOpenTofu('urldecode("%zz")')).toContain('invalid URL escape "%zz"');
    expect(inOpenTofu('urldecode("%ff")')).toContain('not valid UTF-8');
  });

  it('unpack gzip', () => {
    expect(inOpenTofu('base64gunzip(base64gzip("hello, hello"))')).toBe('"hello, hello"');
    expect(inOpenTofu('base64gunzip("aGVsbG8=")')).toContain('invalid header or checksum');
    expect(inOpenTofu('base64gunzip("%")')).toContain('failed to decode base64 data');
  });

  it('ask whether a network holds an address or another network', () => {
    expect(inOpenTofu('cidrcontains("192.168.2.0/20", "192.168.2.1")')).toBe('true');
    expect(inOpenTofu('cidrcontains("192.168.2.0/20", "192.168.2.0/22")')).toBe('true');
    expect(inOpenTofu('cidrcontains("192.168.2.0/20", "192.168.2.0/16")')).toBe('false');
    expect(inOpenTofu('cidrcontains("fe80::/48", "fe80::192:168:2:1")')).toBe('true');
    expect(inOpenTofu('cidrcontains("10.0.0.0/8", "fe80::1")')).toContain('address family mismatch');
    expect(inOpenTofu('cidrcontains("10.0.0.0/8", "nothing")')).toContain('invalid IP address or prefix');
  });
});
