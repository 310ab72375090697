import { start } from './start.ts';

// The entry of the standalone executable, see tools/executable/compile.ts. The worker is its second entry, found within the file by this address.
void start(new URL('./scan-worker.ts', import.meta.url));
