import type { Label } from '@tfwarden/checks';
import { hasMarkDeep } from '@tfwarden/hcl';
import type { RawFinding } from '../scan/scan-finding.ts';

/** The labels of a finding without those that would show the line of a tfvars file with a sensitive value. Lines of the configuration are no secret. */
export function visibleLabels(finding: RawFinding): readonly Label[] {
  const labels = finding.labels();
  if (labels.length === 0) return labels;
  const hidden = finding
    .evidence()
    .filter(
      ({ range, value }) => range !== undefined && isVariablesFile(range.file.name) && hasMarkDeep(value, 'sensitive'),
    );
  if (hidden.length === 0) return labels;
  return labels.filter(
    ({ range }) =>
      !hidden.some(
        (hop) => hop.range?.file === range.file && hop.range.start <= range.start && range.end <= hop.range.end,
      ),
  );
}

function isVariablesFile(name: string): boolean {
  return name.endsWith('.tfvars') || name.endsWith('.tfvars.json');
}
