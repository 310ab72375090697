import type { Label } from '@tfwarden/checks';
import { hasMarkDeep } from '@tfwarden/hcl';
import type { ShownFinding, ShownHop } from '../scan/scan-finding.ts';

/** The labels of a finding without those that would show the line of a tfvars file with a sensitive value. Lines of the configuration are no secret. */
export function visibleLabels(finding: ShownFinding): readonly Label[] {
  const labels = finding.labels();
  if (labels.length === 0) return labels;
  const hidden = finding
    .evidence()
    .filter((hop) => hop.range !== undefined && isVariablesFile(hop.range.file.name) && isSensitive(hop));
  if (hidden.length === 0) return labels;
  return labels.filter(
    ({ range }) =>
      !hidden.some(
        (hop) => hop.range?.file === range.file && hop.range.start <= range.start && range.end <= hop.range.end,
      ),
  );
}

function isSensitive(hop: ShownHop): boolean {
  return 'isSensitive' in hop ? hop.isSensitive : hasMarkDeep(hop.value, 'sensitive');
}

function isVariablesFile(name: string): boolean {
  return name.endsWith('.tfvars') || name.endsWith('.tfvars.json');
}
