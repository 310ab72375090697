import { createColours } from '../report/colours.ts';
import { suggest } from '../text/suggest.ts';
import { VERSION } from '../version.ts';
import { wantsColour } from './colour.ts';
import type { Command } from './command.ts';
import { COMMANDS, findCommand } from './command-table.ts';
import { addEnvironment } from './environment.ts';
import { EXIT_CODE } from './exit-code.ts';
import type { FlagValues } from './flag-values.ts';
import { renderHelp } from './help.ts';
import type { Io } from './io.ts';
import { parseArguments } from './parse-arguments.ts';

/** What a sub-command gets to work with. */
export interface Invocation {
  readonly command: Command;
  /** As given, behind the name of the command. */
  readonly args: readonly string[];
  readonly values: FlagValues;
  readonly positionals: readonly string[];
  readonly io: Io;
}

/**
 * Runs the command line. `--version`, `--help` and mistakes in the arguments are answered here, before the engine is loaded.
 * @param args  without the names of the program
 * @returns the exit code of the process
 */
export async function run(args: readonly string[], io: Io): Promise<number> {
  try {
    return await dispatch(args, io);
  } catch (error) {
    // Expected problems are values; whatever arrives here is a defect of tfwarden.
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    io.stderr.write(
      `tfwarden: this is a defect of tfwarden ${VERSION}, not of your code. The scan did not finish.\n` +
        'Report it with the text below and, if you can, the smallest configuration that shows it;\n' +
        `https://www.npmjs.com/package/tfwarden names the place.\n\n${text}\n`,
    );
    return EXIT_CODE.failed;
  }
}

async function dispatch(args: readonly string[], io: Io): Promise<number> {
  const first = args[0] ?? '';
  const named = first === '' ? undefined : findCommand(first);
  const command = named ?? findCommand('');
  if (command === undefined) throw new Error('the table has no scan command');

  const ownArgs = named === undefined ? args : args.slice(1);
  const parsed = parseArguments(ownArgs, command.flags);
  if ('problem' in parsed) return usageProblem(io, command, parsed.problem);
  const { values, positionals } = parsed;
  const colours = createColours(wantsColour(io.stdout, io.env, values.isOn('no-color')));

  if (values.isOn('help')) {
    io.stdout.write(renderHelp(command, colours));
    return EXIT_CODE.clean;
  }
  if (values.isOn('version')) {
    io.stdout.write(`tfwarden ${VERSION}\n`);
    return EXIT_CODE.clean;
  }
  if (command.name === 'help') return showHelp(io, command, positionals[0] ?? '', colours);
  const wrongCount = checkCount(command, positionals);
  if (wrongCount !== undefined) {
    const hint = named === undefined ? '' : `; to scan a folder named \`${named.name}\`, write \`./${named.name}\``;
    return usageProblem(io, command, `${wrongCount}${hint}`);
  }

  const environment = addEnvironment(values, command.flags, io.env);
  if (environment.problem !== undefined) return usageProblem(io, command, environment.problem);
  for (const warning of environment.warnings) io.stderr.write(`tfwarden: ${warning}\n`);

  const { execute } = await import('./engine.ts');
  return execute({ command, args: ownArgs, values, positionals, io });
}

function showHelp(io: Io, help: Command, name: string, colours: ReturnType<typeof createColours>): number {
  const about = findCommand(name);
  if (about === undefined) {
    const nearest = suggest(
      name,
      COMMANDS.map((command) => command.name),
    );
    const hint = nearest === undefined || nearest === '' ? '' : `; did you mean \`${nearest}\`?`;
    return usageProblem(io, help, `there is no command \`${name}\`${hint}`);
  }
  io.stdout.write(renderHelp(about, colours));
  return EXIT_CODE.clean;
}

function checkCount(command: Command, positionals: readonly string[]): string | undefined {
  const usage = `tfwarden ${command.name} ${command.arguments}`;
  if (positionals.length < command.minArguments) return `expected \`${usage}\``;
  if (positionals.length > command.maxArguments) {
    return `expected \`${usage}\`, found one argument too many: \`${positionals[command.maxArguments] ?? ''}\``;
  }
  return undefined;
}

function usageProblem(io: Io, command: Command, problem: string): number {
  const help = command.name === '' ? 'tfwarden --help' : `tfwarden ${command.name} --help`;
  io.stderr.write(`tfwarden: ${problem}\nRun \`${help}\` for everything there is.\n`);
  return EXIT_CODE.failed;
}
