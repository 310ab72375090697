import type { Invocation } from './run.ts';

/** Loads the code of one sub-command and runs it. Only what the sub-command needs is evaluated. */
export async function execute(invocation: Invocation): Promise<number> {
  switch (invocation.command.name) {
    case '':
    case 'explain':
    case 'checks':
    case 'fix':
    case 'roots':
    case 'eval':
    case 'fmt':
    case 'custom':
    case 'ignores':
    case 'config':
    case 'help':
      throw new Error('not written yet');
  }
}
