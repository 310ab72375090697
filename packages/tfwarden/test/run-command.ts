import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { type RunOptions, type RunOutcome, runInProcess } from './run-in-process.ts';

/**
 * A program to play the tests through, for example `packages/tfwarden/dist/executable/tfwarden`; a script (`.cjs`) is run by this Node. Without it
 * they run in this process, which is how they are written and debugged. Relative to the repository.
 */
const PROGRAM = process.env['TFWARDEN_COMMAND'];

/**
 * Runs the command line and keeps everything it writes. What a program has from its surroundings and cannot be given, another day or a terminal, stays in
 * this process whatever `TFWARDEN_COMMAND` says.
 */
export async function runCommand(args: readonly string[], options: RunOptions): Promise<RunOutcome> {
  const isForProcess = options.today !== undefined || options.isTerminal === true;
  if (PROGRAM === undefined || PROGRAM === '' || isForProcess) return runInProcess(args, options);
  return runProgram(resolve(PROGRAM), args, options);
}

/** Runs a program, or a script with this Node. @param program  absolute */
export async function runProgram(
  program: string,
  args: readonly string[],
  options: Pick<RunOptions, 'cwd' | 'env' | 'input'>,
): Promise<RunOutcome> {
  const isScript = /\.[cm]?js$/.test(program);
  const child = spawn(isScript ? process.execPath : program, isScript ? [program, ...args] : args, {
    cwd: options.cwd,
    // The search path is for what the program starts itself; it reads nothing from it.
    env: { PATH: process.env['PATH'], ...options.env },
    stdio: 'pipe',
  });
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
  if (code === null) throw new Error(`${program} ${args.join(' ')} ended by ${child.signalCode}:\n${stderr}`);
  return { code, stdout, stderr };
}

async function textOf(stream: NodeJS.ReadableStream): Promise<string> {
  stream.setEncoding('utf8');
  let text = '';
  for await (const part of stream) text += String(part);
  return text;
}
