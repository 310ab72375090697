import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { type RunOptions, type RunOutcome, runInProcess } from './run-in-process.ts';

/**
 * A program to play the tests through, for example `dist/cli-linux-x64/tfwarden`; a script (`.cjs`) is run by this Node. Without it
 * they run in this process, which is how they are written and debugged. Relative to the repository.
 */
const GIVEN_PROGRAM = process.env['TFWARDEN_COMMAND'] ?? '';

/** The command as a process of its own: what `TFWARDEN_COMMAND` names, else the bundle that `npm install` makes. Absolute. */
const PROGRAM: string = resolve(GIVEN_PROGRAM === '' ? 'packages/tfwarden/bin/tfwarden.cjs' : GIVEN_PROGRAM);

/**
 * Runs the command line and keeps everything it writes. What a program has from its surroundings and cannot be given, another day or a terminal, stays in
 * this process whatever `TFWARDEN_COMMAND` says.
 */
export async function runCommand(args: readonly string[], options: RunOptions): Promise<RunOutcome> {
  const isForProcess = options.today !== undefined || options.isTerminal === true;
  return GIVEN_PROGRAM === '' || isForProcess ? runInProcess(args, options) : runProgram(args, options);
}

/** Runs `PROGRAM` to its end and keeps everything it writes. */
export async function runProgram(
  args: readonly string[],
  options: Pick<RunOptions, 'cwd' | 'env' | 'input'>,
): Promise<RunOutcome> {
  const child = startProgram(args, options);
  // A program that does not read its input may end before it is written.
  child.stdin.on('error', () => undefined);
  child.stdin.end(options.input ?? '');
  const [stdout, stderr, code] = await Promise.all([
    textOf(child.stdout),
    textOf(child.stderr),
    new Promise<number | null>((done, failed) => {
      child.on('error', failed);
      child.on('close', done);
    }),
  ]);
  if (code === null) throw new Error(`${PROGRAM} ${args.join(' ')} ended by ${child.signalCode}:\n${stderr}`);
  return { code, stdout, stderr };
}

/** How `PROGRAM` is started: a script is run by this Node. */
export function commandLine(args: readonly string[]): readonly [file: string, args: readonly string[]] {
  return /\.[cm]?js$/.test(PROGRAM) ? [process.execPath, [PROGRAM, ...args]] : [PROGRAM, args];
}

/** Starts `PROGRAM` with pipes. */
export function startProgram(
  args: readonly string[],
  { cwd, env }: Pick<RunOptions, 'cwd' | 'env'>,
): ChildProcessWithoutNullStreams {
  return spawn(...commandLine(args), {
    cwd,
    // The search path is for what the program starts itself; it reads nothing from it.
    env: { PATH: process.env['PATH'], ...env },
    stdio: 'pipe',
  });
}

async function textOf(stream: NodeJS.ReadableStream): Promise<string> {
  stream.setEncoding('utf8');
  let text = '';
  for await (const part of stream) text += String(part);
  return text;
}
