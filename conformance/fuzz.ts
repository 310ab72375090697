// Mutates the golden inputs and looks for exceptions, hangs and broken invariants: `npm run fuzz -- [--seconds N] [--seed N]`.
// The first failing input is printed as JSON text; the same seed finds it again.

import { readFileSync } from 'node:fs';
import {
  childrenOf,
  type Diagnostic,
  decodeAttributes,
  type Expression,
  evaluate,
  format,
  hasErrors,
  parseConfig,
  parseExpression,
  parseJson,
  parseTemplate,
  parseTraversal,
  referencesIn,
  renderFrame,
  SourceFile,
  scanTokens,
} from '@tfwarden/hcl';

const DEFAULT_SECONDS = 10;
/** An input is a few hundred bytes; one that takes longer than this is a finding. */
const SLOW_MS = 1000;

/** Pieces put into inputs: what the language gives a meaning to, and what breaks texts. */
const PIECES: readonly string[] = [
  '$',
  '%',
  '${',
  '%{',
  '${~',
  '~}',
  '}',
  '{',
  '"',
  '\\',
  '\n',
  '\r\n',
  '\r',
  '<<E\n',
  '<<-EOT\n',
  'E\n',
  'EOT\n',

  ' ',
  '\t',
  'é',
  'e\u0301',
  '👨‍👩‍👧',
  '\u0301',
  '\u0600',
  'क्ष',
  '각',
  '🇩🇪',
  '\ufeff',
  '\u0000',
  '\u2028',
  '\ud800',
  '/*',
  '*/',
  '//',
  '#',
  '..',
  '...',
  '::',
  '1e',
  '1.',
  '1e400',
  '0x1',
  '00',
  '&&',
  '|',
  '<<',
  '$$',
  '$${',
  '%%{',

  '~',
  "'",
  '`',
  ';',
  '[',
  ']',
  '(',
  ')',
  '[*]',
  '.*',
  '.0',
  '.1.2',
  '.a',
  ',',
  ':',
  '?',
  '=',
  '=>',
  '==',
  '!',
  '-',
  '+',
  '*',
  '/',
  '<',
  '>=',
  'for ',
  'in ',
  'if ',
  'else',
  'endif',
  '%{ if x }',
  '%{ else }',
  '%{ endif }',
  'null',

  '%{ for a in b }',
  '%{ for k, v in b ~}',
  '%{ endfor }',
  'true',
  'a',
  'b = 1',
  '\\u00e9',
  '\\ud800',
  '\\q',
  '\\"',

  '{"a":1}',
  '1.5e3',
  '::f(',
  'f(',
  'a {',
  '} ',
  '"x" {',
  'x = ',
  '${x}',
  '[for x in y : x]',
  '{for k, v in m : k => v}',
];

const { seconds, seed } = readArguments(process.argv.slice(2));
const seeds = goldenInputs();
const random = randomNumbers(seed);
const end = performance.now() + seconds * 1000;
let inputs = 0;
while (performance.now() < end) {
  const input = mutate(random);
  const started = performance.now();
  try {
    exercise(input);
  } catch (error) {
    report(input, error instanceof Error ? (error.stack ?? error.message) : String(error));
  }
  const took = performance.now() - started;
  if (took > SLOW_MS) report(input, `took ${took.toFixed(0)} ms`);
  inputs++;
}
console.log(`survived ${inputs} inputs in ${seconds} s (seed ${seed})`);

function report(input: string, problem: string): never {
  console.error(`input ${inputs + 1} of seed ${seed}: ${JSON.stringify(input)}\n${problem}`);
  process.exit(1);
}

/** Everything that takes text; throws where an invariant is broken. */
function exercise(input: string): void {
  const file = new SourceFile('fuzz.tf', input);
  checkTokens(file);
  const config = parseConfig(file);
  checkDiagnostics(config.diagnostics);
  for (const attribute of config.parsed.body.attributes) checkExpression(attribute.expression, file);
  const formatted = format(input);
  const isValid = !hasErrors(config.diagnostics);
  if ((typeof formatted === 'string') !== isValid) throw new Error('formatting and parsing disagree on errors');
  if (typeof formatted === 'string' && hasErrors(parseConfig(new SourceFile('formatted.tf', formatted)).diagnostics)) {
    throw new Error('the formatted text does not parse');
  }

  for (const { expression, diagnostics } of [parseExpression(file), parseTemplate(file)]) {
    checkDiagnostics(diagnostics);
    checkExpression(expression, file);
  }
  checkDiagnostics(parseTraversal(file).diagnostics);
  const json = parseJson(new SourceFile('fuzz.tf.json', input));
  checkDiagnostics(json.diagnostics);
  for (const { expression } of decodeAttributes(json.parsed.body).attributes.values()) evaluateWithoutNames(expression);
}

function checkTokens(file: SourceFile): void {
  for (const mode of ['config', 'template'] as const) {
    const { count, starts, ends } = scanTokens(file, mode);
    let at = file.hasByteOrderMark() ? 1 : 0;
    for (let i = 0; i < count; i++) {
      const start = starts[i] ?? -1;
      if (start < at || file.text.slice(at, start).replaceAll(/[ \t]/g, '') !== '')
        throw new Error('a token is missing');
      at = ends[i] ?? -1;
    }
    if (at !== file.text.length) throw new Error('the tokens end before the text');
  }
}

function checkDiagnostics(diagnostics: readonly Diagnostic[]): void {
  for (const { subject } of diagnostics.slice(0, 3)) if (subject !== undefined) renderFrame({ primary: subject });
}

function checkExpression(root: Expression, file: SourceFile): void {
  referencesIn(root);
  evaluateWithoutNames(root);
  const pending: Expression[] = [root];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (node.file === file && (node.start < 0 || node.end > file.text.length))
      throw new Error('a node leaves the text');
    pending.push(...childrenOf(node));
  }
}

function evaluateWithoutNames(expression: Expression): void {
  evaluate(expression, { resolve: () => undefined, findFunction: () => undefined }, []);
}

function mutate(next: (below: number) => number): string {
  let text = pick(seeds, next);
  for (let changes = 1 + next(5); changes > 0; changes--) {
    const at = next(text.length + 1);
    switch (next(4)) {
      case 0:
      case 1:
        text = text.slice(0, at) + pick(PIECES, next) + text.slice(at);
        break;
      case 2:
        text = text.slice(0, at) + text.slice(at + 1 + next(8));
        break;
      default: {
        const other = pick(seeds, next);
        const from = next(other.length + 1);
        text = text.slice(0, at) + other.slice(from, from + next(40)) + text.slice(at);
      }
    }
  }
  return text;
}

function pick(list: readonly string[], next: (below: number) => number): string {
  return list[next(list.length)] ?? '';
}

function goldenInputs(): readonly string[] {
  const rows = readFileSync('conformance/data/parser.jsonl', 'utf8').trim().split('\n').map(readObject);
  return [
    ...rows.map((row) => textOf(row['source'])),
    ...readColumn('conformance/data/fmt.json', 'input'),
    ...readColumn('conformance/data/functions.json', 'expr'),
  ].filter((text) => text !== '' && text.length < 5000);
}

/** One field of each object of an array, see conformance/data/README.md. */
function readColumn(path: string, key: string): readonly string[] {
  const rows = JSON.parse(readFileSync(path, 'utf8')) as readonly Readonly<Record<string, unknown>>[]; // an array of objects, as said there
  return rows.map((row) => textOf(row[key]));
}

function readObject(line: string): Readonly<Record<string, unknown>> {
  return JSON.parse(line) as Readonly<Record<string, unknown>>; // one object a line, see HCLDUMP.md
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** Xorshift: the same numbers for the same seed. */
function randomNumbers(start: number): (below: number) => number {
  let state = (start * 2654435761) >>> 0 || 1;
  return (below) => {
    state ^= state << 13;
    state >>>= 0;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state % below;
  };
}

function readArguments(args: readonly string[]): { seconds: number; seed: number } {
  const numberAfter = (flag: string, otherwise: number): number => {
    const at = args.indexOf(flag);
    return at >= 0 ? Number(args[at + 1]) : otherwise;
  };
  return { seconds: numberAfter('--seconds', DEFAULT_SECONDS), seed: numberAfter('--seed', 1) };
}
