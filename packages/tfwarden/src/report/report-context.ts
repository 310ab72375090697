import type { SourceFile } from '@tfwarden/hcl';
import type { ScanFinding } from '../scan/scan-finding.ts';
import type { ScanResult } from '../scan/scan-result.ts';
import type { Colours } from './colours.ts';

/** What a report is made of. */
export interface ReportInput {
  readonly result: ScanResult;
  readonly options: ReportOptions;
}

export interface ReportOptions {
  readonly includePassed: boolean;
  readonly includeIgnored: boolean;
  readonly includeUndetermined: boolean;
  /** With the chain of places that a value came through. */
  readonly explain: boolean;
  /** Without code frames. */
  readonly noCode: boolean;
  /** Without code frames and counts. */
  readonly concise: boolean;
  /** Shape of the json report. */
  readonly compatibility: '1.28' | '0.39';
  readonly version: string;
  /** How a file is named in the report: relative, with `/`. */
  pathOf(file: SourceFile): string;
  /** The same for a path relative to the boundary: a folder, a file that was not read. */
  nameOf(path: string): string;
  /** As tfsec's json report names files. */
  absolutePathOf(file: SourceFile): string;
  readonly colours: Colours;
  /** Cells of the terminal. */
  readonly width: number;
}

/** The findings that a report shows, in report order. */
export function shownFindings(input: ReportInput): readonly ScanFinding[] {
  const { options, result } = input;
  return result.findings.filter((found) => {
    switch (found.status) {
      case 'failed':
        return true;
      case 'passed':
        return options.includePassed;
      case 'ignored':
        return options.includeIgnored;
      case 'undetermined':
        return options.includeUndetermined;
    }
  });
}
