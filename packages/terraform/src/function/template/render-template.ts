import type { Diagnostic, Expression, FunctionDefinition, Resolved, Scope, ScopeTraversal, Value } from '@tfwarden/hcl';
import { evaluate, FunctionError, hasErrors, isValidIdentifier, quote, rangeText, referencesIn } from '@tfwarden/hcl';
import { FILESYSTEM_FUNCTION_NAMES } from '../filesystem.ts';
import { describeDiagnostics } from './describe-diagnostics.ts';

/** How templates find the functions they call. */
export type FindFunction = (name: string) => FunctionDefinition | undefined;

/**
 * Evaluates a template with the variables given and no others. Throws `FunctionError`; one about the variables is about argument 1.
 * @param source templates from strings may not read files
 */
export function renderTemplate(
  expression: Expression,
  variables: Value,
  findFunction: FindFunction,
  source: 'file' | 'string',
): Value {
  const values = variablesOf(variables);
  for (const name of values.keys()) {
    if (isValidIdentifier(name)) continue;
    throw new FunctionError(
      `invalid template variable name ${quote(name)}: must start with a letter, followed by zero or more letters, digits, and underscores`,
      1,
    );
  }
  for (const { root } of referencesIn(expression)) {
    if (values.has(root.name)) continue;
    throw new FunctionError(`vars map does not contain key ${quote(root.name)}, referenced at ${rangeText(root)}`, 1);
  }
  const diagnostics: Diagnostic[] = [];
  const scope: Scope = {
    resolve: (traversal) => resolve(values, traversal),
    findFunction: (name) => restricted(name, findFunction, source),
  };
  const result = evaluate(expression, scope, diagnostics);
  if (hasErrors(diagnostics)) throw new FunctionError(describeDiagnostics(diagnostics));
  if (result.kind === 'null') {
    throw new FunctionError(
      `${rangeText(expression)}: Template result is null; The result of the template is null, which is not a valid result for a templatestring call.`,
    );
  }
  return result;
}

function variablesOf(variables: Value): ReadonlyMap<string, Value> {
  if (variables.kind === 'map') return variables.elements;
  if (variables.kind === 'object') return variables.attributes;
  throw new FunctionError('invalid vars value: must be a map', 1);
}

function resolve(values: ReadonlyMap<string, Value>, { root }: ScopeTraversal): Resolved | undefined {
  const value = values.get(root.name);
  return value === undefined ? undefined : { value, stepsUsed: 0 };
}

const TEMPLATE_FUNCTION_NAMES: ReadonlySet<string> = new Set(['templatefile', 'templatestring']);

function restricted(
  name: string,
  findFunction: FindFunction,
  source: 'file' | 'string',
): FunctionDefinition | undefined {
  const definition = findFunction(name);
  if (definition === undefined) return undefined;
  const plainName = name.replace(/^core::/, '');
  if (TEMPLATE_FUNCTION_NAMES.has(plainName)) {
    return refusing(definition, `cannot recursively call ${plainName} from inside another template function`);
  }
  if (source === 'string' && FILESYSTEM_FUNCTION_NAMES.has(plainName)) {
    return refusing(
      definition,
      `cannot use filesystem access functions like ${plainName} in templatestring templates; consider passing the function result as a template variable instead`,
    );
  }
  return definition;
}

/** The same signature, but every call fails. */
function refusing({ name, parameters, variadic }: FunctionDefinition, message: string): FunctionDefinition {
  const refuse = (): never => {
    throw new FunctionError(message);
  };
  return { name, parameters, ...(variadic !== undefined && { variadic }), returnType: refuse, call: refuse };
}
