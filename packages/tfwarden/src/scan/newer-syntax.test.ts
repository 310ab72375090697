import { memoryFileSystem } from '@tfwarden/terraform';
import { expect, test } from 'vitest';
import { scan } from './scan.ts';
import { DEFAULT_SETTINGS } from './settings.ts';

async function severities(text: string): Promise<readonly string[]> {
  const { diagnostics } = await scan(memoryFileSystem({ 'main.tf': text, 'm/main.tf': '' }), ['.'], {
    settings: DEFAULT_SETTINGS,
  });
  return diagnostics.map(({ severity, summary }) => `${severity}: ${summary}`);
}

const BUCKET = 'resource "aws_s3_bucket" "logs" {\n';

test.each([
  ['action "aws_lambda_invoke" "notify" {\n  config {}\n}\n', ['warning: Unsupported block type']],
  ['list "aws_s3_bucket" "all" {\n  provider = aws\n}\n', ['warning: Unsupported block type']],
  ['terraform {\n  state_store "aws_s3" {}\n}\n', ['warning: Unsupported block type']],
  [`${BUCKET}  lifecycle {\n    action_trigger {}\n  }\n}\n`, ['warning: Unsupported block type']],
  [`${BUCKET}  lifecycle {\n    destroy = false\n  }\n}\n`, ['warning: Unsupported argument']],
  ['variable "name" {\n  const = true\n}\n', ['warning: Unsupported argument']],
  [
    `${BUCKET}}\nimport {\n  to       = aws_s3_bucket.logs\n  identity = { bucket = "logs" }\n}\n`,
    ['warning: Missing required argument', 'warning: Unsupported argument'],
  ],
  [
    'module "m" {\n  source = "./m"\n  lifecycle {\n    enabled = true\n  }\n}\n',
    ['warning: Reserved block type name in module block'],
  ],
  [
    'data "aws_region" "here" {\n  lifecycle {\n    enabled = true\n  }\n}\n',
    ['warning: Invalid data resource lifecycle argument'],
  ],
])('syntax of later versions is a warning: %s', async (text, expected) => {
  expect(await severities(text)).toEqual(expected);
});

test.each([
  ['variable "name" {\n  defualt = 1\n}\n', ['error: Unsupported argument']],
  ['resuorce "aws_s3_bucket" "logs" {}\n', ['error: Unsupported block type']],
  [`${BUCKET}}\nimport {\n  to = aws_s3_bucket.logs\n}\n`, ['error: Missing required argument']],
  ['module "m" {\n  source = "./m"\n  nmae = 1\n}\n', ['error: Unsupported argument']],
])('a slip of the pen is an error: %s', async (text, expected) => {
  expect(await severities(text)).toEqual(expected);
});
