import type { FunctionDefinition, Type, Value } from '@tfwarden/hcl';
import {
  DYNAMIC,
  FunctionError,
  listOf,
  listValue,
  objectOf,
  objectValue,
  quote,
  STRING,
  stringValue,
} from '@tfwarden/hcl';
import { argumentAt, defineFunction, stringParameter, textAt } from './define.ts';
import type { CsvProblem } from './go/csv.ts';
import { readCsv } from './go/csv.ts';
import { MAX_ELEMENTS } from './limits.ts';

/** `csvdecode`, after go-cty's `stdlib/csv.go`. */
export const CSV_FUNCTIONS: readonly FunctionDefinition[] = [
  defineFunction({
    name: 'csvdecode',
    parameters: [stringParameter('str')],
    returns(args) {
      const text = argumentAt(args, 0);
      return text.kind === 'string' ? listOf(rowType(text.value)) : DYNAMIC;
    },
    call: (args, returnType) => rows(textAt(args, 0), returnType.kind === 'list' ? returnType.element : DYNAMIC),
  }),
];

function rowType(text: string): Type {
  const header = readCsv(text).next();
  if (header.done === true) {
    throw header.value === undefined ? new FunctionError('missing header line') : parseError(header.value);
  }
  const columns = new Set<string>();
  for (const name of header.value.fields) {
    if (columns.has(name)) throw new FunctionError(`duplicate column name ${quote(name)}`);
    columns.add(name);
  }
  return objectOf(Array.from(columns, (name) => [name, STRING]));
}

function rows(text: string, type: Type): Value {
  const reader = readCsv(text);
  const header = reader.next();
  const names = header.done === true ? [] : header.value.fields;
  const elements: Value[] = [];
  for (let next = reader.next(); ; next = reader.next()) {
    if (next.done === true) {
      if (next.value !== undefined) throw parseError(next.value);
      return listValue(type, elements);
    }
    const { fields, line } = next.value;
    if (fields.length !== names.length) throw parseError({ line, message: 'wrong number of fields' });
    if (elements.length * names.length > MAX_ELEMENTS)
      throw new FunctionError(`the table has more than ${MAX_ELEMENTS} fields`);
    elements.push(objectValue(names.map((name, i) => [name, stringValue(fields[i] ?? '')])));
  }
}

function parseError({ line, message }: CsvProblem): FunctionError {
  return new FunctionError(`CSV parse error on line ${line}: ${message}`);
}
