import type { Value } from '@tfwarden/hcl';
import { DYNAMIC, listOf, objectValue, STRING, stringValue, unknownValue, withMarks } from '@tfwarden/hcl';
import { describe, expect, it } from 'vitest';
import { evaluateText } from '../../testing/function-call.ts';

const BUCKET = { kind: 'resource', address: 'aws_s3_bucket.logs' } as const;
const arn = unknownValue(STRING, { origin: { subject: BUCKET, path: '.arn' } });
const names: Readonly<Record<string, Value>> = {
  arn,
  id: unknownValue(STRING, { origin: { subject: BUCKET, path: '.id' }, refinement: { notNull: true } }),
  anything: unknownValue(DYNAMIC, { origin: { subject: BUCKET, path: '.tags' } }),
  ids: unknownValue(listOf(STRING)),
  bucket: objectValue([['arn', arn]], { subject: BUCKET, path: '' }),
  secret: withMarks(stringValue('s3cret'), ['sensitive']),
};

/** The pieces of the result: unknown ones as the path of what they stand for, or `?`. */
function pieces(text: string): readonly string[] | string {
  const { value, diagnostics } = evaluateText(text, { names });
  expect(diagnostics).toEqual([]);
  if (value.kind !== 'unknown') return value.kind;
  const parts = value.parts ?? [];
  return parts.map((part) => (typeof part === 'string' ? part : `<${part.origin?.path ?? '?'}>`));
}

describe('the known pieces of unknown strings', () => {
  it('survive jsonencode, inside quotes where the string is partly known', () => {
    expect(pieces('jsonencode({ Resource = "${arn}/*", Effect = "Allow" })')).toEqual([
      '{"Effect":"Allow","Resource":"',
      '<.arn>',
      '/*"}',
    ]);
    expect(pieces('jsonencode({ Resource = [id, "x"] })')).toEqual(['{"Resource":[', '<.id>', ',"x"]}']);
    expect(pieces('jsonencode({ Tags = anything, Note = "<b>" })')).toEqual([
      '{"Note":"\\u003cb\\u003e","Tags":',
      '<.tags>',
      '}',
    ]);
    expect(pieces('jsonencode([bucket])')).toEqual(['[', '<>', ']']);
  });

  it('survive join and format', () => {
    expect(pieces('join("/", [arn, "logs", id])')).toEqual(['<.arn>', '/logs/', '<.id>']);
    expect(pieces('format("arn:%s:%05d/%s", "aws", 42, id)')).toEqual(['arn:aws:00042/', '<.id>']);
    expect(pieces('format("%v and %5s", arn, id)')).toEqual(['<.arn>', ' and ', '<?>']);
    expect(pieces('format("%s/%s", join("-", ["a", id]), "x")')).toEqual(['a-', '<.id>', '/x']);
  });

  it('survive changes of case, of the ends, and of single characters', () => {
    expect(pieces('lower("ARN:${id}:X")')).toEqual(['arn:', '<?>', ':x']);
    expect(pieces('trimspace("  a${id}b  ")')).toEqual(['a', '<.id>', 'b']);
    expect(pieces('trimspace("  ${id}b\\n")')).toEqual(['<?>', 'b']);
    expect(pieces('chomp("${id}\\n\\n")')).toEqual([]);
    expect(pieces('replace("a-b${id}c-d", "-", "_")')).toEqual(['a_b', '<?>', 'c_d']);
    expect(pieces('replace("a--${id}--b", "--", "+")')).toEqual([]);
  });

  it('are not there where nothing is known', () => {
    expect(pieces('upper(arn)')).toEqual([]);
    expect(pieces('join(",", ids)')).toEqual([]);
    expect(pieces('format("%s", [id])')).toEqual([]);
  });

  it('wait for what they were made of', () => {
    const { value } = evaluateText('jsonencode({ a = "${arn}-${id}" })', { names });
    expect(value.kind === 'unknown' && value.waitsFor.map(({ path }) => path)).toEqual(['.arn', '.id']);
  });

  it('keep the marks of secrets', () => {
    const { value } = evaluateText('jsonencode({ a = "${secret}${id}" })', { names });
    expect(value.marks).toEqual(['sensitive']);
  });
});

describe('objects whose attributes are not all known', () => {
  it('have no known keys, values or length', () => {
    for (const text of [
      'keys(bucket)',
      'values(bucket)',
      'length(bucket)',
      'merge(bucket, { a = 1 })',
      'lookup(bucket, "tags", 1)',
    ]) {
      expect(evaluateText(text, { names }).value.kind).toBe('unknown');
    }
    expect(evaluateText('lookup(bucket, "arn")', { names }).value).toBe(arn);
  });
});
