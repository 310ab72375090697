import type { Diagnostic } from '@tfwarden/hcl';
import { parentPath } from '@tfwarden/terraform';
import { compareDiagnostics } from './order.ts';
import type { ScanSettings } from './settings.ts';

/** Diagnostics without repetition: several roots that call one module report its problems each. */
export class DiagnosticSet {
  private readonly found = new Map<string, Diagnostic>();
  private readonly settings: ScanSettings;

  constructor(settings: ScanSettings) {
    this.settings = settings;
  }

  addAll(diagnostics: readonly Diagnostic[]): void {
    for (const diagnostic of diagnostics) {
      if (isLeftOut(diagnostic, this.settings)) continue;
      const { subject } = diagnostic;
      const place = subject === undefined ? '' : `${subject.file.name}\0${subject.start}\0${subject.end}`;
      const key = `${diagnostic.code}\0${diagnostic.summary}\0${place}\0${diagnostic.detail}`;
      if (!this.found.has(key)) this.found.set(key, diagnostic);
    }
  }

  /** Adds what the evaluation has not met: the same mistake at the same place, or in the same file for a circle, is not told twice. */
  addStatic(diagnostics: readonly Diagnostic[]): void {
    const known = new Set<string>();
    for (const diagnostic of this.found.values()) known.add(placeKey(diagnostic));
    this.addAll(diagnostics.filter((diagnostic) => !known.has(placeKey(diagnostic))));
  }

  /** What is undeclared in a folder with a file that could not be read follows from that file. */
  dropUndeclared(broken: ReadonlySet<string>): void {
    for (const [key, { code, subject }] of this.found) {
      const folder = subject === undefined ? undefined : parentPath(subject.file.name);
      if (folder !== undefined && code.startsWith('terraform/undeclared-') && broken.has(folder))
        this.found.delete(key);
    }
  }

  sorted(): readonly Diagnostic[] {
    return [...this.found.values()].toSorted(compareDiagnostics);
  }
}

/** Problems of excluded files are no news. */
export function isLeftOut(diagnostic: Diagnostic, settings: ScanSettings): boolean {
  return diagnostic.subject !== undefined && settings.isPathExcluded(diagnostic.subject.file.name);
}

function placeKey({ code, subject }: Diagnostic): string {
  const place = code === 'terraform/cycle' ? '' : (subject?.start ?? '');
  return `${code}\0${subject?.file.name ?? ''}\0${place}`;
}
