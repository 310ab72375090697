import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { expect, it } from 'vitest';

const PACKAGE = resolve(import.meta.dirname, '..');

/** One `export ... from` of the entry file. */
interface Reexport {
  readonly from: string;
  /** Undefined for `*`. */
  readonly names: readonly string[] | undefined;
  readonly namespace: string | undefined;
}

it('is what api.md says (after a change on purpose: npx vitest run packages/hcl/test/api.test.ts -u)', async () => {
  const sections = readReexports().map(renderModule);
  const text = `# The interface of @tfwarden/hcl\n\nMade by \`test/api.test.ts\` from the sources, so that a change of it shows in review.\n\n${sections.join('\n')}`;
  await expect(text).toMatchFileSnapshot(join(PACKAGE, 'api.md'));
  expect(sections.length).toBeGreaterThan(30);
});

/** The modules of the entry file with all their names, in order of path. */
function readReexports(): readonly Reexport[] {
  const entry = readFileSync(join(PACKAGE, 'src/index.ts'), 'utf8');
  const byModule = new Map<string, Reexport>();
  for (const [, star, namespace, list = '', from = ''] of entry.matchAll(
    /^export (?:type )?(?:(\*)(?: as (\w+))?|\{([^}]*)\}) from '([^']+)';/gm,
  )) {
    const names = list
      .split(',')
      .map((name) => name.trim().replace(/^type /, ''))
      .filter((name) => name !== '');
    const known = byModule.get(`${from} ${namespace ?? ''}`);
    const all = star === undefined ? [...(known?.names ?? []), ...names].toSorted() : undefined;
    byModule.set(`${from} ${namespace ?? ''}`, { from, names: all, namespace });
  }
  return [...byModule.values()].toSorted((a, b) => (a.from < b.from ? -1 : 1));
}

function renderModule({ from, names, namespace }: Reexport): string {
  const path = join(PACKAGE, 'src', from);
  const declarations = declarationsOf(path);
  const shown = names ?? [...declarations.keys()].toSorted();
  const title = `## ${dirname(from).replace(/^\.\//, '')}: ${from.split('/').at(-1)}${namespace === undefined ? '' : ` as ${namespace}`}`;
  const body = shown.map((name) => {
    const declaration = declarations.get(name);
    if (declaration === undefined) throw new Error(`${name} is not declared in ${from}`);
    return declaration;
  });
  return `${title}\n\n\`\`\`ts\n${body.join('\n')}\n\`\`\`\n`;
}

/** What a module exports, by name, as declarations without bodies and comments. */
function declarationsOf(path: string): ReadonlyMap<string, string> {
  const source = readFileSync(path, 'utf8')
    .replaceAll(/^ *\/\*\*(?:[^*]|\*(?!\/))*\*\/\n/gm, '')
    .replaceAll(/^ *\/\/.*\n/gm, '');
  const found = new Map<string, string>();
  for (const { index, 1: kind = '', 2: name = '' } of source.matchAll(
    /^export (?:abstract )?(function|const|interface|type|class) (\w+)/gm,
  )) {
    const text = source.slice(index + 'export '.length);
    found.set(name, [...(found.has(name) ? [found.get(name)] : []), declarationText(kind, text)].join('\n'));
  }
  return found;
}

function declarationText(kind: string, text: string): string {
  switch (kind) {
    case 'function':
      return `${onOneLine(/^[^]*?(?= \{\n)/.exec(text)?.[0] ?? '')};`;
    case 'const':
      return `${onOneLine(/^[^]*?(?= = | =\n)/.exec(text)?.[0] ?? '')};`;
    case 'type':
      return onOneLine(/^[^]*?;\n(?! )/.exec(text)?.[0] ?? '');
    case 'class': {
      const [head = '', ...lines] = (/^[^]*?\n\}/.exec(text)?.[0] ?? '').split('\n');
      const members = lines
        .filter((line) => /^ {2}(?!private |#|\})\S/.test(line))
        .map((line) => line.replace(/ = .*;$/, ';').replace(/ \{$/, ';'));
      return `${head}\n${members.join('\n')}\n}`;
    }
    default:
      return /^[^]*?\n?\}(?=\n)/.exec(text)?.[0] ?? '';
  }
}

function onOneLine(text: string): string {
  return text
    .replaceAll(/\s*\n\s*/g, ' ')
    .replaceAll('( ', '(')
    .replaceAll(', )', ')')
    .trim();
}
