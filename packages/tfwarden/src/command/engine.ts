import type { Invocation } from './run.ts';

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
    case 'fix':
    case 'eval':
    case 'fmt':
    case 'custom':
    case 'ignores':
    case 'config':
    case 'help':
      throw new Error('not written yet');
  }
}
