import type { Cloud } from './cloud.ts';
import type { Shared } from './place.ts';

/** A module that a folder calls. */
export interface Callee {
  readonly name: string;
  /** As the call writes it: relative to the calling folder. */
  readonly source: string;
  /** Most calls make one instance; `switched` ones none in sandboxes, `coloured` ones two. */
  readonly times?: 'switched' | 'coloured';
}

/** A `module` block that passes everything on. */
export function callText({ name, source, times }: Callee, cloud: Cloud, shared: Shared): string {
  const suffix = times === 'coloured' ? `${name}-\${each.key}` : name;
  const own: Readonly<Record<string, string>> = {
    name: `"\${${shared.name}}-${suffix.replaceAll('_', '-')}"`,
    key: shared.key,
    tags: shared.tags,
  };
  const passed = [...Object.keys(own), ...cloud.variables.map((variable) => variable.name)];
  const width = Math.max(...passed.map((argument) => argument.length));
  const lines = passed.map((argument) => `  ${argument.padEnd(width)} = ${own[argument] ?? `var.${argument}`}`);
  return `module "${name}" {\n  source = "${source}"\n${expansion(times)}\n${lines.join('\n')}\n}\n`;
}

export function outputText({ name, times }: Callee): string {
  return `output "${name}" {\n  value = ${outputValue(name, times)}\n}\n`;
}

function expansion(times: Callee['times']): string {
  switch (times) {
    case 'switched':
      return '  count  = var.environment == "sandbox" ? 0 : 1\n';
    case 'coloured':
      return '\n  for_each = toset(["blue", "green"])\n';
    case undefined:
      return '';
  }
}

function outputValue(name: string, times: Callee['times']): string {
  switch (times) {
    case 'switched':
      return `one(module.${name}[*].name)`;
    case 'coloured':
      return `{ for colour, instance in module.${name} : colour => instance.name }`;
    case undefined:
      return `module.${name}.name`;
  }
}
