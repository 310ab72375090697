import type { Label } from '@tfwarden/checks';
import { hasMarkDeep } from '@tfwarden/hcl';
import type { RawFinding } from '../scan/scan-finding.ts';

/** The labels of a finding without those that would show a line with a sensitive value, such as the line of a tfvars file. */
export function visibleLabels(finding: RawFinding): readonly Label[] {
  const labels = finding.labels();
  if (labels.length === 0) return labels;
  const hidden = finding.evidence().filter((hop) => hop.range !== undefined && hasMarkDeep(hop.value, 'sensitive'));
  if (hidden.length === 0) return labels;
  return labels.filter(
    ({ range }) =>
      !hidden.some(
        (hop) => hop.range?.file === range.file && hop.range.start <= range.start && range.end <= hop.range.end,
      ),
  );
}
