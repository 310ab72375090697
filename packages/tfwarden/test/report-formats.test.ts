import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { describe, expect, test } from 'vitest';
import { runCommand } from './run-command.ts';
import { temporaryFolder } from './temporary-folder.ts';

// Names and messages that try to leave their place in every format.
const HOSTILE = `checks:
- code: HOSTILE
  description: "<script>alert('title')</script> | pipe"
  severity: HIGH
  requiredTypes: [resource]
  requiredLabels: [thing]
  errorMessage: "=cmd|' /C calc'!A0 <img src=x onerror=alert(1)> ]]> & \\"quoted\\" 100% a,b::c\\nnext \\u0007line"
  relatedLinks: ["javascript:alert(1)", "https://example.com/?a=1&b=<2>"]
  impact: "@impact"
  resolution: "a | b"
  matchSpec: { action: isPresent, name: missing }
- code: FORMULA
  description: formula
  severity: LOW
  requiredTypes: [resource]
  requiredLabels: [thing]
  matchSpec: { action: isPresent, name: missing }
`;
const MAIN = 'resource "thing" "it" {\n  name = "</code></table><script>alert(1)</script>"\n}\n';
const BROKEN = 'resource "other" "half" {\n  a = \n}\n';

async function render(format: string, files: Readonly<Record<string, string>> = {}): Promise<string> {
  const cwd = temporaryFolder({
    'main,1 <b>#?&%.tf': MAIN,
    'broken.tf': BROKEN,
    '.tfsec/h_tfchecks.yaml': HOSTILE,
    ...files,
  });
  return (await runCommand(['-f', format, '--undetermined', '--include-ignored'], { cwd })).stdout;
}

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '',
  isArray: (name) => ['testcase', 'file', 'error'].includes(name),
});

describe('checkstyle and junit', () => {
  test.each(['checkstyle', 'junit'])('%s is well-formed, without forbidden characters', async (format) => {
    const xml = await render(format);
    expect(XMLValidator.validate(xml)).toBe(true);
    expect(Array.from(xml).filter((character) => character < ' ' && !'\t\n\r'.includes(character))).toEqual([]);
  });

  test('checkstyle has the attributes of its schema and those of tfsec', async () => {
    const { checkstyle } = parser.parse(await render('checkstyle'));
    expect(checkstyle.version).toBe('5.0');
    const errors = checkstyle.file.flatMap((file: { readonly error: readonly object[] }) => file.error);
    expect(errors).toHaveLength(3);
    for (const error of errors) {
      expect(['info', 'warning', 'error']).toContain(error.severity);
      expect(Number.parseInt(error.line, 10)).toBeGreaterThan(0);
      expect(error.source).not.toBe('');
      expect(typeof error.message).toBe('string');
    }
  });

  test('junit counts what it prints', async () => {
    const { testsuite } = parser.parse(await render('junit'));
    const cases: readonly Record<string, unknown>[] = testsuite.testcase;
    const having = (name: string): number => cases.filter((item) => name in item).length;
    expect(Number(testsuite.tests)).toBe(cases.length);
    expect(Number(testsuite.failures)).toBe(having('failure'));
    expect(Number(testsuite.errors)).toBe(having('error'));
    expect([having('failure'), having('error')]).toEqual([2, 1]);
  });
});

describe('csv', () => {
  test('no cell is a formula', async () => {
    const csv = await render('csv', { '=1+1.tf': MAIN.replace('"it"', '"it2"') });
    for (const line of csv.split('\n')) expect(line).not.toMatch(/^[=+\-@]|^"[=+\-@]/);
    expect(csv).toContain("'=1+1.tf");
  });
});

describe('html', () => {
  test('nothing leaves its place', async () => {
    const page = await render('html');
    expect(page.match(/<script>/g)).toHaveLength(1);
    expect(page).not.toContain('<img');
    expect(page).not.toContain('href="javascript:');
    expect(page).toContain('&lt;script&gt;alert(&#39;title&#39;)');
    expect(page.trimEnd().endsWith('</html>')).toBe(true);
  });

  test('it needs nothing from outside and says so', async () => {
    const page = await render('html');
    expect(page).toContain('default-src &#39;none&#39;');
    expect(page).not.toMatch(/<link|<iframe|<[^>]*\ssrc=|url\(|@import/);
  });

  test('labels, headings and language are there for readers by ear', async () => {
    const page = await render('html');
    expect(page).toContain('<html lang="en">');
    expect(page).toContain('<label for="search">');
    expect(page).toContain('aria-live="polite"');
    expect(page).toMatch(/<h1>.*<h2>.*<h3>/s);
  });
});

describe('markdown', () => {
  test('pipes and tags stay in their cells', async () => {
    const markdown = await render('markdown');
    const rows = markdown.split('\n').filter((line) => /^\| \d/.test(line));
    for (const row of rows) expect(row.replaceAll('\\|', '').split('|')).toHaveLength(8);
    expect(markdown).not.toContain('<img');
    expect(markdown).not.toContain('<script');
  });
});

describe('github', () => {
  test('one line for each, whatever is in the text', async () => {
    const lines = (await render('github')).trimEnd().split('\n');
    expect(lines).toHaveLength(3);
    for (const line of lines)
      expect(line).toMatch(/^::(?:error|warning|notice) (?:file=[^,:]+,line=\d+.*,)?title=[^,]*::/);
  });
});

describe('sarif', () => {
  test('addresses are encoded, rules are complete, results point to them', async () => {
    const log = JSON.parse(await render('sarif'));
    const [run] = log.runs;
    expect(run.invocations[0].executionSuccessful).toBe(false);
    expect(run.invocations[0].toolExecutionNotifications).toHaveLength(1);
    for (const result of run.results) {
      expect(run.tool.driver.rules[result.ruleIndex].id).toBe(result.ruleId);
      expect(result.locations[0].physicalLocation.artifactLocation.uri).toBe('main,1%20%3Cb%3E%23%3F&%25.tf');
      expect(result.partialFingerprints['tfwarden/v1']).toMatch(/^[0-9a-f]{32}$/);
    }
    for (const rule of run.tool.driver.rules) {
      expect(rule.help.text).not.toBe('');
      expect(Number(rule.properties['security-severity'])).toBeGreaterThan(0);
    }
  });

  test('suppressed and undetermined results are marked as such', async () => {
    const main = `variable "later" {}
#tfsec:ignore:AWS086 it is a cache
resource "aws_dynamodb_table" "a" {
  hash_key = "id"
}
resource "aws_dynamodb_table" "b" {
  hash_key = "id"
  point_in_time_recovery {
    enabled = var.later
  }
}
`;
    const cwd = temporaryFolder({ 'main.tf': main });
    const { stdout } = await runCommand(
      ['-f', 'sarif', '--include-ignored', '--undetermined', '--include', 'AWS086', '-m', 'MEDIUM'],
      { cwd },
    );
    const results: readonly Record<string, unknown>[] = JSON.parse(stdout).runs[0].results;
    const recovery = results.filter((result) => result['ruleId'] === 'aws-dynamodb-enable-recovery');
    expect(recovery.map(({ kind, level }) => [kind, level])).toEqual([
      ['fail', 'warning'],
      ['open', 'none'],
    ]);
    expect(recovery[0]?.['suppressions']).toMatchObject([{ kind: 'inSource', justification: 'it is a cache' }]);
  });
});

function tableNamed(name: string): string {
  return `resource "aws_dynamodb_table" "${name}" {\n  hash_key = "id"\n}\n`;
}

describe('statistics', () => {
  test('count failures by check, the commonest first', async () => {
    const main = `${tableNamed('a')}${tableNamed('b')}#tfsec:ignore:AWS086\n${tableNamed('c')}`;
    const cwd = temporaryFolder({ 'main.tf': main });
    const { stdout } = await runCommand(['--run-statistics', '-f', 'json'], { cwd });
    const counts: { readonly results: readonly { readonly rule_id: string; readonly count: number }[] } =
      JSON.parse(stdout);
    expect(counts.results.map(({ rule_id, count }) => [rule_id, count])).toEqual([
      ['aws-dynamodb-table-customer-key', 3],
      ['aws-dynamodb-enable-recovery', 2],
    ]);
    expect((await runCommand(['--run-statistics'], { cwd })).stdout).toContain('aws-dynamodb-enable-recovery');
  });
});
