import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { generateCatalogue } from '../../../tools/catalogue/generate.ts';
import { casesOf } from '../testing/cases-of.ts';
import { catalogue } from './catalogue-entries.ts';
import { loadAllChecks } from './load-checks.ts';

const checks = await loadAllChecks();

describe('the catalogue', () => {
  it('is what npm run generate writes', async () => {
    for (const [path, text] of await generateCatalogue()) expect(readFileSync(path, 'utf8'), path).toBe(text);
  });

  it('lists every check once', () => {
    const entries = catalogue();
    expect(entries.map((entry) => entry.id)).toEqual(checks.map((check) => check.id).toSorted());
    expect(new Set(entries.map((entry) => entry.id)).size).toBe(entries.length);
  });

  it('gives an alias to one check only, unless each of them declares it shared', () => {
    const owners = new Map<string, string[]>();
    for (const check of checks) {
      for (const alias of new Set(Object.values(check.alsoKnownAs).flat())) {
        owners.set(alias, [...(owners.get(alias) ?? []), check.id]);
      }
    }
    const undeclared = [...owners].filter(
      ([alias, ids]) =>
        ids.length > 1 && !ids.every((id) => checks.find((check) => check.id === id)?.sharedAliases.includes(alias)),
    );
    expect(undeclared).toEqual([]);
  });

  it('never uses an id of one check as an alias of another, unless it declares it shared', () => {
    const ids = new Set(checks.map((check) => check.id));
    const taken = checks.flatMap((check) =>
      Object.values(check.alsoKnownAs)
        .flat()
        .filter((alias) => ids.has(alias) && !check.sharedAliases.includes(alias)),
    );
    expect(taken).toEqual([]);
  });
});

describe.each(checks.map((check) => [check.id, check] as const))('the texts of %s', (_, check) => {
  it('fill every part of a documentation page', () => {
    for (const text of [check.title, check.why, check.harm, check.remedy]) {
      expect(text.trim()).not.toBe('');
      expect(text).not.toContain('TODO');
    }
  });

  it('keep to the style: titles and messages without a full stop, sentences with one', () => {
    expect(check.title).not.toMatch(/\.$/);
    for (const sentence of [check.why, check.harm, check.remedy]) expect(sentence).toMatch(/[.]$/);
    for (const message of Object.values(check.messages)) {
      expect(message).not.toMatch(/\.$/);
      expect(message).toContain('{address}');
    }
  });

  it('give a reason when the check is not stable', () => {
    expect(check.status === 'stable').toBe(check.reason === undefined);
  });

  it('have each message in an example or a case', () => {
    const said = new Set(check.examples.flatMap((example) => example.expect));
    for (const given of casesOf(check)) for (const { messageId } of given.expectations) said.add(messageId);
    expect(Object.keys(check.messages).filter((id) => !said.has(id))).toEqual([]);
  });
});
