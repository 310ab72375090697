import { describe, expect, it } from 'vitest';
import { casesOf } from '../testing/cases-of.ts';
import { scanText } from '../testing/scan-text.ts';
import { majorsWithPath } from '../testing/schemas/find-path.ts';
import { validateConfiguration } from '../testing/schemas/validate-configuration.ts';
import type { Check } from './kit/check.ts';
import { listenToTouchedPaths } from './kit/touched-paths.ts';
import { loadAllChecks } from './load-checks.ts';

const checks = await loadAllChecks();

/** Targets that no provider's schema describes. */
const WITHOUT_SCHEMA: ReadonlySet<string> = new Set(['module', 'variable', 'local', 'output']);

describe.each(checks.map((check) => [check.id, check] as const))('%s and the schemas of the providers', (_, check) => {
  it('asks only for what a supported provider has', () => {
    const touched = touchedBy(check);
    const unknown = [...touched].filter((key) => {
      const [type = '', path = ''] = key.split(' ');
      return majorsWithPath(type, path)?.length === 0;
    });
    expect(unknown, 'see docs/contributing/writing-a-check.md; a new type: npm run schemas').toEqual([]);
  });

  it('meets every type it is for in an example or a case', () => {
    const types = new Set([...touchedBy(check)].map((key) => key.split(' ')[0]));
    const text = [
      ...check.examples.map((example) => example.bad),
      ...check.good,
      ...casesOf(check).flatMap(filesOf),
    ].join('\n');
    const missed = check.resources.filter((target) => !target.includes('*') && !WITHOUT_SCHEMA.has(target));
    expect(
      missed.filter((type) => !types.has(type) && !text.includes(`"${type.replace(/^(?:data|provider)\./, '')}"`)),
    ).toEqual([]);
  });

  it('has examples that the provider accepts', () => {
    for (const example of check.examples) {
      expect(validateConfiguration(example.bad, { needsRequired: true })).toEqual([]);
      if (example.fixed !== undefined) {
        expect(validateConfiguration(example.fixed, { needsRequired: true })).toEqual([]);
      }
    }
    for (const good of check.good) expect(validateConfiguration(good, { needsRequired: true })).toEqual([]);
  });

  it('has cases without arguments that no provider knows', () => {
    const problems = casesOf(check).flatMap((given) =>
      Object.entries(given.files).flatMap(([name, text]) =>
        name.endsWith('.tf') ? validateConfiguration(text, { needsRequired: false }) : [],
      ),
    );
    expect(problems).toEqual([]);
  });
});

function filesOf(given: { readonly files: Readonly<Record<string, string>> }): readonly string[] {
  return Object.values(given.files);
}

/** `type path` of everything the check asks for while its examples and cases run. */
function touchedBy(check: Check): ReadonlySet<string> {
  const touched = new Set<string>();
  listenToTouchedPaths(({ type, path }) => {
    if (!WITHOUT_SCHEMA.has(type)) touched.add(`${type} ${path}`);
  });
  try {
    for (const example of check.examples) scanText({ 'main.tf': example.bad }, [check]);
    for (const good of check.good) scanText({ 'main.tf': good }, [check]);
    for (const given of casesOf(check)) scanText(given.files, [check]);
  } finally {
    listenToTouchedPaths(undefined);
  }
  return touched;
}
