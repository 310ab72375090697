import type { Diagnostic, Scope, Value } from '@tfwarden/hcl';
import { evaluate, formatNumber, parseExpression, SourceFile } from '@tfwarden/hcl';
import type { FunctionOptions } from '../src/function/index.ts';
import { createFunctions } from '../src/function/index.ts';
import type { FileSystem } from '../src/source/file-system.ts';
import { memoryFileSystem } from '../src/source/memory-file-system.ts';

/** The world in which an expression of a test is evaluated. */
export interface World extends FunctionOptions {
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  /** In the place of `files`. */
  readonly fileSystem?: FileSystem;
  readonly directory?: string;
  /** What bare names stand for. */
  readonly names?: Readonly<Record<string, Value>>;
}

/** @returns the value as JSON, unknown parts as `?`, or the detail of the first error behind `! ` */
export function answer(text: string, world: World = {}): string {
  const { value, diagnostics } = evaluateText(text, world);
  const [first] = diagnostics;
  return first === undefined ? show(value) : `! ${first.detail.replaceAll(/\s+/g, ' ')}`;
}

export function evaluateText(
  text: string,
  { files = {}, fileSystem = memoryFileSystem(files), directory = '.', names = {}, ...options }: World = {},
): { readonly value: Value; readonly diagnostics: readonly Diagnostic[] } {
  const functions = createFunctions({ ...options, files: fileSystem, directory });
  const scope: Scope = {
    resolve({ root }) {
      const value = names[root.name];
      return value === undefined ? undefined : { value, stepsUsed: 0 };
    },
    findFunction: (name) => functions.get(name),
    functionNames: () => [...functions.keys()],
  };
  const { expression, diagnostics } = parseExpression(new SourceFile('test.tf', text));
  const problems = [...diagnostics];
  const value = evaluate(expression, scope, problems);
  return { value, diagnostics: problems.filter(({ severity }) => severity === 'error') };
}

function show(value: Value): string {
  switch (value.kind) {
    case 'unknown':
      return '?';
    case 'null':
      return 'null';
    case 'bool':
      return String(value.value);
    case 'number':
      return formatNumber(value.value, value.precision);
    case 'string':
      return JSON.stringify(value.value);
    case 'list':
    case 'set':
    case 'tuple':
      return `[${value.elements.map(show).join(',')}]`;
    case 'map':
      return showEntries(value.elements);
    case 'object':
      return showEntries(value.attributes);
  }
}

function showEntries(entries: ReadonlyMap<string, Value>): string {
  return `{${Array.from(entries, ([key, value]) => `${JSON.stringify(key)}:${show(value)}`).join(',')}}`;
}
