import { join } from 'node:path';
import { start } from './start.ts';

// The entry of the bundle for Node; the one of the standalone executable is `executable.ts`. The worker is bundled beside this file.
void start(join(__dirname, 'scan-worker.cjs'));
