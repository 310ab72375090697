import type { ParsedFile, SourceFile } from '@tfwarden/hcl';
import { ancestorsOf } from '../ignore/ancestors.ts';
import type { ShownFinding } from './scan-finding.ts';

export type ParsedFiles = ReadonlyMap<SourceFile, ParsedFile>;

/** `aws_s3_bucket.logs` of `module.a["x"].aws_s3_bucket.logs[0]`. */
export function localAddress(finding: ShownFinding): string {
  const prefix = `${finding.module.address}.`;
  const { address } = finding;
  const local = prefix !== '.' && address.startsWith(prefix) ? address.slice(prefix.length) : address;
  const bracket = local.indexOf('[');
  return bracket === -1 ? local : local.slice(0, bracket);
}

/** `point_in_time_recovery`, `enabled`: names of the blocks and attributes around the place, the top-level block left out. */
export function pathInside(finding: ShownFinding, files: ParsedFiles): readonly string[] {
  if (finding.path !== undefined) return finding.path;
  const parsed = files.get(finding.range.file);
  if (parsed === undefined) return [];
  return ancestorsOf(parsed, finding.range)
    .slice(1)
    .filter((node) => node.kind !== 'element')
    .map((node) => node.name);
}
