import { readFileSync, writeSync } from 'node:fs';
import { EXIT_CODE } from './exit-code.ts';
import type { OutputStream } from './io.ts';
import { run } from './run.ts';

/**
 * Runs the command as this process: its arguments, its streams, its exit code.
 * @param workerScript  `scan-worker.ts`, as a worker thread can be started with it
 */
export async function start(workerScript: string | URL): Promise<void> {
  process.exitCode = await run(process.argv.slice(2), {
    cwd: process.cwd(),
    env: process.env,
    stdout: outputStream(process.stdout),
    stderr: outputStream(process.stderr),
    readInput: () => readFileSync(0, 'utf8'),
    now: () => new Date(),
    workerScript,
  });
}

function outputStream(stream: NodeJS.WriteStream): OutputStream {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    // A reader that went away (`tfwarden | head`) is not an error of ours.
    if (error.code === 'EPIPE') process.exit(EXIT_CODE.clean);
    // A full disk: what was found cannot be told, and must not look like a scan that went well.
    tryToSay(`tfwarden: the output cannot be written: ${error.message}\n`);
    process.exit(EXIT_CODE.failed);
  });
  return {
    write: (text) => {
      stream.write(text);
    },
    isTerminal: stream.isTTY,
    columns: stream.isTTY ? stream.columns : undefined,
  };
}

/** Directly, as the process ends with it. */
function tryToSay(text: string): void {
  try {
    writeSync(2, text);
  } catch {
    // Then the exit code says it alone.
  }
}
