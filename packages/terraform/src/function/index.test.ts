import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { memoryFileSystem } from '../source/memory-file-system.ts';
import { createFunctions } from './index.ts';

interface Signature {
  readonly parameters?: readonly { readonly name: string }[];
  readonly variadic_parameter?: { readonly name: string };
}

const { function_signatures: signatures } = JSON.parse(
  readFileSync('conformance/data/function-signatures.json', 'utf8'),
) as { readonly function_signatures: Readonly<Record<string, Signature>> }; // written by `terraform metadata functions -json`

describe('the table of functions', () => {
  const functions = createFunctions({ files: memoryFileSystem({}), directory: '.' });

  it('has every function of terraform 1.11.4, each also as core::name, and those of the provider that is built in', () => {
    const names = Object.keys(signatures);
    const builtin = ['decode_tfvars', 'encode_expr', 'encode_tfvars'].map((name) => `provider::terraform::${name}`);
    const expected = [...names.filter((name) => !name.startsWith('core::')), ...builtin];
    expect(names.filter((name) => name.startsWith('core::'))).toHaveLength(118);
    expect([...functions.keys()].filter((name) => !name.startsWith('core::')).toSorted()).toEqual(expected.toSorted());
    for (const name of names) expect(functions.has(name)).toBe(true);
  });

  it('has their parameters under the same names', () => {
    for (const [name, { parameters = [], variadic_parameter: variadic }] of Object.entries(signatures)) {
      const definition = functions.get(name);
      expect([name, ...(definition?.parameters ?? []).map((parameter) => parameter.name)]).toEqual([
        name,
        ...parameters.map((parameter) => parameter.name),
      ]);
      expect([name, definition?.variadic?.name]).toEqual([name, variadic?.name]);
    }
  });
});
