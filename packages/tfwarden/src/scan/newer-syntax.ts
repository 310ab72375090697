import type { Block, Diagnostic, ParsedFile, SourceFile } from '@tfwarden/hcl';

/** What a diagnostic is about, where its code is one that the syntax of a later version gives rise to. */
const SUBJECTS: ReadonlyMap<string, string> = new Map([
  ['hcl/unsupported-block', 'the block'],
  ['hcl/unsupported-argument', 'the argument'],
  ['hcl/missing-argument', 'the block without it'],
  ['terraform/reserved-block', 'the block'],
  ['terraform/lifecycle-argument', 'the argument'],
]);

/**
 * What looks like the syntax of a later Terraform or OpenTofu is a warning: everything else of the file is read, so the scan is not incomplete. What looks
 * like a slip of the pen (`Did you mean ...`) stays an error, and so does an argument that a called module does not take.
 * @param files  the files read, to see which block the place is in
 */
export function tolerateNewerSyntax(diagnostic: Diagnostic, files: ReadonlyMap<SourceFile, ParsedFile>): Diagnostic {
  const { code, detail } = diagnostic;
  if (diagnostic.severity === 'warning' || detail.includes('Did you mean')) return diagnostic;
  const what = SUBJECTS.get(code);
  if (what === undefined || !mayBeNewer(diagnostic, files)) return diagnostic;
  return {
    ...diagnostic,
    severity: 'warning',
    detail: `${detail} If a later version of Terraform knows ${what}, there is nothing to do: it is left out, and everything else is scanned.`,
  };
}

function mayBeNewer(diagnostic: Diagnostic, files: ReadonlyMap<SourceFile, ParsedFile>): boolean {
  switch (diagnostic.code) {
    case 'hcl/unsupported-argument': {
      const enclosing = enclosingBlock(diagnostic, files);
      return enclosing !== undefined && enclosing.type !== 'module';
    }
    case 'hcl/missing-argument': {
      // Terraform 1.12 imports by identity where older ones need an id.
      const enclosing = enclosingBlock(diagnostic, files);
      return enclosing?.type === 'import' && enclosing.body.attributes.some(({ name }) => name === 'identity');
    }
    default:
      return true;
  }
}

/** The top-level block around the place. */
function enclosingBlock({ subject }: Diagnostic, files: ReadonlyMap<SourceFile, ParsedFile>): Block | undefined {
  const body = subject === undefined ? undefined : files.get(subject.file)?.body;
  if (subject === undefined || body?.kind !== 'body') return undefined;
  return body.blocks.find((block) => block.start <= subject.start && subject.end <= block.end);
}
