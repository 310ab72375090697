import { bestOf, measureCommand, measureNode } from './measure.ts';

const RUNS = 15;

/** What the command costs above an empty Node process. */
export async function run(): Promise<void> {
  const empty = await bestOf(RUNS, () => measureNode(['-e', '0']));
  console.log('| | CPU | above `node -e 0` | wall |');
  console.log('|---|---:|---:|---:|');
  console.log(`| \`node -e 0\` | ${empty.cpuMs.toFixed(1)} ms | | ${empty.wallMs.toFixed(1)} ms |`);
  const commands: readonly (readonly string[])[] = [
    ['--version'],
    ['--help'],
    ['--no-such-flag'],
    ['examples/dynamodb'],
    ['examples/orders'],
  ];
  for (const args of commands) {
    const usage = await bestOf(RUNS, () => measureCommand(args));
    console.log(
      `| \`tfwarden ${args.join(' ')}\` | ${usage.cpuMs.toFixed(1)} ms | ${(usage.cpuMs - empty.cpuMs).toFixed(1)} ms | ${usage.wallMs.toFixed(1)} ms |`,
    );
  }
}
