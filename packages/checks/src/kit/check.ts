import type { AnyReport, MessageTexts, Report } from './report.ts';
import type { ResourceView } from './view.ts';

export type Severity = 'CRITICAL' | 'HIGH' | 'MEDIUM' | 'LOW';

/**
 * `stable` checks run by default. `preview` ones are new and gather evidence; `retired` ones can no longer be violated or satisfied.
 * Both run with `--all-checks` only and need a `reason`.
 */
export type Status = 'stable' | 'preview' | 'retired';

/** Tools whose ids for the same condition are accepted wherever an id may be written. */
export type Tool = 'tfsec' | 'trivy' | 'checkov' | 'kics' | 'regula' | 'terrascan';

export type Url = `https://${string}`;

/**
 * What a check looks at: a resource type, `data.<type>`, `provider.<type>`, or a whole class of things
 * (`*` is every managed resource).
 */
export type Target = '*' | 'data.*' | 'provider.*' | 'module' | 'variable' | 'local' | 'output' | (string & {});

/** An insecure configuration, what the check must say about it, and what the fix makes of it. */
export interface Example<M extends string> {
  readonly bad: string;
  /** Every finding this check gives, in source order. */
  readonly expect: M | readonly [M, ...M[]];
  /** The configuration after the fix; absent when the check offers none. */
  readonly fixed?: string;
}

/** A statement about a provider that a reader of the check should know: older defaults, renamed arguments. */
export interface ProviderFact {
  /** `aws 3`, `azurerm < 4`. */
  readonly version: string;
  readonly fact: string;
}

interface CheckFacts {
  /** First version of tfwarden that has the check. */
  readonly since: string;
  readonly severity: Severity;
  /** One sentence without a full stop: what should be true. */
  readonly title: string;
  /** The explanation: one or more sentences in plain words. */
  readonly why: string;
  /** The impact: what can happen. */
  readonly harm: string;
  /** The resolution: what to do, in one or two sentences. */
  readonly remedy: string;
  readonly links: readonly [Url, ...Url[]];
  /** First provider major that has what the check reads: `aws 4`. Absent when every supported one has. */
  readonly appliesFrom?: string;
  readonly providerFacts?: readonly ProviderFact[];
  /** What it finds is secret: reports name the places, and never show the values. */
  readonly findsSecrets?: boolean;
}

interface StatusFacts {
  readonly status?: Status;
  /** Why the check is not stable; required for the other two. */
  readonly reason?: string;
}

/** What the author of a check writes. `T` holds the messages; ids used in examples and reports are checked against it. */
export interface CheckSpec<T extends MessageTexts> extends CheckFacts, StatusFacts {
  readonly id: `${string}-${string}-${string}`;
  readonly resource: Target | readonly [Target, ...Target[]];
  readonly alsoKnownAs: Readonly<Partial<Record<Tool, readonly string[]>>>;
  /** Aliases that another check claims too, on purpose. */
  readonly sharedAliases?: readonly string[];
  /** What findings say. `{address}` is the resource; other placeholders are given with `values` in the report. */
  readonly messages: T;
  /** Functions, so that a scan, which shows no examples, never makes their texts. */
  readonly examples: () => readonly [Example<NoInfer<keyof T & string>>, ...Example<NoInfer<keyof T & string>>[]];
  readonly good: () => readonly [string, ...string[]];
  readonly evaluate: (resource: ResourceView, report: Report<NoInfer<T>>) => void;
}

/** A check as everything else sees it. */
export interface Check extends CheckFacts {
  readonly id: string;
  readonly provider: string;
  readonly service: string;
  readonly status: Status;
  readonly reason: string | undefined;
  readonly resources: readonly Target[];
  readonly alsoKnownAs: Readonly<Partial<Record<Tool, readonly string[]>>>;
  readonly sharedAliases: readonly string[];
  readonly messages: MessageTexts;
  readonly examples: readonly Example<string>[];
  readonly good: readonly string[];
  evaluate(resource: ResourceView, report: AnyReport): void;
}
