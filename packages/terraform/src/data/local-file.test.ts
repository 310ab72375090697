import { describe, expect, it } from 'vitest';
import { inputOf } from '../../testing/body-fixture.ts';
import { computeLocalFile } from './local-file.ts';

describe('local_file', () => {
  it('has the content of the file and its digests', () => {
    const attributes = computeLocalFile(
      inputOf('local_file', { filename: './orders.txt' }, { 'orders.txt': 'orders\n' }),
    );
    const texts = Object.fromEntries(
      [...(attributes ?? [])].map(([name, value]) => [name, value.kind === 'string' && value.value]),
    );
    // Digests by coreutils.
    expect(texts).toEqual({
      content: 'orders\n',
      content_base64: 'b3JkZXJzCg==',
      content_base64sha256: '4LdvsWfGBDpcNGcLpknemCRGjiuUWf8kBaQpUzJB3Cw=',
      content_base64sha512: 'k5aHmyovjOUZyHIErzWiZxHdR2kgHCSNnSWUg3fCJasUiztCG55khu2d1xyZNQzbz6yxaDwkjbCD81/FZ8AZ4Q==',
      content_md5: '554b32984950d5f60dc7d4824a126a5b',
      content_sha1: '7651accba90176735a4bb21f954c4d90cd4be5f0',
      content_sha256: 'e0b76fb167c6043a5c34670ba649de9824468e2b9459ff2405a429533241dc2c',
      content_sha512:
        '9396879b2a2f8ce519c87204af35a26711dd4769201c248d9d25948377c225ab148b3b421b9e6486ed9dd71c99350cdbcfacb1683c248db083f35fc567c019e1',
      id: '7651accba90176735a4bb21f954c4d90cd4be5f0',
    });
  });

  it('marks the content of a sensitive file', () => {
    const input = inputOf('local_sensitive_file', { filename: 'key.pem' }, { 'key.pem': 'material' });
    const attributes = computeLocalFile(input);
    expect(attributes?.get('content')).toMatchObject({ value: 'material', marks: ['sensitive'] });
    expect(attributes?.get('content_base64')).toMatchObject({ marks: ['sensitive'] });
    expect(attributes?.get('content_sha1')).toMatchObject({ marks: undefined });
  });

  it.each([
    ['../../etc/hosts', 'it is outside of the folder that may be read'],
    ['/etc/hosts', 'it is outside of the folder that may be read'],
    ['missing.txt', 'no such file or directory'],
  ])('reports %s, which cannot be read', (filename, reason) => {
    const input = inputOf('local_file', { filename });
    expect(computeLocalFile(input)).toBeUndefined();
    expect(input.diagnostics).toMatchObject([
      { severity: 'warning', detail: `The file "${filename}" of data.local_file.orders cannot be read: ${reason}.` },
    ]);
  });
});
