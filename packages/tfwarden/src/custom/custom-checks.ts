import type { Origin } from '@tfwarden/hcl';
import type { Evaluation } from '@tfwarden/terraform';
import { RE2JS } from 're2js';
import type { FurtherChecks } from '../scan/further-checks.ts';
import type { Rule } from '../scan/rule.ts';
import type { RawFinding } from '../scan/scan-finding.ts';
import type { RuleDefect } from '../scan/scan-result.ts';
import { readSeverity } from '../scan/settings.ts';
import { hasWildcard, matchesWildcard } from '../text/wildcard.ts';
import { blocksOf } from './blocks-of.ts';
import type { CustomCheck } from './check-schema.ts';
import type { CustomBlock } from './custom-block.ts';
import { type MatchContext, matchSpec, type Outcome } from './match.ts';

/** Makes custom checks part of a scan. Ids are `<provider>-<service>-<code>` in lower case, `custom-custom-...` unless told otherwise. */
export function customChecks(checks: readonly CustomCheck[], includePassed: boolean): FurtherChecks {
  const compiled = checks.map((check) => ({ check, rule: ruleOfCustom(check) }));
  const patterns = new Map<string, RE2JS | undefined>();
  const regex = (pattern: string): RE2JS | undefined => {
    if (!patterns.has(pattern)) patterns.set(pattern, compilePattern(pattern));
    return patterns.get(pattern);
  };

  return {
    rules: compiled.map(({ rule }) => rule),
    evaluate(evaluation: Evaluation) {
      const findings: { readonly rule: Rule; readonly finding: RawFinding }[] = [];
      const defects: RuleDefect[] = [];
      const all = blocksOf(evaluation);
      for (const { check, rule } of compiled) {
        for (const block of all) {
          if (!isFor(check, block)) continue;
          const waitsFor: Origin[] = [];
          const context: MatchContext = { block, all, regex, variables: new Map(), waitsFor };
          try {
            const outcome = matchSpec(check.matchSpec, block.content, context);
            if (outcome === 'pass' && !includePassed) continue;
            findings.push({ rule, finding: findingOf(check, block, outcome, waitsFor) });
          } catch (error) {
            defects.push({ ruleId: rule.id, address: block.address, error });
          }
        }
      }
      return { findings, defects };
    },
  };
}

/** @returns undefined when Go would refuse the pattern too; loading reports it */
export function compilePattern(pattern: string): RE2JS | undefined {
  try {
    return RE2JS.compile(pattern);
  } catch {
    return undefined;
  }
}

function ruleOfCustom(check: CustomCheck): Rule {
  const provider = (check.provider ?? 'custom').toLowerCase();
  const service = (check.service ?? 'custom').toLowerCase();
  const shortCode = check.code.toLowerCase();
  return {
    id: `${provider}-${service}-${shortCode}`,
    provider,
    service,
    shortCode,
    severity: readSeverity(check.severity) ?? 'MEDIUM',
    status: 'stable',
    title: check.description,
    why: '',
    impact: check.impact ?? '',
    resolution: check.resolution ?? '',
    links: check.relatedLinks ?? [],
    legacyIds: [],
    avdId: undefined,
    aliases: [],
    check: undefined,
  };
}

function isFor(check: CustomCheck, block: CustomBlock): boolean {
  if (!check.requiredTypes.includes(block.type)) return false;
  const [label] = block.labels;
  const isLabelled = check.requiredLabels.some(
    (wanted) => wanted === '*' || (label !== undefined && matchesText(wanted, label)),
  );
  if (!isLabelled) return false;
  if (block.type !== 'module' || check.requiredSources === undefined || check.requiredSources.length === 0) return true;
  const { source } = block;
  if (source === undefined) return false;
  // tfsec compares a local source as a path from the working directory; the path as written is accepted too.
  const candidates = [source, ...(source.startsWith('.') ? [joined(block.module.directory, source)] : [])];
  return check.requiredSources.some((wanted) =>
    candidates.some(
      (candidate) => matchesText(wanted, candidate) || matchesText(wanted.replace(/^\.\//, ''), candidate),
    ),
  );
}

function matchesText(wanted: string, text: string): boolean {
  return hasWildcard(wanted) ? matchesWildcard(wanted, text) : wanted === text;
}

function joined(directory: string, source: string): string {
  const parts = directory === '.' ? [] : directory.split('/');
  for (const piece of source.split('/')) {
    if (piece === '' || piece === '.') continue;
    if (piece === '..') parts.pop();
    else parts.push(piece);
  }
  return parts.join('/');
}

function findingOf(check: CustomCheck, block: CustomBlock, outcome: Outcome, waitsFor: readonly Origin[]): RawFinding {
  const status = outcome === 'pass' ? 'passed' : outcome === 'fail' ? 'failed' : 'undetermined';
  const verdict = status === 'undetermined' ? 'Custom check cannot be decided' : 'Custom check failed';
  const message = `${verdict} for resource ${block.address}.${check.errorMessage === undefined ? '' : ` ${check.errorMessage}`}`;
  return {
    status,
    messageId: status === 'passed' ? 'passed' : 'custom',
    message: status === 'passed' ? `${block.address} passes` : message,
    address: block.address,
    resourceType: block.type === 'resource' ? (block.labels[0] ?? '') : block.type,
    module: block.module,
    range: block.range,
    enclosing:
      block.body === undefined ? [] : [{ headerRange: block.headerRange, range: block.range, body: block.body }],
    fix: undefined,
    waitsFor: status === 'undetermined' ? waitsFor : [],
    labels: () => [],
    evidence: () => [],
  };
}
