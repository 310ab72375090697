import { resolve } from 'node:path';
import type { FunctionDefinition } from '@tfwarden/hcl';
import { createFunctions } from '../../packages/terraform/src/function/index.ts';
import { diskFileSystem } from '../../packages/tfwarden/src/node/disk-file-system.ts';

/** What the golden data has in place of the module's directory. */
const ROOT = '<ROOT>';

/** The functions as the module of the fixture sees them. */
export function functionsOf(directory: string): ReadonlyMap<string, FunctionDefinition> {
  return createFunctions({
    files: diskFileSystem(resolve(directory)),
    directory: '.',
    absoluteDirectory: ROOT,
    planTimestamp: '2024-01-01T00:00:00Z',
  });
}
