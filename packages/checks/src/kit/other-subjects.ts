import type { Block, Expression, ParsedFile, Range, SourceFile, Value } from '@tfwarden/hcl';
import type { EvaluatedAttribute, EvaluatedBody, Evaluation, ModuleInstance, NamedValue } from '@tfwarden/terraform';
import type { ResourceFacts } from './resource-view.ts';

/** Provider configurations of a module instance: `provider.aws`. */
export function providerFacts(module: ModuleInstance): readonly ResourceFacts[] {
  return module.providers.map((provider) => {
    const name = provider.alias ?? provider.type;
    const suffix = provider.alias === undefined ? '' : `.${provider.alias}`;
    return {
      ...shared(module, `provider.${provider.type}`, name, `provider.${provider.type}${suffix}`),
      headerRange: provider.headerRange,
      range: provider.range,
      body: provider.body,
    };
  });
}

/** The call that made a module instance, with the arguments as attributes; nothing for the root. */
export function callFacts(module: ModuleInstance): readonly ResourceFacts[] {
  const { call, parent } = module;
  if (call === undefined || parent === undefined) return [];
  const attributes: EvaluatedAttribute[] = [];
  for (const argument of call.arguments.values()) {
    const variable = module.variables.get(argument.name);
    if (variable === undefined || variable.expression !== argument.expression) continue;
    attributes.push(namedAttribute(argument.name, argument, argument.nameRange, argument.expression, variable));
  }
  const facts = shared(parent, 'module', call.name, module.address);
  return [{ ...facts, headerRange: call.headerRange, range: call.range, body: flatBody(call.range, attributes) }];
}

/**
 * Variables of a module instance: `value` is the value that counts, `default` what the declaration says.
 * @param files  all files of the evaluation
 */
export function variableFacts(
  module: ModuleInstance,
  evaluation: Evaluation,
  files: ReadonlyMap<SourceFile, ParsedFile>,
): readonly ResourceFacts[] {
  return namedFacts(module, 'variable', 'var', module.variables).map((facts) => {
    const block = declaredBlock(files.get(facts.headerRange.file), facts.headerRange);
    const written = block?.body.attributes.find((attribute) => attribute.name === 'default');
    if (block === undefined || written === undefined) return facts;
    // A heredoc ends with its line.
    const text = `${written.file.text.slice(written.expression.start, written.expression.end)}\n`;
    let value: Value | undefined;
    const fallback = namedAttribute('default', written, written.nameRange, written.expression, {
      get value() {
        return (value ??= evaluation.evaluateExpression(text, module).value);
      },
    });
    const own = facts.body.attribute('value');
    return { ...facts, range: block, body: flatBody(block, own === undefined ? [fallback] : [own, fallback]) };
  });
}

/** Locals of a module instance, with the attribute `value`. */
export function localFacts(module: ModuleInstance): readonly ResourceFacts[] {
  return namedFacts(module, 'local', 'local', module.locals);
}

/** Outputs of a module instance, with the attribute `value`. */
export function outputFacts(module: ModuleInstance): readonly ResourceFacts[] {
  return namedFacts(module, 'output', 'output', module.outputs);
}

function namedFacts(
  module: ModuleInstance,
  type: string,
  prefix: string,
  values: ReadonlyMap<string, NamedValue>,
): readonly ResourceFacts[] {
  return [...values.values()].map((named) => {
    const { declaration, expression } = named;
    const attributes =
      expression === undefined ? [] : [namedAttribute('value', declaration, declaration, expression, named)];
    const range = expression?.file === declaration.file ? wider(declaration, expression) : declaration;
    const address = `${prefix}.${named.name}`;
    const facts = shared(module, type, named.name, address);
    return { ...facts, headerRange: declaration, range, body: flatBody(range, attributes) };
  });
}

/** The top-level block in native syntax whose header stands at a place. */
function declaredBlock(parsed: ParsedFile | undefined, header: Range): Block | undefined {
  if (parsed?.body.kind !== 'body') return undefined;
  const { blocks } = parsed.body;
  // Blocks stand in the order of the file.
  let low = 0;
  let high = blocks.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((blocks[middle]?.start ?? 0) <= header.start) low = middle;
    else high = middle - 1;
  }
  const block = blocks[low];
  return block?.start === header.start ? block : undefined;
}

function shared(
  module: ModuleInstance,
  type: string,
  name: string,
  localAddress: string,
): Pick<ResourceFacts, 'type' | 'name' | 'address' | 'module' | 'isCertain' | 'syntax' | 'instance'> {
  const isAbsolute = module.address === '' || type === 'module';
  const address = isAbsolute ? localAddress : `${module.address}.${localAddress}`;
  return { type, name, address, module, isCertain: true, syntax: undefined, instance: undefined };
}

function namedAttribute(
  name: string,
  range: Range,
  nameRange: Range,
  expression: Expression,
  source: { readonly value: Value },
): EvaluatedAttribute {
  return {
    name,
    range,
    nameRange,
    expression,
    get value() {
      return source.value;
    },
    diagnostics: [],
    explain: () => [],
  };
}

function flatBody(range: Range, attributes: readonly EvaluatedAttribute[]): EvaluatedBody {
  return {
    range,
    attributeNames: attributes.map((attribute) => attribute.name),
    attribute: (name) => attributes.find((attribute) => attribute.name === name),
    blockTypes: [],
    blocks: () => [],
    mayHaveMore: () => false,
    unknownBlockSource: () => undefined,
  };
}

function wider(a: Range, b: Range): Range {
  return { file: a.file, start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) };
}
