import { describe, expect, test } from 'vitest';
import { MOST_CALLS } from '../src/report/module-calls.ts';
import { runCommand } from './run-command.ts';
import { temporaryFolder } from './temporary-folder.ts';

const TABLE = 'resource "aws_dynamodb_table" "orders" {\n  name     = "orders"\n  hash_key = "id"\n}\n';

/** A table in a module that so many calls lead to. */
function nested(depth: number): string {
  const files: Record<string, string> = { 'main.tf': call(1), [`level-${depth}/main.tf`]: TABLE };
  for (let level = 1; level < depth; level++) files[`level-${level}/main.tf`] = call(level + 1);
  return temporaryFolder(files);
}

function call(level: number): string {
  return `module "next" {\n  source = "${level === 1 ? '.' : '..'}/level-${level}"\n}\n`;
}

async function report(format: string, depth: number): Promise<string> {
  return (await runCommand(['-f', format, '-e', '*-customer-key'], { cwd: nested(depth) })).stdout;
}

describe('a finding in modules within modules', () => {
  test('shows every call while there are few', async () => {
    const text = await report('text', MOST_CALLS);
    const calls = text.match(/via: module\.next/g) ?? [];
    const findings = text.match(/more: tfwarden explain/g) ?? [];
    expect(findings.length).toBeGreaterThan(0);
    expect(calls).toHaveLength(MOST_CALLS * findings.length);
    expect(text).not.toContain('further call');
  });

  test.each(['text', 'html'])('%s counts the calls that it leaves out', async (format) => {
    expect(await report(format, MOST_CALLS + 1)).toContain('1 further call');
    expect(await report(format, MOST_CALLS + 7)).toContain('7 further calls');
  });

  test('json says how many calls it leaves out, and names every module', async () => {
    const depth = MOST_CALLS + 7;
    const { results } = JSON.parse(await report('json', depth));
    expect(results.length).toBeGreaterThan(0);
    for (const result of results) {
      expect(result.modules).toHaveLength(MOST_CALLS);
      expect(result.modules.at(-1).path).toContain(`level-${depth - 1}`);
      expect(result.modules_left_out).toBe(7);
      expect(result.resource_path.filter((part: string) => part === 'module.next')).toHaveLength(depth);
    }
  });

  test('a report of the deepest nesting stays small', async () => {
    expect((await report('json', 900)).length).toBeLessThan(2_000_000);
  });
});
