import { type FileSystem, memoryFileSystem } from '@tfwarden/terraform';
import { expect, test } from 'vitest';
import { scan } from '../../src/scan/scan.ts';
import { createScanner } from '../../src/scan/scanner.ts';
import { DEFAULT_SETTINGS } from '../../src/scan/settings.ts';
import { observeFacts } from './observe.ts';

/** What all roots of a scan may do together: two of the roots below need more. */
const OPTIONS = { settings: DEFAULT_SETTINGS, work: 10_000 };

const root = (size: number): string => `
resource "aws_sqs_queue" "orders" {
  kms_master_key_id = join("-", [for n in range(${size}) : "part-\${n}"])
}
`;

test('when the work of a scan is used up, the result is that of a fresh scan all the same', async () => {
  let files: Record<string, string> = { 'a/main.tf': root(3), 'b/main.tf': root(1000), 'c/main.tf': root(3) };
  const changing: FileSystem = {
    read: (path) => memoryFileSystem(files).read(path),
    list: (path) => memoryFileSystem(files).list(path),
    stat: (path) => memoryFileSystem(files).stat(path),
  };
  const scanner = createScanner(changing, ['.'], OPTIONS);
  let exhausted = 0;
  for (const change of [{}, { a: 1000 }, { c: 1000 }, { a: 3 }, { b: 3 }, { c: 3 }]) {
    for (const [name, size] of Object.entries(change)) files = { ...files, [`${name}/main.tf`]: root(size) };
    const result = await scanner.scan(Object.keys(change).map((name) => `${name}/main.tf`));
    const fresh = await scan(memoryFileSystem(files), ['.'], OPTIONS);
    expect(observeFacts(result)).toEqual(observeFacts(fresh));
    if (result.diagnostics.some(({ summary }) => summary === 'Too much to evaluate')) exhausted++;
  }
  expect(exhausted).toBe(3);
});
