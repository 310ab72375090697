import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnostic, Range } from '@tfwarden/hcl';
import { consoleTypeString, typeOf } from '@tfwarden/hcl';
import type { Plan } from '@tfwarden/terraform';
import type { Report } from '../suite.ts';
import type { ExactJson } from './exact-json.ts';
import { isExactArray, parseExactJson } from './exact-json.ts';
import { compareResult } from './functions-compare.ts';
import { openFixture } from './functions-fixture.ts';

/** Groups whose error details come from Go's own libraries; only their summaries are compared. */
const DETAILS_FROM_GO: ReadonlySet<string> = new Set([
  'regex',
  'regexall',
  'replace',
  'jsondecode',
  'yamldecode',
  'csvdecode',
  'timeadd',
  'formatdate',
  'timecmp',
  'cidrhost',
  'cidrsubnet',
  'cidrsubnets',
  'cidrnetmask',
  'file',
  'fileset',
  'templatefile',
  'rsadecrypt',
  'textdecodebase64',
  'textencodebase64',
  'base64decode',
]);

/** One case of `functions.json`; see the README of the golden data. */
interface Case {
  readonly id: string;
  readonly group: string;
  readonly expr: string;
  readonly type: string | null;
  readonly result: ExactJson;
  readonly unknown: ExactJson;
  readonly sensitive: boolean;
  readonly infinity: string | null;
  readonly error: string | null;
  readonly detail: string | null;
  readonly range: readonly number[] | undefined;
  readonly errorCount: number | undefined;
}

/** Plays `functions.json`: each expression is evaluated in the module of `functions-fixture/`. */
export function run(dir: string, report: Report): void {
  const path = join(dir, 'functions.json');
  if (!existsSync(path)) return;
  const cases = parseExactJson(readFileSync(path, 'utf8'));
  if (!isExactArray(cases)) return;
  const fixture = openFixture(join(dir, 'functions-fixture'));
  const groups = new Map<string, { passed: number; total: number }>();
  for (const item of cases) {
    const it = readCase(item);
    const difference = play(it, fixture);
    const group = groups.get(it.group) ?? { passed: 0, total: 0 };
    groups.set(it.group, { passed: group.passed + (difference === undefined ? 1 : 0), total: group.total + 1 });
    if (difference === undefined) report.pass(it.id);
    else report.fail(it.id, `${it.expr}\n${difference}`);
  }
  if (process.argv.includes('--groups')) {
    for (const [name, { passed, total }] of [...groups].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
      console.log(`  ${passed === total ? ' ' : '!'} ${name} ${passed}/${total}`);
    }
  }
}

/** @returns what differs, or undefined when nothing does */
function play(it: Case, fixture: (text: string) => Plan): string | undefined {
  // The golden data was recorded with each expression in a list and parentheses, as the value of an output.
  const before = `output "result" {\n  value = [(\n${it.expr}\n  )]\n`;
  const plan = fixture(it.sensitive ? `${before}  sensitive = true\n}\n` : `${before}}\n`);
  const errors = plan.diagnostics.filter(({ severity }) => severity === 'error');
  if (it.error !== null) return compareErrors(it, errors);
  const [first] = errors;
  if (first !== undefined) return `expected a value, got the error "${first.summary}": ${first.detail}`;
  const list = plan.outputs.get('result')?.value;
  const value = list?.kind === 'tuple' ? list.elements[0] : undefined;
  if (value === undefined) return 'the plan has no such output';
  const type = consoleTypeString(typeOf(value));
  if (it.type !== null && it.type !== type) return `type: expected ${it.type}, got ${type}`;
  if (it.sensitive && !fixture(`${before}}\n`).diagnostics.some(({ summary }) => summary === SENSITIVE_OUTPUT)) {
    return 'expected a sensitive value';
  }
  return compareResult(it.result, it.unknown, it.infinity, value, '$');
}

/** What Terraform says of an output that is not declared as sensitive and should be. */
const SENSITIVE_OUTPUT = 'Output refers to sensitive values';

/** Lines in front of the expression. */
const LINES_BEFORE = 2;

function compareErrors(it: Case, errors: readonly Diagnostic[]): string | undefined {
  const sorted = errors.toSorted((a, b) => (a.subject?.start ?? 0) - (b.subject?.start ?? 0));
  const match = sorted.find(
    ({ summary, detail }) => summary === it.error && (it.detail === null || detail === it.detail),
  );
  const first = match ?? sorted.find(({ summary }) => summary === it.error) ?? sorted[0];
  if (first === undefined) return `expected the error "${it.error}": ${it.detail}, got none`;
  if (first.summary !== it.error) {
    return `expected the error "${it.error}": ${it.detail}\n     got the error "${first.summary}": ${first.detail}`;
  }
  const detail = relativePlaces(first.detail);
  if (it.detail !== null && !sameDetail(it.detail, detail) && !DETAILS_FROM_GO.has(it.group)) {
    return `detail: expected ${it.detail}\n             got ${detail}`;
  }
  const range = first.subject === undefined ? undefined : placeOf(first.subject);
  if (it.range !== undefined && String(range) !== String(it.range)) {
    return `"${first.summary}" range: expected ${it.range.join(' ')}, got ${range?.join(' ')}`;
  }
  // Terraform says the same of each element of a loop; a plan of ours says it once.
  const count = it.errorCount ?? 1;
  const isCounted = errors.length === count || (errors.length === 1 && count > 1);
  return isCounted ? undefined : `expected ${count} errors, got ${errors.length}`;
}

function placeOf({ file, start, end }: Range): readonly number[] {
  const from = file.position(start);
  const to = file.position(end);
  // Terraform shows an empty place as one column.
  const column = start === end ? to.column + 1 : to.column;
  return [from.line - LINES_BEFORE, from.column, to.line - LINES_BEFORE, column];
}

/** Places in details are told relative to the expression, as in the golden data. */
function relativePlaces(detail: string): string {
  return detail.replaceAll(/case\.tf:(\d+),/g, (_, line: string) => `<expr>:${Number(line) - LINES_BEFORE},`);
}

/** Of the crashes of Go code only the first line was recorded. */
function sameDetail(expected: string, actual: string): boolean {
  if (expected === actual) return true;
  return expected.includes('panic in function implementation') && actual.startsWith(expected);
}

function readCase(item: ExactJson): Case {
  const fields = item instanceof Map ? (item as ReadonlyMap<string, ExactJson>) : new Map<string, ExactJson>();
  const text = (name: string): string | null => {
    const field = fields.get(name);
    return typeof field === 'string' ? field : null;
  };
  const range = fields.get('error_range');
  const count = fields.get('error_count');
  return {
    id: text('id') ?? '?',
    group: text('group') ?? '?',
    expr: text('expr') ?? '',
    type: text('type'),
    result: fields.get('result') ?? null,
    unknown: fields.get('unknown') ?? null,
    sensitive: fields.get('sensitive') === true,
    infinity: text('infinity'),
    error: text('error'),
    detail: text('error_detail'),
    range: range !== undefined && isExactArray(range) ? range.map(numberOf) : undefined,
    errorCount: count === undefined || count === null ? undefined : numberOf(count),
  };
}

function numberOf(value: ExactJson): number {
  return typeof value === 'object' && value !== null && 'number' in value ? Number(value.number) : Number.NaN;
}
