import type { Diagnostic, ParsedFile, SourceFile } from '@tfwarden/hcl';

/**
 * What looks like the syntax of a later Terraform is a warning: everything else of the file is read, so the scan is not incomplete. What looks like a
 * slip of the pen (`Did you mean ...`) stays an error, and so does an argument that a called module does not take.
 * @param files  the files read, to see which block the place is in
 */
export function tolerateNewerSyntax(diagnostic: Diagnostic, files: ReadonlyMap<SourceFile, ParsedFile>): Diagnostic {
  const { code, detail, subject } = diagnostic;
  if (diagnostic.severity === 'warning' || detail.includes('Did you mean')) return diagnostic;
  if (code !== 'hcl/unsupported-block' && code !== 'hcl/unsupported-argument') return diagnostic;
  if (code === 'hcl/unsupported-argument') {
    const body = subject === undefined ? undefined : files.get(subject.file)?.body;
    if (subject === undefined || body?.kind !== 'body') return diagnostic;
    const enclosing = body.blocks.find((block) => block.start <= subject.start && subject.end <= block.end);
    if (enclosing === undefined || enclosing.type === 'module') return diagnostic;
  }
  return {
    ...diagnostic,
    severity: 'warning',
    detail: `${detail} If a later version of Terraform knows ${code === 'hcl/unsupported-block' ? 'the block' : 'the argument'}, there is nothing to do: it is left out, and everything else is scanned.`,
  };
}
