import { describe, expect, it } from 'vitest';
import { answer } from '../../testing/function-call.ts';

// All answers are those of terraform 1.11.4.
describe('functions of regex', () => {
  it('gives the match, a tuple or an object by the groups', () => {
    expect(answer('regex("[a-z]+", "53453453.345345aaabbbccc23454")')).toBe('"aaabbbccc"');
    expect(answer('regex("(\\\\d\\\\d\\\\d\\\\d)-(\\\\d\\\\d)-(\\\\d\\\\d)", "2019-02-01")')).toBe(
      '["2019","02","01"]',
    );
    expect(
      answer('regex("^(?:(?P<scheme>[^:/?#]+):)?(?://(?P<authority>[^/?#]*))?", "https://terraform.io/docs/")'),
    ).toBe('{"authority":"terraform.io","scheme":"https"}');
    expect(answer('regex("(a)|(b)", "b")')).toBe('[null,"b"]');
  });
  it('finds all matches that do not overlap', () => {
    expect(answer('regexall("a*", "baaau")')).toBe('["","aaa",""]');
    expect(answer('regexall("(a)(b)?", "ab a")')).toBe('[["a","b"],["a",null]]');
    expect(answer('regexall("x", "abc")')).toBe('[]');
    expect(answer('regexall("\\\\b", "ab c")')).toBe('["","","",""]');
    expect(answer('regexall("(?P<n>.)(?P<n>.)", "abcd")')).toBe('[{"n":"b"},{"n":"d"}]');
  });
  it('speaks RE2', () => {
    expect(answer('regex("(?i)HELLO", "say hello")')).toBe('"hello"');
    expect(answer('regex("[[:digit:]]+", "ab12")')).toBe('"12"');
    expect(answer('regex("\\\\p{Greek}+", "abcαβ")')).toBe('"αβ"');
    expect(answer('regex("(?s)a.b", "a\\nb")')).toBe('"a\\nb"');
    expect(answer('regex("\\\\Qa.b\\\\E", "xa.bx")')).toBe('"a.b"');
    expect(answer('regex("(?U)a+", "aaa")')).toBe('"a"');
  });
  it('refuses what RE2 has not', () => {
    expect(answer('regex("(?=a)", "a")')).toBe(
      '! Invalid value for "pattern" parameter: invalid regexp pattern: invalid or unsupported Perl syntax in (?=.',
    );
    expect(answer('regex("(a)\\\\1", "aa")')).toBe(
      '! Invalid value for "pattern" parameter: invalid regexp pattern: invalid escape sequence in \\1.',
    );
    expect(answer('regex("a{1001}", "a")')).toBe(
      '! Invalid value for "pattern" parameter: invalid regexp pattern: invalid repeat count in {1001}.',
    );
    expect(answer('regex("[z-a]", "a")')).toBe(
      '! Invalid value for "pattern" parameter: invalid regexp pattern: invalid character class range in z-a.',
    );
    expect(answer('regex("(", "a")')).toBe(
      '! Invalid value for "pattern" parameter: invalid regexp pattern: missing closing ) in (.',
    );
    expect(answer('regex("(?P<n>a)(b)", "ab")')).toBe(
      '! Invalid value for "pattern" parameter: invalid regexp pattern: cannot mix both named and unnamed capture groups.',
    );
    expect(answer('regex("x", "a")')).toBe(
      '! Call to function "regex" failed: pattern did not match any part of the given string.',
    );
  });
  it('expands groups in replacements as Go does', () => {
    expect(answer('replace("hello world", "/w.*d/", "everybody")')).toBe('"hello everybody"');
    expect(answer('replace("abc", "/(b)/", "[$1]")')).toBe('"a[b]c"');
    expect(answer('replace("abc", "/(b)/", "$1x")')).toBe('"ac"');
    expect(answer('replace("abc", "/(b)/", "$${1}x")')).toBe('"abxc"');
    expect(answer('replace("abc", "/(?P<mid>b)/", "<$mid>")')).toBe('"a<b>c"');
    expect(answer('replace("abc", "/b/", "$$")')).toBe('"a$c"');
    expect(answer('replace("abc", "/b/", "$")')).toBe('"a$c"');
    expect(answer('replace("abc", "//", "-")')).toBe('"-a-b-c-"');
    expect(answer('replace("aaa", "/a*/", "x")')).toBe('"x"');
    expect(answer('replace("baac", "/a*/", "x")')).toBe('"xbxcx"');
  });
  it('replaces plain text where there are no slashes', () => {
    expect(answer('replace("1 + 2 + 3", "+", "-")')).toBe('"1 - 2 - 3"');
    expect(answer('replace("abc", "", "-")')).toBe('"-a-b-c-"');
    expect(answer('replace("a/b", "/", ".")')).toBe('"a.b"');
    expect(answer('replace("aXbX", "X", "$1")')).toBe('"a$1b$1"');
  });
});
