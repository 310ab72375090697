import type { MessagePort } from 'node:worker_threads';
import { createFolders, LIMITS } from '@tfwarden/terraform';
import { createCollector } from '../../node/collect-garbage.ts';
import type { DiskFileSystem } from '../../node/disk-file-system.ts';
import { shortValue } from '../../report/chain.ts';
import { hideFromWalk } from '../../scan/hide-from-walk.ts';
import { createPacker } from '../../scan/packed/pack-report.ts';
import { scanPacked } from '../../scan/packed/scan-packed.ts';
import { scanTools } from '../../scan/scan.ts';
import type { RootContext } from '../../scan/scan-root.ts';
import { findCommand } from '../command-table.ts';
import { addEnvironment } from '../environment.ts';
import type { Io } from '../io.ts';
import { loadCustomChecks } from '../load-custom-checks.ts';
import { parseArguments } from '../parse-arguments.ts';
import { prepareScan } from '../prepare-scan.ts';
import { Claims } from './claims.ts';
import type { RootsToScan, WorkerInput, WorkerMessage } from './thread-messages.ts';

/**
 * The work of one worker: prepares the scan of the command line as the main thread did, then scans roots until none is left. Throws when anything is
 * not as it was there; what is not done here the main thread does.
 */
export async function scanInWorker(input: WorkerInput, port: MessagePort): Promise<void> {
  const told = new Promise<RootsToScan>((resolve) => {
    port.once('message', resolve);
  });
  const { context, disk } = await prepare(input);
  const packer = createPacker(context, input.shown, shortValue);
  const claims = new Claims(input.claims);
  const { directories, order, links } = await told;
  const collectGarbage = createCollector();
  let spent = 0;
  // Where all roots together may do so much, nothing is gained by doing more.
  while (spent <= LIMITS.work) {
    const index = claims.take(order, input.number);
    const directory = index === undefined ? undefined : directories[index];
    if (index === undefined || directory === undefined) break;
    disk.showLinks(links);
    collectGarbage();
    const work = { left: LIMITS.work, isReported: false };
    const report = await scanPacked(directory, index, { ...context, work }, packer);
    const message: WorkerMessage = { index, report };
    port.postMessage(message);
    spent += report.work;
  }
}

interface Prepared {
  readonly context: Omit<RootContext, 'work'>;
  readonly disk: DiskFileSystem;
}

async function prepare({ args, cwd, env, now }: WorkerInput): Promise<Prepared> {
  const command = findCommand('');
  if (command === undefined) throw new Error('the table has no scan command');
  const parsed = parseArguments(args, command.flags);
  if ('problem' in parsed) throw new Error(parsed.problem);
  const { values, positionals } = parsed;
  const { problem } = addEnvironment(values, command.flags, env);
  if (problem !== undefined) throw new Error(problem);
  const invocation = { command, args, values, positionals, io: silentIo(cwd, env, now) };
  const prepared = await prepareScan(invocation);
  if ('problem' in prepared) throw new Error(prepared.problem);
  const { settings, config, location } = prepared;
  const furtherChecks = await loadCustomChecks(invocation, location, config, settings.includePassed);
  if ('problem' in furtherChecks) throw new Error(furtherChecks.problem);
  const fileSystem = hideFromWalk(prepared.fileSystem, settings);
  const context = { ...scanTools({ settings, furtherChecks }), fileSystem, folders: createFolders(fileSystem) };
  return { context, disk: prepared.fileSystem };
}

/** The main thread has said everything that there is to say. */
function silentIo(cwd: string, env: Io['env'], now: number): Io {
  const silent = { write: () => undefined, isTerminal: false, columns: undefined };
  return { cwd, env, stdout: silent, stderr: silent, readInput: () => '', now: () => new Date(now) };
}
