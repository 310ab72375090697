import { describe, expect, it } from 'vitest';
import { answer } from '../../testing/function-call.ts';

// All answers are those of terraform 1.11.4.
describe('functions of hash', () => {
  it('digests text', () => {
    expect(answer('md5("hello")')).toBe('"5d41402abc4b2a76b9719d911017c592"');
    expect(answer('sha1("héllo")')).toBe('"35b5ea45c5e41f78b46a937cc74d41dfea920890"');
    expect(answer('sha256("")')).toBe('"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"');
    expect(answer('sha512("hello")')).toBe(
      '"9b71d224bd62f3785d96d46ad3ea3d73319bfbc2890caadae2dff72519673ca72323c3d99ba5c11d7c7acc6e14b8c5da0c4663475c2e5c3adef46f73bcdec043"',
    );
    expect(answer('base64sha256("hello")')).toBe('"LPJNul+wow4m6DsqxbninhsWHlwfp0JecwQzYpOLmCQ="');
    expect(answer('base64sha512("")')).toBe(
      '"z4PhNX7vuL3xVChQ1m2AB9Yg5AULVxXcg/SpIdNs6c5H0NE8XYXysP+DGNKHfuwvY7kxvUdBeoGlODJ6+SfaPg=="',
    );
  });
  it('names by RFC 4122', () => {
    expect(answer('uuidv5("dns", "www.terraform.io")')).toBe('"a5008fae-b28c-5ba5-96cd-82b4c53552d6"');
    expect(answer('uuidv5("url", "https://www.terraform.io/")')).toBe('"9db6f67c-dd95-5ea0-aa5b-e70e5c5f7cf5"');
    expect(answer('uuidv5("oid", "1.3.6.1.4")')).toBe('"af9d40a5-7a36-5c07-b23a-851cd99fbfa5"');
    expect(answer('uuidv5("x500", "CN=Example,C=GB")')).toBe('"84e09961-4aa4-57f8-95b7-03edb1073253"');
    expect(answer('uuidv5("6ba7b810-9dad-11d1-80b4-00c04fd430c8", "www.terraform.io")')).toBe(
      '"a5008fae-b28c-5ba5-96cd-82b4c53552d6"',
    );
    expect(answer('uuidv5("{6ba7b810-9dad-11d1-80b4-00c04fd430c8}", "a")')).toBe(
      '"4f3f2898-69e3-5a0d-820a-c4e87987dbce"',
    );
    expect(answer('uuidv5("urn:uuid:6ba7b810-9dad-11d1-80b4-00c04fd430c8", "a")')).toBe(
      '"4f3f2898-69e3-5a0d-820a-c4e87987dbce"',
    );
    expect(answer('uuidv5("6ba7b8109dad11d180b400c04fd430c8", "a")')).toBe('"4f3f2898-69e3-5a0d-820a-c4e87987dbce"');
  });
  it('refuses namespaces that are none', () => {
    expect(answer('uuidv5("constructor", "a")')).toBe(
      `! Call to function "uuidv5" failed: uuidv5() doesn't support namespace constructor (invalid UUID length: 11).`,
    );
    expect(answer('uuidv5("tv", "a")')).toBe(
      `! Call to function "uuidv5" failed: uuidv5() doesn't support namespace tv (invalid UUID length: 2).`,
    );
    expect(answer('uuidv5("6ba7b810-9dad-11d1-80b4-00c04fd430cZ", "a")')).toBe(
      `! Call to function "uuidv5" failed: uuidv5() doesn't support namespace 6ba7b810-9dad-11d1-80b4-00c04fd430cZ (invalid UUID format).`,
    );
  });
});
