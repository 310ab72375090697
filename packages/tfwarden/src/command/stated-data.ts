import { evaluate, hasErrors, objectValue, parseExpression, SourceFile, type Value } from '@tfwarden/hcl';

/** What the user states of data sources, by address or type, or why it cannot be read. */
export type StatedData = { readonly values: ReadonlyMap<string, Value> } | { readonly problem: string };

/**
 * Reads `--data` and the key `data` of the configuration: `data.aws_region.current={name="eu-west-1"}` for one data source,
 * `data.aws_caller_identity={account_id="123456789012"}` for all of a type. Attributes add up; the command line wins over the file.
 */
export function readStatedData(
  given: readonly string[],
  fromFile: Readonly<Record<string, Readonly<Record<string, unknown>>>>,
): StatedData {
  const stated = new Map<string, Value>();
  for (const [address, attributes] of Object.entries(fromFile)) {
    const problem = state(stated, address, JSON.stringify(attributes).replaceAll(/[$%](?=\{)/g, '$&$&'), 'data');
    if (problem !== undefined) return { problem };
  }
  for (const pair of given) {
    const equals = endOfAddress(pair);
    if (equals < 1) return { problem: `expected \`--data ADDRESS={NAME = VALUE, ...}\`, found \`--data ${pair}\`` };
    const problem = state(stated, pair.slice(0, equals).trim(), pair.slice(equals + 1), '--data');
    if (problem !== undefined) return { problem };
  }
  return { values: stated };
}

/** @returns what is wrong */
function state(stated: Map<string, Value>, address: string, text: string, where: string): string | undefined {
  if (!isDataAddress(address)) {
    return `expected an address such as \`data.aws_region.current\`, or \`data.aws_region\` for all of a type, found \`${address}\` in \`${where}\``;
  }
  const { expression, diagnostics: problems } = parseExpression(new SourceFile(`<${where}>`, text));
  const diagnostics = [...problems];
  const value = hasErrors(diagnostics) ? undefined : evaluate(expression, undefined, diagnostics);
  const error = diagnostics.find(({ severity }) => severity === 'error');
  if (error !== undefined) return `the value of \`${address}\` in \`${where}\`: ${error.summary}: ${error.detail}`;
  if (value?.kind !== 'object') {
    return `expected the attributes of \`${address}\` in \`${where}\`, such as \`{name = "eu-west-1"}\`, found \`${text.trim()}\``;
  }
  const before = stated.get(address);
  const attributes = before?.kind === 'object' ? [...before.attributes, ...value.attributes] : value.attributes;
  stated.set(address, objectValue(attributes));
  return undefined;
}

/** Keys of instances may hold an equals sign. */
function endOfAddress(pair: string): number {
  let isQuoted = false;
  for (let i = 0; i < pair.length; i++) {
    const character = pair[i];
    if (character === '"') isQuoted = !isQuoted;
    else if (character === '\\' && isQuoted) i++;
    else if (character === '=' && !isQuoted) return i;
  }
  return -1;
}

function isDataAddress(address: string): boolean {
  const { expression, diagnostics } = parseExpression(new SourceFile('<address>', address));
  if (hasErrors(diagnostics) || expression.kind !== 'scopeTraversal') return false;
  const names = [expression.root, ...expression.steps].flatMap((step) => ('name' in step ? [step.name] : []));
  while (names[0] === 'module' && names.length > 2) names.splice(0, 2);
  return names[0] === 'data' && (names.length === 2 || names.length === 3);
}
