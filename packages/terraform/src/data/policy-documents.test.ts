import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { openRoot } from '../evaluate/open-root.ts';
import { memoryFileSystem } from '../source/memory-file-system.ts';

/** What terraform 1.11.4 plans for the configuration, with the logic of the AWS provider 6 behind the plugin SDK 2.36. */
interface Expected {
  readonly json: string;
  readonly minified_json: string;
  readonly id: string;
}

const folder = new URL('../../testdata/policy-documents/', import.meta.url);
const expected: Readonly<Record<string, Expected>> = JSON.parse(readFileSync(new URL('expected.json', folder), 'utf8'));
const evaluation = openRoot(memoryFileSystem({ 'main.tf': readFileSync(new URL('main.tf', folder), 'utf8') }), '.');

describe('policy documents of a configuration', () => {
  it.each(Object.keys(expected))('%s is what the provider makes', (name) => {
    const texts = ['json', 'minified_json', 'id'].map((attribute) => {
      const { value } = evaluation.evaluateExpression(`data.aws_iam_policy_document.${name}.${attribute}`);
      return [attribute, value.kind === 'string' ? value.value : value.kind];
    });
    expect(Object.fromEntries(texts)).toEqual(expected[name]);
  });

  it('are all there, without a problem', () => {
    expect(Object.keys(expected)).toHaveLength(11);
    expect(evaluation.diagnostics()).toEqual([]);
  });
});
