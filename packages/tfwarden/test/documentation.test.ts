import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadAllChecks } from '@tfwarden/checks';
import { describe, expect, test } from 'vitest';
import { renderCommandPage } from '../src/command/command-page.ts';
import { CONFIG_SCHEMA } from '../src/configuration/config-schema.ts';
import { renderJsonSchema } from '../src/configuration/json-schema.ts';
import { CUSTOM_CHECKS_SCHEMA } from '../src/custom/check-schema.ts';
import { checkPages } from '../src/report/check-pages.ts';
import { FORMATS } from '../src/report/format.ts';
import { ruleOf } from '../src/scan/rule.ts';
import { VERSION } from '../src/version.ts';
import { runCommand } from './run-command.ts';
import { temporaryFolder } from './temporary-folder.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const rules = (await loadAllChecks()).map(ruleOf);
const pages = checkPages(rules);

test('the pages in docs are those that `npm run docs` writes', () => {
  const stale = [...pages].filter(([path, content]) => {
    const file = join(ROOT, 'docs', path);
    return !existsSync(file) || readFileSync(file, 'utf8') !== content;
  });
  expect(stale.map(([path]) => path)).toEqual([]);
});

async function csvOf(code: string): Promise<string> {
  const cwd = temporaryFolder({ 'main.tf': code });
  return (await runCommand(['-f', 'csv', '--include', 'AWS086'], { cwd })).stdout;
}

function inDocs(name: string): string {
  return readFileSync(join(ROOT, 'docs/schema', name), 'utf8');
}

test('the JSON Schemas in docs are those of the reader', () => {
  expect(inDocs('tfwarden.schema.json')).toBe(renderJsonSchema(CONFIG_SCHEMA, 'Configuration of tfwarden'));
  expect(inDocs('tfchecks.schema.json')).toBe(
    renderJsonSchema(CUSTOM_CHECKS_SCHEMA, 'Custom checks of tfwarden and tfsec'),
  );
});

test('the page about the command line is made from its table', () => {
  expect(readFileSync(join(ROOT, 'docs/command-line.md'), 'utf8')).toBe(renderCommandPage());
});

describe('a page of a legacy code', () => {
  const page = pages.get('aws/AWS086/index.md') ?? '';

  test('has the front matter of the site', () => {
    expect(page.split('---\n')[1]).toBe(
      [
        'title: AWS086 - DynamoDB tables should have point-in-time recovery switched on',
        'summary: DynamoDB tables should have point-in-time recovery switched on',
        'resources: [aws_dynamodb_table]',
        'permalink: /docs/aws/AWS086/',
        '',
      ].join('\n'),
    );
  });

  test('has the headings in order', () => {
    expect(page.match(/^### .*$/gm)).toEqual([
      '### Explanation',
      '### Impact',
      '### Resolution',
      '### Insecure Example',
      '### Secure Example',
      '### Related Links',
    ]);
    expect(page).toContain('The following example will fail the AWS086 check.\n\n```terraform\n');
    expect(page).toContain('The following example will pass the AWS086 check.\n\n```terraform\n');
  });

  test('its examples do what it says', async () => {
    const [bad = '', good = ''] = [...page.matchAll(/```terraform\n([^`]*)```/g)].map((match) => match[1] ?? '');
    expect(await csvOf(bad)).toContain('aws-dynamodb-enable-recovery');
    expect((await csvOf(good)).trim().split('\n')).toHaveLength(1);
  });
});

test('every check has a page, every code has one, every provider an index', () => {
  const codes = new Set(rules.flatMap((rule) => rule.legacyIds));
  const providers = new Set(rules.map((rule) => rule.provider));
  expect(pages.size).toBe(rules.length + codes.size + providers.size);
});

test('explain shows the same page', async () => {
  const { stdout } = await runCommand(['explain', 'avd-aws-0024'], { cwd: ROOT });
  expect(stdout).toContain('Resources: aws_dynamodb_table');
  expect(stdout).toContain('The following example will fail the aws-dynamodb-enable-recovery check.');
  const unknown = await runCommand(['explain', 'AWS0866'], { cwd: ROOT });
  expect([unknown.code, unknown.stderr]).toEqual([
    3,
    'tfwarden: no check has the id `AWS0866`; did you mean `AWS086`?\n',
  ]);
});

test('checks lists and filters', async () => {
  const { stdout } = await runCommand(['checks', 'aws-dynamodb-*', '-f', 'json'], { cwd: ROOT });
  const listed: { readonly checks: readonly { readonly id: string }[] } = JSON.parse(stdout);
  expect(listed.checks.map((check) => check.id)).toContain('aws-dynamodb-enable-recovery');
  expect((await runCommand(['checks', 'nothing-like-it'], { cwd: ROOT })).code).toBe(3);
});

test('the version is that of the package', () => {
  const manifest: { readonly version: string } = JSON.parse(
    readFileSync(new URL('../package.json', import.meta.url), 'utf8'),
  );
  expect(VERSION).toBe(manifest.version);
});

test('the help names every flag, format and command that there is', async () => {
  const { stdout } = await runCommand(['--help'], { cwd: ROOT });
  for (const format of FORMATS) if (!['default', 'gif'].includes(format.name)) expect(stdout).toContain(format.name);
  expect(stdout.split('\n').filter((line) => line.length > 102)).toEqual([]);
  for (const command of ['explain', 'checks', 'roots', 'eval', 'fmt', 'custom', 'ignores', 'config']) {
    const { code, stdout: help } = await runCommand(['help', command], { cwd: ROOT });
    expect([code, help.includes(`tfwarden ${command}`)]).toEqual([0, true]);
  }
});
