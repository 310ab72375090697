import type { Command } from './command.ts';
import { COMMANDS } from './command-table.ts';
import { FLAG_GROUPS, type Flag } from './flag.ts';

/** The page about the command line, in Markdown, from the table that the parser reads. */
export function renderCommandPage(): string {
  const lines = [
    '# The command line',
    '',
    'Made from the same table as `tfwarden --help`. Flags may be written `--flag=value`, `--flag value`, `--switch=false`, `-f value`; lists take commas and repeats.',
    'Every flag can be set by a variable of the environment: `TFWARDEN_SOFT_FAIL=true`; `TFSEC_` names work too. The command line wins over the environment, the',
    'environment over the configuration file.',
  ];
  for (const command of COMMANDS) if (command.name !== 'help') lines.push(...sectionOf(command));
  return `${lines.join('\n')}\n`;
}

function sectionOf(command: Command): readonly string[] {
  const usage = ['tfwarden', command.name, command.arguments].filter((word) => word !== '').join(' ');
  const lines = [
    '',
    `## ${command.name === '' ? 'tfwarden' : `tfwarden ${command.name}`}`,
    '',
    `\`${usage}\``,
    '',
    command.about,
  ];
  for (const group of FLAG_GROUPS) {
    const flags = command.flags.filter((flag) => flag.group === group && flag.isHidden !== true);
    if (flags.length === 0) continue;
    lines.push('', `### ${group}`, '', '| Flag | Meaning |', '|---|---|');
    for (const flag of flags) lines.push(`| ${spelling(flag)} | ${flag.help.replaceAll('|', '\\|')} |`);
  }
  if (command.examples.length > 0) {
    lines.push('', '```sh', ...command.examples.map((example) => `${example.line}   # ${example.about}`), '```');
  }
  return lines;
}

function spelling(flag: Flag): string {
  const names = [
    ...(flag.short === undefined ? [] : [`-${flag.short}`]),
    `--${flag.name}`,
    ...(flag.also ?? []).map((name) => `--${name}`),
  ];
  const value = flag.value === undefined ? '' : ` ${flag.value}`;
  return names.map((name) => `\`${name}${value}\``).join(', ');
}
