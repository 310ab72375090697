import { describe, expect, it } from 'vitest';
import { answer } from '../../testing/function-call.ts';

// All answers are those of terraform 1.11.4.
describe('functions of date', () => {
  it('formats every verb', () => {
    expect(
      answer('formatdate("YYYY YY MMMM MMM MM M DD D EEEE EEE hh h HH H AA aa mm m ss s", "2018-01-02T23:12:01Z")'),
    ).toBe('"2018 18 January Jan 01 1 02 2 Tuesday Tue 23 23 11 11 PM pm 12 12 01 1"');
    expect(answer('formatdate("Z ZZZ ZZZZ ZZZZZ", "2018-01-02T23:12:01Z")')).toBe('"Z UTC +0000 +00:00"');
    expect(answer('formatdate("Z ZZZ ZZZZ ZZZZZ", "2018-01-02T23:12:01-08:30")')).toBe('"-08:30 -0830 -0830 -08:30"');
    expect(answer('formatdate("H HH AA", "2018-01-02T00:00:00Z")')).toBe('"12 12 AM"');
  });
  it('takes quoted text as it is', () => {
    expect(answer(`formatdate("'it''s' YYYY", "2018-01-02T23:12:01Z")`)).toBe(`"it's 2018"`);
    expect(answer(`formatdate("hh 'o''clock'", "2018-01-02T23:12:01Z")`)).toBe(`"23 o'clock"`);
    expect(answer(`formatdate("''", "2018-01-02T23:12:01Z")`)).toBe(`"'"`);
  });
  it('refuses verbs that mean nothing', () => {
    expect(answer('formatdate("YYY", "2018-01-02T23:12:01Z")')).toBe(
      '! Invalid value for "format" parameter: invalid date format verb "YYY": year must either be "YY" or "YYYY".',
    );
    expect(answer('formatdate("Q", "2018-01-02T23:12:01Z")')).toBe(
      '! Invalid value for "format" parameter: invalid date format verb "Q".',
    );
    expect(answer(`formatdate("'open", "2018-01-02T23:12:01Z")`)).toBe(
      `! Invalid value for "format" parameter: unterminated literal '.`,
    );
    expect(answer('formatdate("A", "2018-01-02T23:12:01Z")')).toBe(
      '! Invalid value for "format" parameter: invalid date format verb "A": must be "AA".',
    );
  });
  it('refuses what RFC 3339 does not allow', () => {
    expect(answer('formatdate("D", "2018-01-02")')).toBe(
      `! Invalid value for "time" parameter: not a valid RFC3339 timestamp: missing required time introducer 'T'.`,
    );
    expect(answer('formatdate("D", "2018-13-02T00:00:00Z")')).toBe(
      '! Invalid value for "time" parameter: not a valid RFC3339 timestamp: cannot use "-02T00:00:00Z" as month.',
    );
    expect(answer('formatdate("D", "2018-02-30T00:00:00Z")')).toBe(
      '! Invalid value for "time" parameter: not a valid RFC3339 timestamp: day out of range.',
    );
    expect(answer('formatdate("D", "2018-01-02 00:00:00Z")')).toBe(
      `! Invalid value for "time" parameter: not a valid RFC3339 timestamp: missing required time introducer 'T'.`,
    );
    expect(answer('formatdate("D", "2018-01-02T1:00:00Z")')).toBe(
      '! Invalid value for "time" parameter: not a valid RFC3339 timestamp: hour must have exactly two digits.',
    );
    expect(answer('formatdate("D", "2018-01-02T25:00:00Z")')).toBe(
      '! Invalid value for "time" parameter: not a valid RFC3339 timestamp: hour must be between 0 and 23 inclusive.',
    );
    expect(answer('formatdate("D", "2018-01-02T00:00:00")')).toBe(
      '! Invalid value for "time" parameter: not a valid RFC3339 timestamp: end of string before UTC offset.',
    );
    expect(answer('formatdate("D", "2018-01-02T00:00:00+25:00")')).toBe(
      '! Invalid value for "time" parameter: not a valid RFC3339 timestamp: end of string before UTC offset.',
    );
    expect(answer('formatdate("D", "2018-01-02T00:00:00,5Z")')).toBe(
      '! Invalid value for "time" parameter: not a valid RFC3339 timestamp: cannot use "," as timestamp segment.',
    );
    expect(answer('formatdate("D", "2018-01-02T00:00:00Zx")')).toBe(
      '! Invalid value for "time" parameter: not a valid RFC3339 timestamp: cannot use "x" as timestamp segment.',
    );
    expect(answer('formatdate("D", "")')).toBe(
      '! Invalid value for "time" parameter: not a valid RFC3339 timestamp: end of string before year.',
    );
  });
  it('adds durations and keeps the offset', () => {
    expect(answer('timeadd("2017-11-22T00:00:00Z", "10m")')).toBe('"2017-11-22T00:10:00Z"');
    expect(answer('timeadd("2017-11-22T00:00:00+02:00", "-48h")')).toBe('"2017-11-20T00:00:00+02:00"');
    expect(answer('timeadd("2016-02-28T12:00:00Z", "24h")')).toBe('"2016-02-29T12:00:00Z"');
    expect(answer('timeadd("2017-11-22T00:00:00Z", "1.5h30s500ms")')).toBe('"2017-11-22T01:30:30Z"');
    expect(answer('timeadd("0001-01-01T00:00:00Z", "-1s")')).toBe('"0000-12-31T23:59:59Z"');
  });
  it('refuses durations that Go does not know', () => {
    expect(answer('timeadd("2017-11-22T00:00:00Z", "1d")')).toBe(
      '! Call to function "timeadd" failed: time: unknown unit "d" in duration "1d".',
    );
    expect(answer('timeadd("2017-11-22T00:00:00Z", "1constructor")')).toBe(
      '! Call to function "timeadd" failed: time: unknown unit "constructor" in duration "1constructor".',
    );
    expect(answer('timeadd("2017-11-22T00:00:00Z", "1")')).toBe(
      '! Call to function "timeadd" failed: time: missing unit in duration "1".',
    );
    expect(answer('timeadd("2017-11-22T00:00:00Z", "")')).toBe(
      '! Call to function "timeadd" failed: time: invalid duration "".',
    );
  });
  it('compares moments, not texts', () => {
    expect(answer('timecmp("2017-11-22T00:00:00Z", "2017-11-22T01:00:00+01:00")')).toBe('0');
    expect(answer('timecmp("2017-11-22T00:00:00Z", "2017-11-22T00:00:00.001Z")')).toBe('-1');
    expect(answer('timecmp("2017-11-22T01:00:00Z", "2017-11-22T00:59:59Z")')).toBe('1');
    expect(answer('timecmp("2018-01-02T1:00:00Z", "2018-01-02T01:00:00Z")')).toBe('0');
  });
});
