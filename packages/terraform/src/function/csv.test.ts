import { describe, expect, it } from 'vitest';
import { answer } from '../../testing/function-call.ts';

// All answers are those of terraform 1.11.4.
describe('functions of csv', () => {
  it('reads a table by its header', () => {
    expect(answer('csvdecode("a,b\\n1,2\\n3,4\\n")')).toBe('[{"a":"1","b":"2"},{"a":"3","b":"4"}]');
    expect(answer('csvdecode("a,b\\r\\n\\"x,\\"\\"y\\"\\"\\",\\"line\\r\\nbreak\\"\\r\\n")')).toBe(
      '[{"a":"x,\\"y\\"","b":"line\\nbreak"}]',
    );
    expect(answer('csvdecode("a\\n\\n1\\n\\n2")')).toBe('[{"a":"1"},{"a":"2"}]');
    expect(answer('csvdecode("a,b")')).toBe('[]');
    expect(answer('csvdecode("a, b\\n 1 ,2 ")')).toBe('[{" b":"2 ","a":" 1 "}]');
  });
  it('refuses what Go does not read', () => {
    expect(answer('csvdecode("")')).toBe('! Call to function "csvdecode" failed: missing header line.');
    expect(answer('csvdecode("a,a\\n1,2")')).toBe('! Call to function "csvdecode" failed: duplicate column name "a".');
    expect(answer('csvdecode("a,b\\n1")')).toBe(
      '! Call to function "csvdecode" failed: CSV parse error on line 2: wrong number of fields.',
    );
    expect(answer('csvdecode("a,b\\n1,2,3")')).toBe(
      '! Call to function "csvdecode" failed: CSV parse error on line 2: wrong number of fields.',
    );
    expect(answer('csvdecode("a\\nx\\"y")')).toBe(
      '! Call to function "csvdecode" failed: CSV parse error on line 2: bare " in non-quoted-field.',
    );
    expect(answer('csvdecode("a\\n\\"x\\"y")')).toBe(
      '! Call to function "csvdecode" failed: CSV parse error on line 2: extraneous or missing " in quoted-field.',
    );
    expect(answer('csvdecode("a\\n\\"open")')).toBe(
      '! Call to function "csvdecode" failed: CSV parse error on line 2: extraneous or missing " in quoted-field.',
    );
  });
});
