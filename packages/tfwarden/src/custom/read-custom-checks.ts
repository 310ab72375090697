import type { Diagnostic } from '@tfwarden/hcl';
import { type DataNode, nodeAt } from '../data-file/data-node.ts';
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
  const diagnostics = checks.flatMap((check, index) =>
    patternProblems(check.matchSpec, read.node, ['checks', index, 'matchSpec']),
  );
  return diagnostics.length > 0 ? { diagnostics } : { checks };
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
