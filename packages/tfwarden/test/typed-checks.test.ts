import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runCommand } from './run-command.ts';
import { temporaryFolder } from './temporary-folder.ts';

const CHECK = `import { defineCheck, hcl, type ResourceView } from 'tfwarden';

export default defineCheck({
  id: 'acme-naming-bucket-prefix',
  since: '1.0.0',
  severity: 'HIGH',
  resource: 'aws_s3_bucket',
  title: 'Buckets should begin with acme-',
  why: 'Names tell whose they are.',
  harm: 'Nobody knows whom to ask.',
  remedy: 'Begin the name with acme-.',
  links: ['https://wiki.example.com/names'],
  alsoKnownAs: {},
  messages: { other: '\`{address}\` is not named by our rules' },
  examples: () => [{ bad: hcl\`resource "aws_s3_bucket" "logs" { bucket = "logs" }\`, expect: 'other' }],
  good: () => [hcl\`resource "aws_s3_bucket" "logs" { bucket = "acme-logs" }\`],
  evaluate(bucket: ResourceView, report) {
    const name = bucket.attribute('bucket');
    if (name.matches((text) => text.startsWith('acme-')) === 'false') report.fail({ message: 'other', at: name });
  },
});
`;
const FILES = {
  'main.tf': 'resource "aws_s3_bucket" "logs" {\n  bucket = "logs"\n}\n',
  '.tfwarden/checks/bucket-prefix.ts': CHECK,
};

async function ids(files: Readonly<Record<string, string>>, ...args: string[]): Promise<readonly string[] | string> {
  const outcome = await runCommand([...args, '-f', 'json'], { cwd: temporaryFolder(files) });
  if (outcome.stdout === '') return outcome.stderr;
  const report: { readonly results: readonly { readonly long_id: string }[] } = JSON.parse(outcome.stdout);
  return report.results.map((result) => result.long_id).filter((id) => id.startsWith('acme'));
}

async function idsWith(text: string): Promise<unknown> {
  return ids({ ...FILES, '.tfwarden/checks/bad.ts': text }, '--typed-checks');
}

describe('checks in TypeScript', () => {
  test('nothing is loaded unless a person asks for it', async () => {
    const mark = join(temporaryFolder(), 'ran.txt');
    const spy = `require('node:fs').writeFileSync(${JSON.stringify(mark)}, '')\n`;
    const cwd = temporaryFolder({ ...FILES, '.tfwarden/checks/spy.js': spy });
    await runCommand([], { cwd });
    expect(existsSync(mark)).toBe(false);
    await runCommand(['--typed-checks'], { cwd });
    expect(existsSync(mark)).toBe(true);
    expect(await ids(FILES)).toEqual([]);
  });

  test('by flag and by configuration', async () => {
    expect(await ids(FILES, '--typed-checks')).toEqual(['acme-naming-bucket-prefix']);
    const configured = { ...FILES, 'tfwarden.yaml': 'typed_checks: true\n' };
    expect(await ids(configured, '--config-file', 'tfwarden.yaml')).toEqual(['acme-naming-bucket-prefix']);
    expect(await ids(configured)).toContain('a configuration in the scanned folder cannot allow');
    expect(await ids(configured, '--typed-checks=false')).toEqual([]);
    expect(await ids(FILES, '--typed-checks', '-e', 'acme-*')).toEqual([]);
  });

  test('what is not a check, does not compile or throws stops the run', async () => {
    expect(await idsWith('export default { id: 1 };')).toContain(
      'expected `export default defineCheck({ ... })` in `.tfwarden/checks/bad.ts`',
    );
    expect(await idsWith('export default (')).toContain('cannot be compiled');
    expect(await idsWith('throw new Error("no luck");')).toContain('no luck');
  });

  test('its examples are its tests', async () => {
    const cwd = temporaryFolder({ 'good.ts': CHECK, 'bad.ts': CHECK.replace('"acme-logs"', '"logs"') });
    expect(await runCommand(['custom', 'test', 'good.ts'], { cwd })).toMatchObject({
      code: 0,
      stdout: 'ok   acme-naming-bucket-prefix\n2 examples, 0 wrong.\n',
    });
    const bad = await runCommand(['custom', 'test', 'bad.ts'], { cwd });
    expect(bad.code).toBe(1);
    expect(bad.stdout).toContain('good[0]: expected nothing; found other');
  });
});
