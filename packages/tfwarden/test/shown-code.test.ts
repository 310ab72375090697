import { describe, expect, test } from 'vitest';
import { runCommand } from './run-command.ts';
import type { RunOutcome } from './run-in-process.ts';
import { GOOD_TABLE, TABLE } from './tables.ts';
import { temporaryFolder } from './temporary-folder.ts';

// What reports show of values and code, and what they never show.

async function scanOf(files: Readonly<Record<string, string>>, ...args: string[]): Promise<RunOutcome> {
  return runCommand(args, { cwd: temporaryFolder(files) });
}

test('--explain shows the way of a value under its finding', async () => {
  const cwd = temporaryFolder({
    'main.tf': 'locals {\n  on = false\n}\nmodule "t" {\n  source = "./t"\n  pitr   = local.on\n}\n',
    't/main.tf': `variable "pitr" {}\n${GOOD_TABLE.replace('enabled = true\n  }\n}', 'enabled = var.pitr\n  }\n}')}`,
  });
  const { stdout } = await runCommand(['--explain'], { cwd });
  expect(stdout.match(/^ from: .*$/gm)).toEqual([
    ' from: enabled = false in t/main.tf:11',
    ' from: module.t (argument pitr) = false in main.tf:6',
    ' from: local.on = false in main.tf:2',
  ]);
  expect((await runCommand([], { cwd })).stdout).not.toContain('from:');
});

describe('how much the text report shows', () => {
  const files = { 'main.tf': TABLE };

  test('--no-code leaves out frames, --concise-output everything but the findings', async () => {
    const full = (await scanOf(files)).stdout;
    expect(full).toContain('| ^^^^');
    expect(full).toContain(' why: ');
    const noCode = (await scanOf(files, '--no-code')).stdout;
    expect(noCode).not.toContain('| ^^^^');
    expect(noCode).toContain('--> main.tf:1:1');
    expect(noCode).toContain(' why: ');
    const concise = (await scanOf(files, '--concise-output')).stdout;
    expect(concise.split('\n')).toHaveLength(8);
    expect(concise).not.toContain('Scanned');
  });

  test('lovely, default, text and gif are one report', async () => {
    const [lovely, ...others] = await Promise.all(
      ['lovely', 'default', 'text', 'gif'].map(async (format) => (await scanOf(files, '-f', format)).stdout),
    );
    expect(new Set([lovely, ...others]).size).toBe(1);
  });
});

function withVariable(isSensitive: boolean): string {
  const table = GOOD_TABLE.replace('enabled = true\n  }\n}', 'enabled = var.pitr\n  }\n}');
  return `variable "pitr" {\n  sensitive = ${isSensitive}\n}\n${table}`;
}

test('the line that holds a sensitive value is not shown', async () => {
  for (const format of ['lovely', 'html', 'json', 'sarif']) {
    const run = async (isSensitive: boolean): Promise<string> => {
      const cwd = temporaryFolder({
        'main.tf': withVariable(isSensitive),
        'terraform.tfvars': 'pitr = false # hunter2\n',
      });
      return (await runCommand(['-f', format, '--include', 'AWS086'], { cwd })).stdout;
    };
    expect(await run(true)).not.toContain('hunter2');
    if (format === 'lovely') expect(await run(false)).toContain('hunter2');
  }
});

test('what checks of secrets find in a tfvars file is in no report', async () => {
  const cwd = temporaryFolder({
    'main.tf': 'variable "key" {}\nresource "aws_db_instance" "orders" {\n  password = var.key\n}\n',
    'terraform.tfvars': 'key = "Vq7-hunter2-Lm4x"\n',
  });
  for (const format of [
    'lovely',
    'json',
    'csv',
    'checkstyle',
    'junit',
    'sarif',
    'markdown',
    'html',
    'gitlab',
    'github',
  ]) {
    const { stdout } = await runCommand(['-f', format, '--explain', '--include', 'GEN003'], { cwd });
    expect(stdout).toContain('password');
    expect(stdout).not.toContain('hunter2');
  }
});
