import type { DecodedBlock, Diagnostic, Expression, Type, Value } from '@tfwarden/hcl';
import {
  convert,
  DYNAMIC,
  evaluate,
  isConversionFailure,
  isValidIdentifier,
  listOf,
  mapOf,
  unknownValue,
} from '@tfwarden/hcl';
import { applyDefaults } from './apply-defaults.ts';
import { describeFailure } from './conversion-failure.ts';
import { decodeCheckRule } from './decode-check-rule.ts';
import { readContent } from './decoded.ts';
import type { CheckRule, VariableDeclaration } from './module-configuration.ts';
import { BAD_IDENTIFIER } from './names.ts';
import { problem } from './problem.ts';
import { parseReference } from './reference.ts';
import { MODULE_SCHEMA, VARIABLE_SCHEMA } from './schemas.ts';
import { keywordOf } from './static-expression.ts';
import { staticReferences } from './static-references.ts';
import { readText, readTruth } from './static-value.ts';
import type { OptionalDefaults } from './type-constraint.ts';
import { readTypeConstraint } from './type-constraint.ts';

/** What a `variable` block says; fields that are not written are undefined, so that an override can be merged. */
export interface WrittenVariable {
  readonly block: DecodedBlock;
  readonly description: string | undefined;
  readonly constraint: VariableConstraint | undefined;
  readonly default: { readonly expression: Expression; readonly value: Value } | undefined;
  readonly isSensitive: boolean | undefined;
  readonly isEphemeral: boolean | undefined;
  readonly isNullable: boolean | undefined;
  readonly validations: readonly CheckRule[];
}

export interface VariableConstraint {
  readonly expression: Expression;
  readonly type: Type;
  readonly defaults: OptionalDefaults | undefined;
  readonly parsing: VariableDeclaration['parsing'];
}

/** Decodes a `variable` block, with the checks and messages of Terraform's `decodeVariableBlock` (1.11.4). */
export function decodeVariable(block: DecodedBlock, isOverride: boolean, diagnostics: Diagnostic[]): WrittenVariable {
  const content = readContent(block.body, VARIABLE_SCHEMA, diagnostics);
  const name = block.labels[0] ?? '';
  const [nameRange] = block.labelRanges;
  if (!isValidIdentifier(name)) {
    diagnostics.push(problem('invalid-name', 'Invalid variable name', BAD_IDENTIFIER, nameRange));
  }
  if (RESERVED.has(name)) {
    const detail = `The variable name "${name}" is reserved due to its special meaning inside module blocks.`;
    diagnostics.push(problem('invalid-name', 'Invalid variable name', detail, nameRange));
  }
  const text = (argument: string): string | undefined => {
    const attribute = content.attributes.get(argument);
    return attribute && readText(attribute.expression, diagnostics);
  };
  const truth = (argument: string): boolean | undefined => {
    const attribute = content.attributes.get(argument);
    return attribute && readTruth(attribute.expression, diagnostics);
  };
  const description = text('description');
  const typeAttribute = content.attributes.get('type');
  const constraint = typeAttribute && readVariableType(typeAttribute.expression, diagnostics);
  const isSensitive = truth('sensitive');
  const isEphemeral = truth('ephemeral');
  const isNullable = truth('nullable');

  const defaultAttribute = content.attributes.get('default');
  let fallback: WrittenVariable['default'];
  if (defaultAttribute !== undefined) {
    const { expression } = defaultAttribute;
    let value = evaluate(expression, undefined, diagnostics);
    if (!isOverride || constraint !== undefined) {
      value = convertDefault(value, constraint, expression, diagnostics);
    }
    if (isNullable === false && value.kind === 'null') {
      const detail = 'A null default value is not valid when nullable=false.';
      diagnostics.push(problem('invalid-default', 'Invalid default value for variable', detail, expression));
    }
    fallback = { expression, value };
  }
  const validations: CheckRule[] = [];
  for (const inner of content.blocks) {
    const rule = decodeCheckRule(inner, 'validation', isOverride, diagnostics);
    checkValidation(name, rule, diagnostics);
    validations.push(rule);
  }
  return { block, description, constraint, default: fallback, isSensitive, isEphemeral, isNullable, validations };
}

/** Converts a default to the constraint; unknown with a diagnostic when it does not fit. */
function convertDefault(
  given: Value,
  constraint: VariableConstraint | undefined,
  expression: Expression,
  diagnostics: Diagnostic[],
): Value {
  if (constraint === undefined) return given;
  const { type, defaults } = constraint;
  const value = defaults === undefined || given.kind === 'null' ? given : applyDefaults(defaults, given);
  const converted = convert(value, type);
  if (!isConversionFailure(converted)) return converted;
  const detail = `This default value is not compatible with the variable's type constraint: ${describeFailure(converted)}.`;
  diagnostics.push(problem('invalid-default', 'Invalid default value for variable', detail, expression));
  return unknownValue(DYNAMIC);
}

/** Names of arguments and blocks of `module` blocks: a variable of that name could not be given a value. */
const RESERVED: ReadonlySet<string> = new Set([
  ...MODULE_SCHEMA.attributes.map(({ name }) => name),
  ...MODULE_SCHEMA.blocks.map(({ type }) => type),
]);

function checkValidation(name: string, { condition }: CheckRule, diagnostics: Diagnostic[]): void {
  if (condition === undefined) return;
  for (const traversal of staticReferences(condition)) {
    const reference = parseReference(traversal);
    if (reference.kind === 'var' && reference.name === name) return;
  }
  diagnostics.push(
    problem(
      'invalid-validation',
      'Invalid variable validation condition',
      `The condition for variable "${name}" must refer to var.${name} in order to test incoming values.`,
      condition,
    ),
  );
}

function readVariableType(expression: Expression, diagnostics: Diagnostic[]): VariableConstraint {
  const quoted = quotedText(expression);
  if (quoted !== undefined) {
    const [summary, detail] = describeQuoted(quoted);
    diagnostics.push(problem('invalid-type', summary, detail, expression));
    const parsing = quoted === 'string' ? 'literal' : 'expression';
    return { expression, type: DYNAMIC, defaults: undefined, parsing };
  }
  const keyword = keywordOf(expression);
  // Terraform before 0.12 had lists and maps of any single type, written so.
  if (keyword === 'list' || keyword === 'map') {
    const type = keyword === 'list' ? listOf(DYNAMIC) : mapOf(DYNAMIC);
    return { expression, type, defaults: undefined, parsing: 'expression' };
  }
  const before = diagnostics.length;
  const { type, defaults } = readTypeConstraint(expression, diagnostics);
  if (diagnostics.length > before) return { expression, type: DYNAMIC, defaults: undefined, parsing: 'expression' };
  const isPrimitive = type.kind === 'string' || type.kind === 'number' || type.kind === 'bool';
  return { expression, type, defaults, parsing: isPrimitive ? 'literal' : 'expression' };
}

/** The text of a quoted string of native syntax without interpolation. */
function quotedText(expression: Expression): string | undefined {
  if (expression.kind !== 'template' || expression.parts.length > 1) return undefined;
  const [part] = expression.parts;
  if (part === undefined) return '';
  return part.kind === 'literal' && part.value.kind === 'string' ? part.value.value : undefined;
}

const QUOTED =
  'Terraform 0.11 and earlier required type constraints to be given in quotes, but that form is now deprecated and will be removed in a future version of Terraform. Remove the quotes around';

function describeQuoted(text: string): readonly [string, string] {
  const summary = 'Invalid quoted type constraints';
  switch (text) {
    case 'string':
      return [summary, `${QUOTED} "string".`];
    case 'list':
      return [
        summary,
        `${QUOTED} "list" and write list(string) instead to explicitly indicate that the list elements are strings.`,
      ];
    case 'map':
      return [
        summary,
        `${QUOTED} "map" and write map(string) instead to explicitly indicate that the map elements are strings.`,
      ];
    default:
      return [
        'Invalid legacy variable type hint',
        'To provide a full type expression, remove the surrounding quotes and give the type expression directly.',
      ];
  }
}
