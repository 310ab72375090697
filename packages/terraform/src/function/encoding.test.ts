import { describe, expect, it } from 'vitest';
import { answer } from '../../testing/function-call.ts';

// All answers are those of terraform 1.11.4.
describe('functions of encoding', () => {
  it('writes and reads base64', () => {
    expect(answer('base64encode("héllo")')).toBe('"aMOpbGxv"');
    expect(answer('base64decode("aMOpbGxv")')).toBe('"héllo"');
    expect(answer('base64decode("YQ=\\n=")')).toBe('"a"');
    expect(answer('base64encode("")')).toBe('""');
  });
  it('refuses base64 that is none', () => {
    expect(answer('base64decode("YQ")')).toBe(
      '! Call to function "base64decode" failed: failed to decode base64 data "YQ".',
    );
    expect(answer('base64decode("YQ==x")')).toBe(
      '! Call to function "base64decode" failed: failed to decode base64 data "YQ==x".',
    );
    expect(answer('base64decode("_w==")')).toBe(
      '! Call to function "base64decode" failed: failed to decode base64 data "_w==".',
    );
    expect(answer('base64decode("/w==")')).toBe(
      '! Call to function "base64decode" failed: the result of decoding the provided string is not valid UTF-8.',
    );
  });
  it('escapes text for URLs', () => {
    expect(answer('urlencode("a b&c=é~-_.*")')).toBe('"a+b%26c%3D%C3%A9~-_.%2A"');
    expect(answer('urlencode("")')).toBe('""');
  });
  it('writes text in other character sets', () => {
    expect(answer('textencodebase64("€", "windows-1252")')).toBe('"gA=="');
    expect(answer('textencodebase64("日本", "EUC-JP")')).toBe('"xvzL3A=="');
    expect(answer('textencodebase64("hé", "UTF-16")')).toBe('"/v8AaADp"');
    expect(answer('textencodebase64("é", "IBM850")')).toBe('"gg=="');
    expect(answer('textencodebase64("한", "EUC-KR")')).toBe('"x9E="');
    expect(answer('textencodebase64("中", "Big5")')).toBe('"pKQ="');
    expect(answer('textencodebase64("A", "IBM037")')).toBe('"wQ=="');
    expect(answer('textencodebase64("aあｱb", "ISO-2022-JP")')).toBe('"YRskQiQiGyhJMRsoQmI="');
    expect(answer('textencodebase64("a~中文b", "HZ-GB-2312")')).toBe('"YX5+fntWUE5Efn1i"');
    expect(answer('textencodebase64("😀€ÿ", "GB18030")')).toBe('"lDn8NqLjgTCLNw=="');
    expect(answer('textencodebase64("ú", "EUC-JP")')).toBe('"j6vi"');
  });
  it('reads text in other character sets', () => {
    expect(answer('textdecodebase64("gA==", "windows-1252")')).toBe('"€"');
    expect(answer('textdecodebase64("/v8AaA==", "UTF-16")')).toBe('"h"');
    expect(answer('textdecodebase64("xnzL3A==", "EUC-JP")')).toBe(
      '! Invalid value for "source" parameter: the given string contains symbols that are not defined for Extended_UNIX_Code_Packed_Format_for_Japanese.',
    );
    expect(answer('textdecodebase64("wQ==", "ibm037")')).toBe('"A"');
    expect(answer('textdecodebase64("yNWxvg==", "GBK")')).toBe('"日本"');
    expect(answer('textdecodebase64("YX5+fntWUEZEfn0h", "HZ-GB-2312")')).toBe('"a~中颇!"');
    expect(answer('textdecodebase64("GyRCJCIbKEI=", "ISO-2022-JP")')).toBe('"あ"');
  });
  it('refuses characters and sets that are none', () => {
    expect(answer('textencodebase64("€", "ISO-8859-1")')).toBe(
      '! Invalid value for "string" parameter: the given string contains characters that cannot be represented in ISO_8859-1:1987.',
    );
    expect(answer('textencodebase64("a", "utf8")')).toBe(
      '! Invalid value for "encoding" parameter: "utf8" is not a supported IANA encoding name or alias in this Terraform version.',
    );
    expect(answer('textdecodebase64("gQ==", "windows-1252")')).toBe(
      '! Invalid value for "source" parameter: the given string contains symbols that are not defined for windows-1252.',
    );
    expect(answer('textdecodebase64("AA==", "UTF-16BE")')).toBe(
      '! Invalid value for "source" parameter: the given string contains symbols that are not defined for UTF-16BE.',
    );
    expect(answer('textdecodebase64("%", "UTF-8")')).toBe(
      '! Invalid value for "source" parameter: the given value is has an invalid base64 symbol at offset 0.',
    );
  });
  it('packs with the bytes of Go', () => {
    expect(answer('base64gzip("hello, hello, hello, hello")')).toBe(
      '"H4sIAAAAAAAA/8pIzcnJ11HAQgEAAAD//wEAAP//VaOCdxoAAAA="',
    );
    expect(answer('base64gzip(join(",", [for i in range(200) : "item-${i % 7}-${i}"]))')).toBe(
      '"H4sIAAAAAAAA/0zUOY6cRxBE4QtNAxW15HIgGTLk6f4gwGa+oFfO/4GcfpH//v/Pf5/1WT+/H/ro+9if/X2cz/k+7ud+H+/zvo/4xM+fz3M+r/m853Ot+V4aQHsEnSF0+Se8QRQoiVIoPcpeo2yNsjf/kzPKvqPsN8oOlEQplB7lLP4gGuXsUc4Z5dxRzhvlBEqiFEqPctcoV6PcPco9o9w7yn38OoGSKIXSo7w1ytMob4/yDj/yHeW9UV6gJEqh9CixRgnRyh4lzihxR4k3SgRKohRKkxzJJs0m0SbVJtkm3abDpdwk3aTdot2i3aLdot2i3aLdot2i3aLdot2m3abdpt2m3abdpt2m3abdpt2mXa3lOVKvFvlq0a8WAWtRsFYYS2NljIolMpboWCJkiZIlUpaeL0UYS2NljJ61CVqborVJWvv47hC1NlVrh7E0VsYoW4e0deQrRtw61K1D3jr0rRPG0lgZa99E3+VL5bpkrkvnuoSuS+m6YSyNlTFf6udT/Xyrn4/187V+f51r3+vng/18sZ9P9qN7BeErKF9B+graVxC/gvoVYSyNlTEvIL2A9ALSC0gvIL2A9ALSC0gvIL2A9ALKCygvoLyA8gLKCygvoLyA8gLKCygvoL2A9gLaC2gvoL2A9gLaC2gvoL2A7l8AAAD//wEAAP//A6g9cCkIAAA="',
    );
  });
});
