import type { ShownParts } from '../scan/packed/pack-report.ts';
import type { ScanStatus } from '../scan/scan-finding.ts';
import type { Format, ShownPart } from './format.ts';
import type { ReportOptions } from './report-context.ts';

type Options = Pick<ReportOptions, 'includeIgnored' | 'includeUndetermined' | 'explain' | 'noCode' | 'concise'>;

/**
 * What is shown of findings by any of the formats.
 * @param withFingerprints  whether something else needs the names that stay: a baseline
 */
export function shownParts(formats: readonly Format[], options: Options, withFingerprints: boolean): ShownParts {
  const has = (part: ShownPart): boolean => formats.some(({ shows }) => shows.includes(part));
  const statuses: ScanStatus[] = ['failed'];
  if (options.includeIgnored) statuses.push('ignored');
  if (options.includeUndetermined) statuses.push('undetermined');
  const labels = has('labels') || (has('frames') && !options.noCode && !options.concise);
  const values = has('values') && options.explain;
  return {
    statuses,
    labels,
    evidence: values || has('chain') ? 'always' : labels ? 'with-labels' : 'never',
    values,
    edits: has('edits'),
    paths: withFingerprints || has('fingerprints'),
  };
}
