import type { Diagnostic, FunctionDefinition, Parameter, Refinement, Value } from '@tfwarden/hcl';
import {
  DYNAMIC,
  decodeAttributes,
  evaluate,
  FunctionError,
  hasErrors,
  isDefinitelyNotNull,
  isValidIdentifier,
  isWhollyKnown,
  objectValue,
  parseConfig,
  quote,
  SourceFile,
  STRING,
  stringValue,
  typeOf,
  unknownValue,
} from '@tfwarden/hcl';
import { argumentAt, defineFunction, textAt } from '../define.ts';
import { describeDiagnostics } from '../template/describe-diagnostics.ts';
import { writeExpression, writeVariables } from './write-expression.ts';

/** Functions of the provider that is built into Terraform, after `internal/builtin/providers/terraform/functions.go`. */
export const BUILTIN_PROVIDER_FUNCTIONS: readonly FunctionDefinition[] = [
  defineFunction({
    name: 'provider::terraform::encode_tfvars',
    parameters: [valueParameter()],
    returns: STRING,
    mayBeNull: true,
    call: (args) => encodeVariables(argumentAt(args, 0)),
  }),
  defineFunction({
    name: 'provider::terraform::decode_tfvars',
    parameters: [{ name: 'src', type: STRING }],
    returns: DYNAMIC,
    mayBeNull: true,
    call: (args) => decodeVariables(textAt(args, 0)),
  }),
  defineFunction({
    name: 'provider::terraform::encode_expr',
    parameters: [valueParameter()],
    returns: STRING,
    mayBeNull: true,
    call(args) {
      const value = argumentAt(args, 0);
      return isWhollyKnown(value)
        ? stringValue(writeExpression(value))
        : unknownValue(STRING, { refinement: beginningOf(value) });
    },
  }),
];

function valueParameter(): Parameter {
  return { name: 'value', type: DYNAMIC, allowDynamicType: true, allowUnknown: true };
}

const FIRST_CHARACTERS: Readonly<Record<string, string>> = {
  object: '{',
  map: '{',
  tuple: '[',
  list: '[',
  set: '[',
  string: '"',
};

function beginningOf(value: Value): Refinement {
  const prefix = isDefinitelyNotNull(value) ? FIRST_CHARACTERS[typeOf(value).kind] : undefined;
  return { notNull: true, ...(prefix !== undefined && { prefix }) };
}

function encodeVariables(value: Value): Value {
  if (!isWhollyKnown(value)) return unknownValue(STRING, { refinement: { notNull: true } });
  const variables = value.kind === 'object' ? value.attributes : value.kind === 'map' ? value.elements : undefined;
  if (variables === undefined) {
    throw new FunctionError(
      'invalid value to encode: must be an object whose attribute names will become the encoded variable names',
    );
  }
  for (const name of variables.keys()) {
    if (isValidIdentifier(name)) continue;
    throw new FunctionError(
      `invalid variable name ${quote(name)}: must be a valid identifier, per Terraform's rules for input variable declarations`,
    );
  }
  return stringValue(writeVariables(variables));
}

function decodeVariables(text: string): Value {
  const { parsed, diagnostics } = parseConfig(new SourceFile('<decode_tfvars argument>', text));
  refuseErrors('invalid tfvars syntax', diagnostics);
  const decoded = decodeAttributes(parsed.body);
  refuseErrors('invalid tfvars content', decoded.diagnostics);
  const values: [string, Value][] = [];
  for (const [name, { expression }] of decoded.attributes) {
    const problems: Diagnostic[] = [];
    values.push([name, evaluate(expression, undefined, problems)]);
    refuseErrors(`invalid expression for variable ${quote(name)}`, problems);
  }
  return objectValue(values);
}

function refuseErrors(what: string, diagnostics: readonly Diagnostic[]): void {
  if (hasErrors(diagnostics)) throw new FunctionError(`${what}: ${describeDiagnostics(diagnostics)}`);
}
