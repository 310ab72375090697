import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runCommand } from './run-command.ts';
import { temporaryFolder } from './temporary-folder.ts';

const MAIN = `# Orders of the shop.
resource "aws_dynamodb_table" "orders" {
  name     = "orders" # the name
  hash_key = "id"
}

resource "aws_dynamodb_table" "carts" {
  name     = "carts"
  hash_key = "id"

  point_in_time_recovery {
    enabled = false # one day
  }
}
`;
const MENDED = MAIN.replace('= "id"\n}', '= "id"\n\n  point_in_time_recovery {\n    enabled = true\n  }\n}').replace(
  'enabled = false # one day',
  'enabled = true # one day',
);

describe('fix', () => {
  test('shows the diff and changes nothing', async () => {
    const cwd = temporaryFolder({ 'main.tf': MAIN });
    const outcome = await runCommand(['fix', '--only', 'AWS086'], { cwd });
    expect(outcome.code).toBe(0);
    expect(outcome.stdout).toContain('+  point_in_time_recovery {\n+    enabled = true\n+  }\n');
    expect(outcome.stdout).toContain('2 findings in 1 file can be mended; `--write` does it.');
    expect(readFileSync(join(cwd, 'main.tf'), 'utf8')).toBe(MAIN);
  });

  test('keeps comments and formatting, and a second time does nothing', async () => {
    const cwd = temporaryFolder({ 'main.tf': MAIN });
    await runCommand(['fix', '--only', 'AWS086', '--write'], { cwd });
    expect(readFileSync(join(cwd, 'main.tf'), 'utf8')).toBe(MENDED);
    const again = await runCommand(['fix', '--only', 'AWS086', '--write'], { cwd });
    expect(again.stdout).toBe('There is nothing to mend without guessing.\n');
  });

  test('a value from elsewhere is not guessed at', async () => {
    const main = `variable "pitr" {\n  default = false\n}\n${MAIN.replace('enabled = false', 'enabled = var.pitr')}`;
    const cwd = temporaryFolder({ 'main.tf': main });
    await runCommand(['fix', '--only', 'AWS086', '--write'], { cwd });
    expect(readFileSync(join(cwd, 'main.tf'), 'utf8')).toContain('enabled = var.pitr # one day');
  });

  test('what is ignored or excluded stays', async () => {
    const cwd = temporaryFolder({ 'main.tf': MAIN.replaceAll('resource', '# tfsec:ignore:*\nresource') });
    expect((await runCommand(['fix'], { cwd })).stdout).toBe('There is nothing to mend without guessing.\n');
    const excluded = temporaryFolder({ 'main.tf': MAIN });
    expect((await runCommand(['fix', '-e', '*'], { cwd: excluded })).stdout).toContain('nothing to mend');
  });

  test('one module that two roots call is mended once', async () => {
    const module = MAIN.replace('resource "aws_dynamodb_table" "carts"', 'resource "aws_dynamodb_table" "more"');
    const call = 'module "t" {\n  source = "../t"\n}\n';
    const cwd = temporaryFolder({ 'a/main.tf': call, 'b/main.tf': call, 't/main.tf': module });
    await runCommand(['fix', '--only', 'AWS086', '--write'], { cwd });
    expect(readFileSync(join(cwd, 't/main.tf'), 'utf8').match(/enabled = true/g)).toHaveLength(2);
  });
});

test('edits that meet on one line are all made', async () => {
  const cwd = temporaryFolder({
    'main.tf': `resource "aws_s3_bucket" "logs" {
  bucket = "logs"
}

resource "aws_s3_bucket_public_access_block" "logs" {
  bucket = aws_s3_bucket.logs.id

  block_public_acls  = false
  ignore_public_acls = false
}
`,
  });
  const only = 'aws-s3-block-public-acls,aws-s3-ignore-public-acls,aws-s3-block-public-policy';
  const outcome = await runCommand(['fix', '--only', only, '--write'], { cwd });
  expect(outcome.stderr).toBe('');
  expect(readFileSync(join(cwd, 'main.tf'), 'utf8').match(/= true/g)).toHaveLength(3);
});
