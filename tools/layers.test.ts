import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '..');

/** What each package may import from the others; `docs/contributing/architecture.md` says why. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  hcl: [],
  terraform: ['@tfwarden/hcl'],
  checks: ['@tfwarden/hcl', '@tfwarden/terraform'],
  tfwarden: ['@tfwarden/hcl', '@tfwarden/terraform', '@tfwarden/checks'],
};

/** Inside a package: what a room must not import from its neighbours. */
const ROOM_MAY_NOT_IMPORT: Readonly<Record<string, readonly string[]>> = {
  'hcl/src/text': ['hcl/src/syntax', 'hcl/src/value', 'hcl/src/eval', 'hcl/src/edit'],
  'hcl/src/value': ['hcl/src/syntax', 'hcl/src/eval', 'hcl/src/edit'],
  'hcl/src/syntax': ['hcl/src/eval', 'hcl/src/edit'],
  'terraform/src/source': [
    'terraform/src/configuration',
    'terraform/src/module',
    'terraform/src/function',
    'terraform/src/data',
    'terraform/src/evaluate',
    'terraform/src/plan',
    'terraform/src/root',
  ],
  'terraform/src/configuration': [
    'terraform/src/evaluate',
    'terraform/src/module',
    'terraform/src/plan',
    'terraform/src/root',
  ],
  'terraform/src/function': ['terraform/src/evaluate', 'terraform/src/module'],
  'terraform/src/evaluate': ['terraform/src/plan', 'terraform/src/root'],
  'tfwarden/src/scan': ['tfwarden/src/report', 'tfwarden/src/command', 'tfwarden/src/node'],
  'tfwarden/src/ignore': ['tfwarden/src/report', 'tfwarden/src/command', 'tfwarden/src/node'],
  'tfwarden/src/report': ['tfwarden/src/command', 'tfwarden/src/node'],
};

/** The only rooms that know Node; everything else runs in a browser too. */
const NODE_ROOMS = ['tfwarden/src/node', 'tfwarden/src/command'];

interface Import {
  readonly file: string;
  readonly specifier: string;
  readonly isTypeOnly: boolean;
}

function sourceFiles(directory: string): string[] {
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => join(entry.parentPath, entry.name));
}

function importsOf(file: string): Import[] {
  const text = readFileSync(file, 'utf8');
  const statements = text.matchAll(
    /^\s*(?:import|export)\s+(type\s+)?[^'"`;]*?from\s+'([^']+)'|^\s*import\s+'([^']+)'|\bimport\(\s*'([^']+)'/gm,
  );
  return [...statements].map((match) => ({
    file,
    specifier: match[2] ?? match[3] ?? match[4] ?? '',
    isTypeOnly: match[1] !== undefined,
  }));
}

const imports = Object.keys(MAY_IMPORT).flatMap((name) =>
  sourceFiles(join(ROOT, 'packages', name, 'src')).flatMap(importsOf),
);
const production = imports.filter(({ file }) => !/\.(test|test-d)\.ts$|\/testing\//.test(file));

function place(file: string): string {
  return relative(join(ROOT, 'packages'), file).replaceAll('\\', '/');
}

/** `tfwarden/src/scan` of a file in it. */
function roomOf(path: string): string {
  return path.split('/').slice(0, 3).join('/');
}

describe('layers', () => {
  it('has sources to look at', () => {
    expect(production.length).toBeGreaterThan(50);
  });

  it('lets a package import only the packages to its left', () => {
    const wrong = production.filter(({ file, specifier }) => {
      const owner = place(file).split('/')[0] ?? '';
      const isOurs = specifier.startsWith('@tfwarden/') || specifier === 'tfwarden';
      return isOurs && !(MAY_IMPORT[owner] ?? []).includes(specifier);
    });
    expect(wrong.map((w) => `${place(w.file)} imports ${w.specifier}`)).toEqual([]);
  });

  it('imports other packages by name, never by path', () => {
    const wrong = production.filter(({ file, specifier }) => {
      if (!specifier.startsWith('.')) return false;
      return place(file).split('/')[0] !== place(resolve(dirname(file), specifier)).split('/')[0];
    });
    expect(wrong.map((w) => `${place(w.file)} imports ${w.specifier}`)).toEqual([]);
  });

  it('keeps the rooms of a package apart', () => {
    const wrong = production.filter(({ file, specifier, isTypeOnly }) => {
      if (!specifier.startsWith('.') || isTypeOnly) return false;
      const from = place(file);
      const to = place(resolve(dirname(file), specifier));
      return Object.entries(ROOM_MAY_NOT_IMPORT).some(
        ([room, forbidden]) => from.startsWith(`${room}/`) && forbidden.some((other) => to.startsWith(`${other}/`)),
      );
    });
    expect(wrong.map((w) => `${place(w.file)} imports ${w.specifier}`)).toEqual([]);
  });

  it('has no two rooms of tfwarden that import each other, types included', () => {
    const edges = new Set<string>();
    for (const { file, specifier } of production) {
      if (!specifier.startsWith('.') || !place(file).startsWith('tfwarden/src/')) continue;
      const from = roomOf(place(file));
      const to = roomOf(place(resolve(dirname(file), specifier)));
      if (from !== to) edges.add(`${from} > ${to}`);
    }
    expect(edges.size).toBeGreaterThan(10);
    expect([...edges].filter((edge) => edges.has(edge.split(' > ').toReversed().join(' > ')))).toEqual([]);
  });

  it('has no cycle of imports that goes through two rooms', () => {
    const edges = new Map<string, Set<string>>();
    for (const { file, specifier, isTypeOnly } of production) {
      if (!specifier.startsWith('.') || isTypeOnly) continue;
      const from = roomOf(place(file));
      const to = roomOf(place(resolve(dirname(file), specifier)));
      if (from !== to) edges.set(from, (edges.get(from) ?? new Set()).add(to));
    }
    const reaches = (start: string, goal: string, seen = new Set<string>()): boolean =>
      [...(edges.get(start) ?? [])].some((next) => {
        if (next === goal) return true;
        if (seen.has(next)) return false;
        seen.add(next);
        return reaches(next, goal, seen);
      });
    const cycles = [...edges.keys()].filter((room) => reaches(room, room));
    expect(cycles).toEqual([]);
  });

  it('lets only the rooms for Node import from node:', () => {
    const wrong = production.filter(
      ({ file, specifier }) =>
        specifier.startsWith('node:') && !NODE_ROOMS.some((room) => place(file).startsWith(`${room}/`)),
    );
    expect(wrong.map((w) => `${place(w.file)} imports ${w.specifier}`)).toEqual([]);
  });
});

describe('the core in a browser', () => {
  it('bundles without Node', async () => {
    const result = await build({
      stdin: {
        contents:
          "export * as hcl from '@tfwarden/hcl'; export * as terraform from '@tfwarden/terraform'; export * as checks from '@tfwarden/checks'; export * as tfwarden from 'tfwarden';",
        resolveDir: join(ROOT, 'packages', 'tfwarden'),
      },
      bundle: true,
      write: false,
      platform: 'browser',
      format: 'esm',
      splitting: true,
      outdir: '/virtual',
      conditions: ['source'],
      metafile: true,
      logLevel: 'silent',
    });
    const nodeImports = Object.values(result.metafile.inputs)
      .flatMap((input) => input.imports)
      .filter((entry) => entry.path.startsWith('node:'));
    expect(result.errors).toEqual([]);
    expect(nodeImports).toEqual([]);
  });
});
