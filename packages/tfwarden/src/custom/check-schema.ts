import * as v from 'valibot';
import { readSeverity } from '../scan/settings.ts';

/** What a spec asks of a block. */
export const ACTIONS = [
  'isPresent',
  'notPresent',
  'isEmpty',
  'equals',
  'notEqual',
  'startsWith',
  'endsWith',
  'contains',
  'notContains',
  'onlyContains',
  'lessThan',
  'lessThanOrEqualTo',
  'greaterThan',
  'greaterThanOrEqualTo',
  'regexMatches',
  'isAny',
  'isNone',
  'requiresPresence',
  'inModule',
  'hasTag',
  'ofType',
  'and',
  'or',
  'not',
] as const;

export type Action = (typeof ACTIONS)[number];

/** A value of a spec: text, number, truth, or lists and mappings of them. */
export type SpecValue = string | number | boolean | null | readonly SpecValue[] | { readonly [key: string]: SpecValue };

/** One condition, as tfsec's files have it. */
export interface MatchSpec {
  readonly name?: string | undefined;
  readonly action: Action;
  readonly value?: SpecValue | undefined;
  readonly preConditions?: readonly MatchSpec[] | undefined;
  readonly predicateMatchSpec?: readonly MatchSpec[] | undefined;
  readonly subMatch?: MatchSpec | undefined;
  readonly subMatchOne?: MatchSpec | undefined;
  readonly ignoreUndefined?: boolean | undefined;
  /** Read by tfsec 0.39 only; has no effect. */
  readonly ignoreUnmatched?: boolean | undefined;
  readonly assignVariable?: string | undefined;
}

export interface CustomCheck {
  readonly code: string;
  readonly description: string;
  readonly severity: string;
  readonly requiredTypes: readonly string[];
  readonly requiredLabels: readonly string[];
  readonly requiredSources?: readonly string[] | undefined;
  readonly matchSpec: MatchSpec;
  readonly errorMessage?: string | undefined;
  readonly relatedLinks?: readonly string[] | undefined;
  readonly impact?: string | undefined;
  readonly resolution?: string | undefined;
  readonly provider?: string | undefined;
  readonly service?: string | undefined;
}

/** Actions that ask nothing of one attribute or block, and so need no name. */
const NAMELESS: readonly Action[] = ['inModule', 'and', 'or', 'not', 'hasTag', 'ofType'];

const specValue: v.GenericSchema<SpecValue> = v.lazy(() =>
  v.union([v.string(), v.number(), v.boolean(), v.null(), v.array(specValue), v.record(v.string(), specValue)]),
);

const matchSpec: v.GenericSchema<MatchSpec> = v.lazy(() =>
  v.pipe(
    v.object({
      name: v.optional(v.pipe(v.string(), v.description('Attribute or block that the action looks at'))),
      action: v.picklist(ACTIONS),
      value: v.optional(specValue),
      preConditions: v.optional(v.array(matchSpec)),
      predicateMatchSpec: v.optional(v.array(matchSpec)),
      subMatch: v.optional(matchSpec),
      subMatchOne: v.optional(matchSpec),
      ignoreUndefined: v.optional(v.boolean()),
      ignoreUnmatched: v.optional(v.boolean()),
      assignVariable: v.optional(v.string()),
    }),
    v.check(
      (spec) => NAMELESS.includes(spec.action) || (spec.name !== undefined && spec.name !== ''),
      (issue) => `The action \`${issue.input.action}\` needs a \`name\``,
    ),
    v.check(
      (spec) => spec.action !== 'not' || spec.predicateMatchSpec?.length === 1,
      'The action `not` needs exactly one entry in `predicateMatchSpec`',
    ),
    v.check(
      (spec) => (spec.action !== 'and' && spec.action !== 'or') || (spec.predicateMatchSpec?.length ?? 0) > 0,
      (issue) => `The action \`${issue.input.action}\` needs entries in \`predicateMatchSpec\``,
    ),
  ),
);

const text = v.pipe(v.string(), v.minLength(1, 'The text is empty'));

const check: v.GenericSchema<CustomCheck> = v.object({
  code: v.pipe(text, v.description('Last part of the id: custom-custom-<code>')),
  description: v.pipe(text, v.description('What should be true')),
  severity: v.pipe(
    v.string(),
    v.check(
      (word) => readSeverity(word) !== undefined,
      (issue) => `Expected CRITICAL, HIGH, MEDIUM or LOW, found ${JSON.stringify(issue.input)}`,
    ),
  ),
  requiredTypes: v.pipe(v.array(v.string()), v.minLength(1, 'The list of required types is empty')),
  requiredLabels: v.pipe(v.array(v.string()), v.minLength(1, 'The list of required labels is empty')),
  requiredSources: v.optional(v.array(v.string())),
  matchSpec,
  errorMessage: v.optional(v.string()),
  relatedLinks: v.optional(v.array(v.string())),
  impact: v.optional(v.string()),
  resolution: v.optional(v.string()),
  provider: v.optional(v.string()),
  service: v.optional(v.string()),
});

/** A file `*_tfchecks.json` or `*_tfchecks.yaml`. */
export const CUSTOM_CHECKS_SCHEMA: v.GenericSchema<{ readonly checks: readonly CustomCheck[] }> = v.object({
  checks: v.array(check),
});
