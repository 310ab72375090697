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
  return Array.from(module.variables.values(), (named) => {
    const block = declaredBlock(files.get(named.declaration.file), named.declaration);
    return new NamedFacts(module, 'variable', 'var', named, block, evaluation);
  });
}

/** Locals of a module instance, with the attribute `value`. */
export function localFacts(module: ModuleInstance): readonly ResourceFacts[] {
  return Array.from(module.locals.values(), (named) => new NamedFacts(module, 'local', 'local', named));
}

/** Outputs of a module instance, with the attribute `value`. */
export function outputFacts(module: ModuleInstance): readonly ResourceFacts[] {
  return Array.from(module.outputs.values(), (named) => new NamedFacts(module, 'output', 'output', named));
}

/** A variable, local or output. Most checks look at the name alone, and there are many in every instance of a module. */
class NamedFacts implements ResourceFacts {
  readonly module: ModuleInstance;
  readonly type: string;
  readonly isCertain: boolean = true;
  readonly syntax: undefined;
  readonly instance: undefined;
  readonly #prefix: string;
  readonly #named: NamedValue;
  /** The block of a variable with a default. */
  readonly #block: Block | undefined;
  readonly #evaluation: Evaluation | undefined;
  #body: EvaluatedBody | undefined;

  /** @param prefix  of its references @param block  that declares it, and @param evaluation  for the default that is written there */
  constructor(
    module: ModuleInstance,
    type: string,
    prefix: string,
    named: NamedValue,
    block?: Block,
    evaluation?: Evaluation,
  ) {
    this.module = module;
    this.type = type;
    this.#prefix = prefix;
    this.#named = named;
    this.#block = block?.body.attributes.some(({ name }) => name === 'default') === true ? block : undefined;
    this.#evaluation = evaluation;
  }

  get name(): string {
    return this.#named.name;
  }

  get address(): string {
    const { address } = this.module;
    return `${address === '' ? '' : `${address}.`}${this.#prefix}.${this.name}`;
  }

  get headerRange(): Range {
    return this.#named.declaration;
  }

  get range(): Range {
    if (this.#block !== undefined) return this.#block;
    const { declaration, expression } = this.#named;
    return expression?.file === declaration.file ? wider(declaration, expression) : declaration;
  }

  get body(): EvaluatedBody {
    this.#body ??= flatBody(this.range, [...this.#value(), ...this.#default()]);
    return this.#body;
  }

  #value(): readonly EvaluatedAttribute[] {
    const named = this.#named;
    const { declaration, expression } = named;
    return expression === undefined ? [] : [namedAttribute('value', declaration, declaration, expression, named)];
  }

  #default(): readonly EvaluatedAttribute[] {
    const written = this.#block?.body.attributes.find(({ name }) => name === 'default');
    const evaluation = this.#evaluation;
    if (written === undefined || evaluation === undefined) return [];
    const { module } = this;
    // A heredoc ends with its line.
    const text = `${written.file.text.slice(written.expression.start, written.expression.end)}\n`;
    let value: Value | undefined;
    const source = {
      get value() {
        return (value ??= evaluation.evaluateExpression(text, module).value);
      },
    };
    return [namedAttribute('default', written, written.nameRange, written.expression, source)];
  }
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
