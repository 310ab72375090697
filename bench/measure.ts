import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import type { Readable } from 'node:stream';

const COMMAND = resolve('packages/tfwarden/bin/tfwarden.cjs');
const REPORT_USAGE = resolve('bench/report-usage.cjs');

export interface Usage {
  /** Wall time in milliseconds, from spawn to exit. */
  readonly wallMs: number;
  /** User and system time in milliseconds. */
  readonly cpuMs: number;
  /** Peak resident memory in MiB. */
  readonly peakMegabytes: number;
  readonly exitCode: number;
  readonly stdout: string;
}

/** Runs Node once in a process of its own; `COMMAND` when no script is named. */
export async function measureNode(nodeArguments: readonly string[]): Promise<Usage> {
  const started = process.hrtime.bigint();
  const child = spawn(process.execPath, ['--require', REPORT_USAGE, ...nodeArguments], {
    stdio: ['ignore', 'pipe', 'ignore', 'pipe'],
  });
  const stdout = collect(child.stdio[1] as Readable); // 'pipe' above: a Readable
  const usage = collect(child.stdio[3] as Readable); // 'pipe' above: a Readable
  const [exitCode] = await once(child, 'close');
  const wallMs = Number(process.hrtime.bigint() - started) / 1e6;
  const { cpuMs, peakMegabytes } = JSON.parse(await usage);
  return { wallMs, cpuMs, peakMegabytes, exitCode, stdout: await stdout };
}

export function measureCommand(args: readonly string[]): Promise<Usage> {
  return measureNode([COMMAND, ...args]);
}

/** The run with the least CPU time of several: the one that was disturbed least. */
export async function bestOf(times: number, measure: () => Promise<Usage>): Promise<Usage> {
  let best = await measure();
  for (let i = 1; i < times; i++) {
    const next = await measure();
    if (next.cpuMs < best.cpuMs) best = next;
  }
  return best;
}

async function collect(stream: Readable): Promise<string> {
  let text = '';
  for await (const chunk of stream) text += String(chunk);
  return text;
}
