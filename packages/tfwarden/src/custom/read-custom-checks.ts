import type { Diagnostic } from '@tfwarden/hcl';
import { distance } from 'fastest-levenshtein';
import { type DataNode, memberOf, nodeAt } from '../data-file/data-node.ts';
import { readData } from '../data-file/read-data.ts';
import { validate } from '../data-file/validate.ts';
import { CUSTOM_CHECKS_SCHEMA, type CustomCheck, type MatchSpec, type SpecValue } from './check-schema.ts';
import { compilePattern } from './custom-checks.ts';

/**
 * Reads a file of custom checks.
 * @returns the checks, or one diagnostic for each mistake
 */
export async function readCustomChecks(
  name: string,
  text: string,
): Promise<{ readonly checks: readonly CustomCheck[] } | { readonly diagnostics: readonly Diagnostic[] }> {
  const read = await readData(name, text);
  if ('diagnostic' in read) return { diagnostics: [read.diagnostic] };
  const validated = validate(CUSTOM_CHECKS_SCHEMA, read.node, 'custom');
  if ('diagnostics' in validated) return validated;
  const { checks } = validated.value;
  const diagnostics = [
    ...mistypedKeys(read.node),
    ...checks.flatMap((check, index) => patternProblems(check.matchSpec, read.node, ['checks', index, 'matchSpec'])),
  ];
  return diagnostics.length > 0 ? { diagnostics } : { checks };
}

const CHECK_KEYS: readonly (keyof CustomCheck)[] = [
  'code',
  'description',
  'severity',
  'requiredTypes',
  'requiredLabels',
  'requiredSources',
  'matchSpec',
  'errorMessage',
  'relatedLinks',
  'impact',
  'resolution',
  'provider',
  'service',
];

const SPEC_KEYS: readonly (keyof MatchSpec)[] = [
  'name',
  'action',
  'value',
  'preConditions',
  'predicateMatchSpec',
  'subMatch',
  'subMatchOne',
  'ignoreUndefined',
  'ignoreUnmatched',
  'assignVariable',
];

/** Letters by which a key may differ from the one that was meant. */
const MAX_DISTANCE = 2;

/**
 * Keys that are nearly those we know: `subMach` left out in silence makes a check that never fails. Other keys are left out, as tfsec does: people
 * keep notes in them.
 */
function mistypedKeys(node: DataNode): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  const look = (object: DataNode | undefined, known: readonly string[]): void => {
    if (object?.kind !== 'object') return;
    for (const { name, nameRange, value } of object.members) {
      if (known.includes(name)) {
        if (name !== 'value')
          for (const inner of value.kind === 'array' ? value.items : [value]) look(inner, SPEC_KEYS);
        continue;
      }
      const meant = known.find((key) => distance(key, name) <= MAX_DISTANCE);
      if (meant === undefined || name.length <= MAX_DISTANCE + 1) continue;
      found.push({
        severity: 'error',
        code: 'custom/unknown-key',
        summary: 'Unknown key in a custom check',
        detail: `There is no key \`${name}\`. Did you mean \`${meant}\`?`,
        subject: nameRange,
      });
    }
  };
  const checks = memberOf(node, 'checks')?.value;
  if (checks?.kind === 'array') for (const check of checks.items) look(check, CHECK_KEYS);
  return found;
}

/** Patterns that do not compile: a check that can never match is a mistake of its author. */
function patternProblems(spec: MatchSpec, node: DataNode, path: readonly (string | number)[]): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  const look = (value: SpecValue | undefined, at: readonly (string | number)[]): void => {
    if (typeof value !== 'string' || value.includes('TFSEC_VAR_') || compilePattern(value) !== undefined) return;
    found.push({
      severity: 'error',
      code: 'custom/bad-pattern',
      summary: 'The pattern is not a regular expression',
      detail: `Expected a pattern in Go's syntax (RE2), found \`${value}\`.`,
      subject: nodeAt(node, at),
    });
  };
  if (spec.action === 'regexMatches') look(spec.value, [...path, 'value']);
  for (const key of ['preConditions', 'predicateMatchSpec'] as const) {
    for (const [index, inner] of (spec[key] ?? []).entries())
      found.push(...patternProblems(inner, node, [...path, key, index]));
  }
  for (const key of ['subMatch', 'subMatchOne'] as const) {
    const inner = spec[key];
    if (inner !== undefined) found.push(...patternProblems(inner, node, [...path, key]));
  }
  return found;
}
