import { describe, expect, it } from 'vitest';
import { answer } from '../../testing/function-call.ts';

// All answers are those of terraform 1.11.4.
describe('functions of cidr', () => {
  it('numbers hosts from the start and from the end', () => {
    expect(answer('cidrhost("10.12.112.0/20", 16)')).toBe('"10.12.112.16"');
    expect(answer('cidrhost("10.12.112.0/20", -1)')).toBe('"10.12.127.255"');
    expect(answer('cidrhost("fd00:fd12:3456:7890:00a2::/72", 34)')).toBe('"fd00:fd12:3456:7890::22"');
    expect(answer('cidrhost("10.0.0.0/8", 0)')).toBe('"10.0.0.0"');
    expect(answer('cidrhost("2001:db8::/64", -1)')).toBe('"2001:db8::ffff:ffff:ffff:ffff"');
  });
  it('refuses hosts that the network does not have', () => {
    expect(answer('cidrhost("10.0.0.0/30", 4)')).toBe(
      '! Call to function "cidrhost" failed: prefix of 30 does not accommodate a host numbered 4.',
    );
    expect(answer('cidrhost("10.0.0.0/33", 1)')).toBe(
      '! Call to function "cidrhost" failed: invalid CIDR expression: invalid CIDR address: 10.0.0.0/33.',
    );
    expect(answer('cidrhost("10.0.0.0", 1)')).toBe(
      '! Call to function "cidrhost" failed: invalid CIDR expression: invalid CIDR address: 10.0.0.0.',
    );
    expect(answer('cidrhost("10.0.0.0/8", 0.5)')).toBe(
      '! Call to function "cidrhost" failed: value must be a whole number.',
    );
  });
  it('reads leading zeros of IPv4 as decimal', () => {
    expect(answer('cidrhost("010.001.0.0/16", 5)')).toBe('"10.1.0.5"');
    expect(answer('cidrnetmask("010.0.0.0/12")')).toBe('"255.240.0.0"');
  });
  it('cuts subnets', () => {
    expect(answer('cidrsubnet("172.16.0.0/12", 4, 2)')).toBe('"172.18.0.0/16"');
    expect(answer('cidrsubnet("10.1.2.0/24", 4, 15)')).toBe('"10.1.2.240/28"');
    expect(answer('cidrsubnet("fd00:fd12:3456:7890::/56", 16, 162)')).toBe('"fd00:fd12:3456:7800:a200::/72"');
    expect(answer('cidrsubnet("10.0.0.0/8", 0, 0)')).toBe('"10.0.0.0/8"');
    expect(answer('cidrsubnet("2001:db8::/32", 64, 18446744073709551615)')).toBe('"2001:db8:ffff:ffff:ffff:ffff::/96"');
  });
  it('refuses subnets that do not fit', () => {
    expect(answer('cidrsubnet("10.0.0.0/24", 9, 0)')).toBe(
      '! Call to function "cidrsubnet" failed: insufficient address space to extend prefix of 24 by 9.',
    );
    expect(answer('cidrsubnet("10.0.0.0/24", 2, 4)')).toBe(
      '! Call to function "cidrsubnet" failed: prefix extension of 2 does not accommodate a subnet numbered 4.',
    );
    expect(answer('cidrsubnet("10.0.0.0/8", 8, -1)')).toBe('"0.1.0.0/16"');
    expect(answer('cidrsubnet("10.0.0.0/8", -9, 0)')).toBe('"<nil>"');
  });
  it('cuts consecutive subnets of several sizes', () => {
    expect(answer('cidrsubnets("10.1.0.0/16", 4, 4, 8, 4)')).toBe(
      '["10.1.0.0/20","10.1.16.0/20","10.1.32.0/24","10.1.48.0/20"]',
    );
    expect(answer('cidrsubnets("10.0.0.0/8", 8, 16, 8)')).toBe('["10.0.0.0/16","10.1.0.0/24","10.2.0.0/16"]');
    expect(answer('cidrsubnets("fd00::/8", 32, 32)')).toBe('["fd00::/40","fd00:0:100::/40"]');
    expect(answer('cidrsubnets("0.0.0.0/0", 1, 1)')).toBe(
      '! Invalid value for "newbits" parameter: not enough remaining address space for a subnet with a prefix of 1 bits after 128.0.0.0/1.',
    );
    expect(answer('cidrsubnets("10.0.0.0/8")')).toBe('[]');
  });
  it('refuses more subnets than there is room for', () => {
    expect(answer('cidrsubnets("10.0.0.0/30", 1, 1, 1)')).toBe(
      '! Invalid value for "newbits" parameter: not enough remaining address space for a subnet with a prefix of 31 bits after 10.0.0.2/31.',
    );
    expect(answer('cidrsubnets("10.0.0.0/8", 0)')).toBe(
      '! Invalid value for "newbits" parameter: must extend prefix by at least one bit.',
    );
    expect(answer('cidrsubnets("10.0.0.0/8", 33)')).toBe(
      '! Invalid value for "newbits" parameter: may not extend prefix by more than 32 bits.',
    );
    expect(answer('cidrsubnets("10.0.0.0/30", 3)')).toBe(
      '! Invalid value for "newbits" parameter: would extend prefix to 33 bits, which is too long for an IPv4 address.',
    );
  });
  it('writes masks of IPv4 only', () => {
    expect(answer('cidrnetmask("172.16.0.0/12")')).toBe('"255.240.0.0"');
    expect(answer('cidrnetmask("0.0.0.0/0")')).toBe('"0.0.0.0"');
    expect(answer('cidrnetmask("::/8")')).toBe(
      '! Call to function "cidrnetmask" failed: IPv6 addresses cannot have a netmask: ::/8.',
    );
  });
  it('shortens IPv6 addresses as Go does', () => {
    expect(answer('cidrsubnet("2001:db8:0:0:1::/80", 0, 0)')).toBe('"2001:db8:0:0:1::/80"');
    expect(answer('cidrhost("::/0", 1)')).toBe('"::1"');
    expect(answer('cidrhost("1:0:0:2:0:0:0:0/64", 0)')).toBe('"1:0:0:2::"');
    expect(answer('cidrhost("::ffff:10.0.0.0/104", 3)')).toBe('"0:3::ffff:a00:0"');
  });
});
