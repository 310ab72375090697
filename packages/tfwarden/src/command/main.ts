import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { OutputStream } from './io.ts';
import { run } from './run.ts';

void start();

async function start(): Promise<void> {
  process.exitCode = await run(process.argv.slice(2), {
    cwd: process.cwd(),
    env: process.env,
    stdout: outputStream(process.stdout),
    stderr: outputStream(process.stderr),
    readInput: () => readFileSync(0, 'utf8'),
    now: () => new Date(),
    // Bundled beside this file.
    workerScript: join(__dirname, 'scan-worker.cjs'),
  });
}

function outputStream(stream: NodeJS.WriteStream): OutputStream {
  // A reader that went away (`tfwarden | head`) is not an error of ours.
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit(0);
  });
  return {
    write: (text) => {
      stream.write(text);
    },
    isTerminal: stream.isTTY,
    columns: stream.isTTY ? stream.columns : undefined,
  };
}
