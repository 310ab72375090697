import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnostic } from '@tfwarden/hcl';
import { containsUnknown, positionsOf, typeOf, typeToJson } from '@tfwarden/hcl';
import type { CommandLineVariable, Plan } from '@tfwarden/terraform';
import { memoryFileSystem, planRoot } from '@tfwarden/terraform';
import type { Report } from '../suite.ts';
import { renderValue, sensitivePaths, unknownPaths } from './configs-value.ts';
import type { ExactJson } from './exact-json.ts';
import { isExactArray, isExactNumber, parseExactJson } from './exact-json.ts';

/**
 * Plays the directories of `configs`, and the cases of `configs.json` that hold the same in one file: plans each input and compares with
 * what terraform 1.11.4 said.
 */
export function run(dir: string, report: Report): void {
  const folder = join(dir, 'configs');
  for (const id of existsSync(folder) ? readdirSync(folder).toSorted() : []) {
    const place = join(folder, id);
    if (!existsSync(join(place, 'expected.json'))) continue;
    const read = (name: string): Plain => plain(parseExactJson(readFileSync(join(place, name), 'utf8')));
    play(
      { id, files: readTree(join(place, 'input')), command: read('cmd.json'), expected: read('expected.json') },
      report,
    );
  }
  const packed = join(dir, 'configs.json');
  if (!existsSync(packed)) return;
  const cases = plain(parseExactJson(readFileSync(packed, 'utf8')));
  for (const { id, files, cmd, expected } of (Array.isArray(cases) ? cases : []).filter(isRecord)) {
    const texts = Object.entries(isRecord(files) ? files : {}).map(([name, text]) => [name, textOf(text)] as const);
    play(
      { id: textOf(id), files: Object.fromEntries(texts), command: cmd ?? null, expected: expected ?? null },
      report,
    );
  }
}

interface Case {
  readonly id: string;
  readonly files: Readonly<Record<string, string | Uint8Array>>;
  readonly command: Plain;
  readonly expected: Plain;
}

function play({ id, files, command, expected }: Case, report: Report): void {
  const plan = planRoot(memoryFileSystem(files), '.', readCommand(command));
  if (isRecord(expected) && 'stage' in expected) report.compare(id, expectedFailure(expected), actualFailure(plan));
  else report.compare(id, expectedSuccess(expected), actualSuccess(plan));
}

type Plain = string | boolean | null | readonly Plain[] | { readonly [key: string]: Plain };

function textOf(value: Plain | undefined): string {
  return typeof value === 'string' ? value : '';
}

function isRecord(value: unknown): value is Readonly<Record<string, Plain>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Numbers become `#` and their digits as float64, or as written when that cannot hold them. */
function plain(json: ExactJson): Plain {
  if (json === null || typeof json !== 'object') return json;
  if (isExactNumber(json)) return `#${Number(json.number)}`;
  if (isExactArray(json)) return json.map(plain);
  return Object.fromEntries([...json].map(([key, value]) => [key, plain(value)]));
}

function readTree(root: string): Record<string, Uint8Array> {
  const files: Record<string, Uint8Array> = {};
  for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    files[path.slice(root.length + 1)] = readFileSync(path);
  }
  return files;
}

function readCommand(command: Plain): Parameters<typeof planRoot>[2] {
  const environment = new Map<string, string>();
  const commandLine: CommandLineVariable[] = [];
  if (isRecord(command)) {
    for (const [name, value] of Object.entries(isRecord(command['env']) ? command['env'] : {})) {
      if (name.startsWith('TF_VAR_')) environment.set(name.slice('TF_VAR_'.length), textOf(value));
    }
    for (const given of Array.isArray(command['args']) ? command['args'] : []) {
      const [, option, text] = /^-(var-file|var)=(.*)$/s.exec(String(given)) ?? [];
      if (option === 'var-file') commandLine.push({ kind: 'file', path: text ?? '' });
      const [, name, value] = option === 'var' ? (/^([^=]*)=(.*)$/s.exec(text ?? '') ?? []) : [];
      if (name !== undefined) commandLine.push({ kind: 'value', name, text: value ?? '' });
    }
  }
  return { variables: { environment, commandLine } };
}

const BANNER = 'Terraform encountered problems during initialisation';

/** What Terraform words by paths of its own machine is compared without the words. */
const UNCOMPARED_DETAILS: ReadonlySet<string> = new Set(['Unreadable module directory']);

interface Problem {
  readonly summary: string;
  readonly detail: string;
  readonly range: string;
}

function expectedFailure(expected: Readonly<Record<string, Plain>>): unknown {
  const { stage, cycle, errors } = expected;
  if (cycle !== undefined) return { stage, cycle };
  const problems = (Array.isArray(errors) ? errors : []).filter(isRecord).map((error): Problem => {
    const range = Array.isArray(error['range']) ? error['range'].map((part) => String(part).replace(/^#/, '')) : [];
    return { summary: textOf(error['summary']), detail: textOf(error['detail']), range: range.join(':') };
  });
  return { stage, errors: distinct(problems.filter(({ summary }) => !summary.startsWith(BANNER))) };
}

function actualFailure(plan: Plan): unknown {
  const [cycle] = plan.cycles;
  if (cycle !== undefined) return { stage: plan.failedAt, cycle };
  const errors = plan.diagnostics.filter(({ severity }) => severity === 'error');
  return {
    stage: plan.failedAt ?? 'success',
    errors: distinct(errors.map((error) => ({ ...describe(error), range: describe(error).range ?? '' }))),
  };
}

function distinct(problems: readonly Problem[]): readonly Problem[] {
  const seen = new Map<string, Problem>();
  for (const problem of problems) {
    const shown = UNCOMPARED_DETAILS.has(problem.summary) ? { ...problem, detail: '' } : problem;
    seen.set(JSON.stringify(shown), shown);
  }
  return [...seen.entries()].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, problem]) => problem);
}

function describe({ summary, detail, subject }: Diagnostic): { summary: string; detail: string; range?: string } {
  if (subject === undefined) return { summary, detail };
  const { start, end } = positionsOf(subject);
  // Terraform shows an empty range as one character.
  const lastColumn = subject.start === subject.end ? end.column + 1 : end.column;
  const range = [subject.file.name, start.line, start.column, end.line, lastColumn];
  return { summary, detail, range: range.join(':') };
}

function expectedSuccess(expected: Plain): unknown {
  if (!isRecord(expected)) return expected;
  const warnings = (Array.isArray(expected['warnings']) ? expected['warnings'] : []).filter(isRecord).map((warning) => {
    const { summary, detail, range } = warning;
    if (!Array.isArray(range)) return { summary, detail };
    return { summary, detail, range: range.map((part) => String(part).replace(/^#/, '')).join(':') };
  });
  return {
    outputs: expected['outputs'],
    resources: mapRecord(expected['resources'], (resource) => ({
      ...(isRecord(resource) ? resource : {}),
      unknown: sortPaths(isRecord(resource) ? resource['unknown'] : []),
      sensitive: sortPaths(isRecord(resource) ? resource['sensitive'] : []),
    })),
    checks: expected['checks'] ?? {},
    warnings,
  };
}

function mapRecord(value: Plain | undefined, map: (value: Plain) => unknown): Record<string, unknown> {
  return Object.fromEntries(Object.entries(isRecord(value) ? value : {}).map(([key, entry]) => [key, map(entry)]));
}

function sortPaths(paths: unknown): readonly string[] {
  return (Array.isArray(paths) ? paths : []).map((path) => JSON.stringify(path)).toSorted();
}

function actualSuccess(plan: Plan): unknown {
  if (plan.failedAt !== undefined) return actualFailure(plan);
  const outputs: Record<string, unknown> = {};
  for (const [name, { value, isSensitive }] of plan.outputs) {
    const unknown = unknownPaths(value);
    const type = value.kind === 'null' ? 'dynamic' : containsUnknown(value) ? null : typeToJson(typeOf(value));
    outputs[name] = {
      value: renderValue(value) ?? null,
      type,
      ...(unknown.length > 0 && { unknown }),
      ...(isSensitive && { sensitive: true }),
    };
  }
  const resources: Record<string, unknown> = {};
  for (const { instance, action, value } of plan.resources) {
    resources[instance.address] = {
      actions: [action],
      values: renderValue(value) ?? null,
      unknown: sortPaths(unknownPaths(value)),
      sensitive: sortPaths(sensitivePaths(value)),
    };
  }
  const checks: Record<string, unknown> = {};
  for (const [address, { status, instances }] of plan.checks) {
    checks[address] = {
      status,
      instances: instances.map(({ problems, ...rest }) => ({ ...rest, ...(problems.length > 0 && { problems }) })),
    };
  }
  return { outputs, resources, checks, warnings: plan.diagnostics.map(describe) };
}
