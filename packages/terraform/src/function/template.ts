import type { Diagnostic, Expression, FunctionDefinition, LazyArgument, StringValue, Type, Value } from '@tfwarden/hcl';
import {
  convert,
  DYNAMIC,
  FunctionError,
  hasErrors,
  isConversionFailure,
  marksDeep,
  parseTemplate,
  refineNotNull,
  SourceFile,
  STRING,
  typeOf,
  unknownValue,
  unmark,
  unmarkDeep,
  withMarks,
} from '@tfwarden/hcl';
import { anyParameter, argumentAt, defineFunction, stringParameter } from './define.ts';
import type { FunctionEnvironment } from './environment.ts';
import { readFileText } from './filesystem/read-file.ts';
import { describeDiagnostics } from './template/describe-diagnostics.ts';
import type { FindFunction } from './template/render-template.ts';
import { renderTemplate } from './template/render-template.ts';

/** `templatefile` and `templatestring`, after Terraform's `funcs/filesystem.go` and `funcs/string.go`. */
export function templateFunctions(
  environment: FunctionEnvironment,
  findFunction: FindFunction,
): readonly FunctionDefinition[] {
  /** The last rendering is kept, because the type of the result is asked for before the result. */
  let last: { readonly path: string; readonly variables: Value; readonly result: Value } | undefined;
  const renderFile = (path: StringValue, variables: Value): Value => {
    if (last?.path !== path.value || last.variables !== variables) {
      const expression = parse(readFileText(environment, path), path.value, (message) => new FunctionError(message));
      const result = renderTemplate(expression, unmarkDeep(variables), findFunction, 'file');
      last = { path: path.value, variables, result };
    }
    return last.result;
  };
  return [
    defineFunction({
      name: 'templatefile',
      parameters: [
        { ...stringParameter('path'), allowMarked: true, allowUnknown: true },
        { ...anyParameter('vars'), allowMarked: true, allowUnknown: true },
      ],
      returns(args): Type {
        const path = argumentAt(args, 0);
        const variables = argumentAt(args, 1);
        if (path.kind !== 'string' || variables.kind === 'unknown') return DYNAMIC;
        return typeOf(renderFile(path, variables));
      },
      mayBeNull: true,
      call(args, returnType) {
        const path = argumentAt(args, 0);
        const variables = argumentAt(args, 1);
        const isUnknown = path.kind !== 'string' || variables.kind === 'unknown';
        const result = isUnknown ? unknownValue(returnType) : renderFile(path, variables);
        return withMarks(result, path.marks, marksDeep(variables));
      },
    }),
    {
      ...defineFunction({
        name: 'templatestring',
        parameters: [anyParameter('template'), anyParameter('vars')],
        returns: STRING,
        // Never called: the function takes its arguments as expressions.
        call: () => unknownValue(STRING),
      }),
      callExpressions: (args, diagnostics) => renderString(args, diagnostics, findFunction),
    },
  ];
}

function parse(text: string, name: string, refuse: (message: string) => FunctionError): Expression {
  const { expression, diagnostics } = parseTemplate(new SourceFile(name, text));
  if (hasErrors(diagnostics)) throw refuse(describeDiagnostics(diagnostics));
  return expression;
}

function renderString(
  [template, vars]: readonly LazyArgument[],
  diagnostics: Diagnostic[],
  findFunction: FindFunction,
): Value {
  if (template === undefined || vars === undefined) return unknownValue(STRING);
  const problems: Diagnostic[] = [];
  const variables = vars.evaluate(problems);
  diagnostics.push(...problems);
  if (hasErrors(problems)) return unknownValue(DYNAMIC);
  if (variables.kind === 'null') throw new FunctionError('argument must not be null', 1);
  if (typeOf(variables).kind === 'dynamic') return unknownValue(DYNAMIC);
  const marks = marksDeep(variables);
  if (variables.kind === 'unknown') return withMarks(refineNotNull(unknownValue(STRING)), marks);
  const result = renderTextOf(template, unmarkDeep(variables), findFunction);
  return withMarks(refineNotNull(result), marks);
}

function renderTextOf(template: LazyArgument, variables: Value, findFunction: FindFunction): Value {
  checkExpression(template.expression);
  const problems: Diagnostic[] = [];
  const text = template.evaluate(problems);
  if (hasErrors(problems)) throw refused(`invalid template expression: ${describeDiagnostics(problems)}`);
  if (text.kind === 'unknown') return unknownValue(STRING, { waitsFor: text.waitsFor });
  if (text.kind !== 'string') throw refused('invalid template value: a string is required');
  const expression = parse(unmark(text).value, '<templatestring argument>', (message) =>
    refused(`invalid template: ${message}`),
  );
  const result = convert(renderTemplate(expression, variables, findFunction, 'string'), STRING);
  if (isConversionFailure(result)) throw new FunctionError(`invalid template result: ${result.message}`);
  return withMarks(result, text.marks);
}

function refused(message: string): FunctionError {
  return new FunctionError(message, 0);
}

const PURPOSE =
  'invalid template expression: templatestring is only for rendering templates retrieved dynamically from elsewhere';

/** Only references to a template that stands elsewhere are allowed. */
function checkExpression(expression: Expression): void {
  if (expression.kind === 'templateWrap') {
    throw refused(
      `${PURPOSE}; to treat the inner expression as template syntax, write the reference expression directly without any template interpolation syntax`,
    );
  }
  if (expression.kind === 'template') {
    const isLiteral = expression.parts.length === 1 && expression.parts[0]?.kind === 'literal';
    throw refused(
      isLiteral
        ? `${PURPOSE}, and so does not support providing a literal template; consider using a template string expression instead`
        : `${PURPOSE}; to render an inline template, consider using a plain template string expression`,
    );
  }
  let inner: Expression = expression;
  while (inner.kind === 'relativeTraversal' || inner.kind === 'index' || inner.kind === 'splat') {
    inner = inner.kind === 'index' ? inner.collection : inner.source;
  }
  if (inner.kind !== 'scopeTraversal') {
    throw refused(
      'invalid template expression: must be a direct reference to a single string from elsewhere, containing valid Terraform template syntax',
    );
  }
}
