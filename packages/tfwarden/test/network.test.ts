import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { runCommand } from './run-command.ts';
import { temporaryFolder } from './temporary-folder.ts';

const TABLE = 'resource "aws_dynamodb_table" "orders" {\n  hash_key = "id"\n}\n';

/** A server with files by path. @returns its address */
async function serve(files: Readonly<Record<string, string>>): Promise<string> {
  const server = createServer((request, response) => {
    const text = files[request.url ?? ''];
    response.statusCode = text === undefined ? 404 : 200;
    response.end(text ?? 'not here');
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  onTestFinished(() => {
    server.close();
  });
  const address = server.address();
  if (!isAddress(address)) throw new Error('the server has no port');
  return `http://127.0.0.1:${address.port}`;
}

function isAddress(address: AddressInfo | string | null): address is AddressInfo {
  return typeof address === 'object' && address !== null;
}

test('a configuration from an address', async () => {
  const address = await serve({ '/config.yaml': 'exclude: [AWS086, AWS092]\n' });
  const cwd = temporaryFolder({ 'main.tf': TABLE });
  expect((await runCommand(['--config-file-url', `${address}/config.yaml`], { cwd })).code).toBe(0);
  const missing = await runCommand(['--config-file-url', `${address}/nothing.yaml`], { cwd });
  expect([missing.code, missing.stdout]).toEqual([3, '']);
  expect(missing.stderr).toContain('answered 404');
});

test('custom checks from an address', async () => {
  const checks = `checks:
- code: NET1
  description: d
  severity: HIGH
  requiredTypes: [resource]
  requiredLabels: ["*"]
  matchSpec: { action: isPresent, name: tags }
`;
  const address = await serve({ '/x_tfchecks.yaml': checks });
  const cwd = temporaryFolder({ 'main.tf': TABLE });
  const outcome = await runCommand(['--custom-check-url', `${address}/x_tfchecks.yaml`, '-f', 'csv'], { cwd });
  expect(outcome.stdout).toContain('custom-custom-net1');
  expect((await runCommand(['--custom-check-url', `${address}/y_tfchecks.yaml`], { cwd })).code).toBe(3);
  expect((await runCommand(['--custom-check-url', `${address}/x.yaml`], { cwd })).code).toBe(3);
});

test('an address that is none, and one where nobody answers', async () => {
  const cwd = temporaryFolder({ 'main.tf': TABLE });
  expect((await runCommand(['--config-file-url', 'file:///etc/passwd'], { cwd })).stderr).toContain(
    'expected an address with http or https',
  );
  expect((await runCommand(['--config-file-url', 'http://127.0.0.1:1/x.yaml'], { cwd })).stderr).toContain(
    'could not be fetched',
  );
});
