import type { Colours } from '../report/colours.ts';
import { wrapText } from '../report/wrap-text.ts';
import type { Command } from './command.ts';
import { COMMANDS } from './command-table.ts';
import { FLAG_GROUPS, type Flag } from './flag.ts';

const WIDTH = 100;
const INDENT = '  ';

/** The help of a command: everything in it comes from the table that the parser reads. */
export function renderHelp(command: Command, colours: Colours): string {
  const lines: string[] = [];
  if (command.name === '') {
    lines.push('tfwarden finds security mistakes in Terraform and OpenTofu code before they are deployed.', '');
  } else {
    lines.push(`${command.summary}.`, '');
  }
  lines.push(colours.bold('Usage:'));
  const words = ['tfwarden', command.name, command.arguments].filter((word) => word !== '');
  lines.push(`${INDENT}${words.join(' ')} [flags]`);
  if (command.name === '') lines.push(`${INDENT}tfwarden <command> [arguments] [flags]`);
  lines.push('', ...wrapText(command.about, WIDTH), '');

  if (command.name === '') {
    lines.push(colours.bold('Commands:'));
    const named = COMMANDS.filter((other) => other.name !== '');
    const width = Math.max(...named.map((other) => other.name.length));
    for (const other of named) {
      lines.push(...hanging(`${INDENT}${other.name.padEnd(width)}  `, other.summary));
    }
    lines.push('');
  }

  const width = Math.max(...command.flags.filter(isListed).map((flag) => spelling(flag).length));
  for (const group of FLAG_GROUPS) {
    const flags = command.flags.filter((flag) => flag.group === group && isListed(flag));
    if (flags.length === 0) continue;
    lines.push(colours.bold(`${group}:`));
    for (const flag of flags) lines.push(...hanging(`${INDENT}${spelling(flag).padEnd(width)}  `, flag.help));
    lines.push('');
  }

  if (command.name === '') {
    lines.push(
      colours.bold('Exit codes:'),
      `${INDENT}0  nothing to report`,
      `${INDENT}1  a finding of MEDIUM or above`,
      `${INDENT}2  only LOW findings`,
      `${INDENT}3  could not run: a bad flag, a bad configuration, no such folder`,
      `${INDENT}4  nothing found, but the scan was incomplete`,
      '',
      ...wrapText(
        'Every flag can be set by a variable of the environment: TFWARDEN_SOFT_FAIL=true, TFWARDEN_EXCLUDE=AWS086. TFSEC_ names work too. The command line wins over the environment, and the environment over the configuration file.',
        WIDTH,
      ),
      '',
    );
  }
  if (command.examples.length > 0) {
    lines.push(colours.bold('Examples:'));
    for (const example of command.examples) lines.push(`${INDENT}${example.line}`, `${INDENT}    ${example.about}`);
    lines.push('');
  }
  return lines.join('\n');
}

function isListed(flag: Flag): boolean {
  return flag.isHidden !== true;
}

function spelling(flag: Flag): string {
  const short = flag.short === undefined ? '    ' : `-${flag.short}, `;
  const names = [flag.name, ...(flag.also ?? [])].map((name) => `--${name}`).join(', ');
  return flag.value === undefined ? `${short}${names}` : `${short}${names} ${flag.value}`;
}

function hanging(head: string, text: string): readonly string[] {
  const room = Math.max(30, WIDTH - head.length);
  const [first = '', ...rest] = wrapText(text, room);
  return [`${head}${first}`, ...rest.map((line) => `${' '.repeat(head.length)}${line}`)];
}
