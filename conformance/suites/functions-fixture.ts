import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnostic, Expression, FunctionDefinition, Resolved, Scope, ScopeTraversal, Value } from '@tfwarden/hcl';
import {
  BOOL,
  convert,
  DYNAMIC,
  evaluate,
  integerValue,
  isConversionFailure,
  listOf,
  mapOf,
  NUMBER,
  nullValue,
  objectOf,
  objectValue,
  parseConfig,
  SourceFile,
  STRING,
  setOf,
  stringValue,
  tupleValue,
  unknownValue,
  withMarks,
} from '@tfwarden/hcl';
import { functionsOf } from './functions-table.ts';

/** @returns how expressions are evaluated in the module of the fixture */
export function openFixture(directory: string): (expression: Expression, diagnostics: Diagnostic[]) => Value {
  const scope = new FixtureScope(directory);
  return (expression, diagnostics) => evaluate(expression, scope, diagnostics);
}

/** Stands in for the module until the evaluation of Terraform's modules plays the suite: variables and resources by hand, locals by file. */
class FixtureScope implements Scope {
  readonly #locals = new Map<string, Expression>();
  readonly #functions: ReadonlyMap<string, FunctionDefinition>;

  constructor(directory: string) {
    const file = new SourceFile('context.tf', readFileSync(join(directory, 'context.tf'), 'utf8'));
    for (const block of parseConfig(file).parsed.body.blocks) {
      if (block.type !== 'locals') continue;
      for (const { name, expression } of block.body.attributes) this.#locals.set(name, expression);
    }
    this.#functions = functionsOf(directory);
  }

  resolve({ root, steps }: ScopeTraversal, diagnostics: Diagnostic[]): Resolved | undefined {
    const [first] = steps;
    const name = first?.kind === 'attributeStep' ? first.name : '';
    if (root.name === 'local') {
      const expression = this.#locals.get(name);
      if (expression !== undefined) return { value: evaluate(expression, this, diagnostics), stepsUsed: 1 };
    }
    if (root.name === 'var') {
      const value = VARIABLES.get(name);
      if (value !== undefined) return { value, stepsUsed: 1 };
    }
    if (root.name === 'terraform_data') {
      const value = RESOURCES.get(name);
      if (value !== undefined) return { value, stepsUsed: 1 };
    }
    if (root.name === 'path') return { value: stringValue('.'), stepsUsed: 1 };
    if (root.name === 'terraform') return { value: stringValue('default'), stepsUsed: 1 };
    return undefined;
  }

  findFunction(name: string): FunctionDefinition | undefined {
    return this.#functions.get(name);
  }

  functionNames(): readonly string[] {
    return [...this.#functions.keys()];
  }
}

function typed(value: Value, type: Parameters<typeof convert>[1]): Value {
  const converted = convert(value, type);
  if (isConversionFailure(converted)) throw new Error(converted.message);
  return converted;
}

const INNER = objectOf([
  ['on', BOOL],
  ['label', STRING],
]);

const VARIABLES: ReadonlyMap<string, Value> = new Map([
  ['v_string', stringValue('hello')],
  ['v_null', nullValue(STRING)],
  [
    'v_any',
    objectValue([
      ['a', integerValue(1)],
      ['b', tupleValue([stringValue('x'), nullValue(DYNAMIC), { kind: 'bool', value: true, marks: undefined }])],
    ]),
  ],
  [
    'v_obj',
    objectValue([
      ['name', stringValue('n')],
      ['size', integerValue(3)],
      ['tags', nullValue(mapOf(STRING))],
      [
        'inner',
        typed(
          objectValue([
            ['on', { kind: 'bool', value: true, marks: undefined }],
            ['label', nullValue(STRING)],
          ]),
          INNER,
        ),
      ],
    ]),
  ],
  [
    'v_objlist',
    typed(
      tupleValue([
        objectValue([
          ['id', integerValue(1)],
          ['note', stringValue('none')],
          ['tags', tupleValue([])],
        ]),
        objectValue([
          ['id', integerValue(2)],
          ['note', stringValue('none')],
          ['tags', tupleValue([stringValue('b'), stringValue('a')])],
        ]),
      ]),
      listOf(
        objectOf([
          ['id', NUMBER],
          ['note', STRING],
          ['tags', setOf(STRING)],
        ]),
      ),
    ),
  ],
  ['v_secret', withMarks(stringValue('s3cret'), ['sensitive'])],
]);

function instance(input: Value): Value {
  return objectValue([
    ['id', unknownValue(STRING, { refinement: { notNull: true } })],
    ['input', input],
    ['output', unknownValue(DYNAMIC)],
    ['triggers_replace', nullValue(DYNAMIC)],
  ]);
}

const RESOURCES: ReadonlyMap<string, Value> = new Map<string, Value>([
  ['unk', instance(stringValue('known input'))],
  ['count', tupleValue([0, 1].map((i) => instance(objectValue([['idx', integerValue(i)]]))))],
  [
    'each',
    objectValue([
      ['a', instance(stringValue('A'))],
      ['b', instance(stringValue('B'))],
    ]),
  ],
  ['none', tupleValue([])],
  ['unkin', instance(unknownValue(STRING, { refinement: { notNull: true } }))],
]);
