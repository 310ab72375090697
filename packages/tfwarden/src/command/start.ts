import { readFileSync } from 'node:fs';
import { openOutput } from './open-output.ts';
import { run } from './run.ts';

/**
 * Runs the command as this process: its arguments, its streams, its exit code.
 * @param workerScript  `scan-worker.ts`, as a worker thread can be started with it
 */
export async function start(workerScript: string | URL): Promise<void> {
  process.exitCode = await run(process.argv.slice(2), {
    cwd: process.cwd(),
    env: process.env,
    stdout: openOutput(1),
    stderr: openOutput(2),
    readInput: () => readFileSync(0, 'utf8'),
    now: () => new Date(),
    workerScript,
  });
}
