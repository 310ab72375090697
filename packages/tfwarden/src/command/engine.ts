import type { MessagePort } from 'node:worker_threads';
import type { Invocation } from './run.ts';
import type { WorkerInput } from './threads/thread-messages.ts';

/** Loads the code of one sub-command and runs it. Only what the sub-command needs is evaluated. */
export async function execute(invocation: Invocation): Promise<number> {
  switch (invocation.command.name) {
    case '':
      return (await import('./scan-command.ts')).scanCommand(invocation);
    case 'explain':
      return (await import('./explain-command.ts')).explainCommand(invocation);
    case 'checks':
      return (await import('./checks-command.ts')).checksCommand(invocation);
    case 'roots':
      return (await import('./roots-command.ts')).rootsCommand(invocation);
    case 'fmt':
      return (await import('./fmt-command.ts')).fmtCommand(invocation);
    case 'ignores':
      return (await import('./ignores-command.ts')).ignoresCommand(invocation);
    case 'custom':
      return (await import('./custom-command.ts')).customCommand(invocation);
    case 'config':
      return (await import('./config-command.ts')).configCommand(invocation);
    case 'eval':
      return (await import('./eval-command.ts')).evalCommand(invocation);
    case 'fix':
      return (await import('./fix-command.ts')).fixCommand(invocation);
    case 'help':
      throw new Error('help is answered before the engine');
  }
}

/** Takes part in a scan as one of several threads. */
export async function scanInWorker(input: WorkerInput, port: MessagePort): Promise<void> {
  return (await import('./threads/scan-in-worker.ts')).scanInWorker(input, port);
}
