/** The scanner without the command line; runs in a browser too. Checks of your own are made with `defineCheck`. */
export type * from '@tfwarden/checks';
export { defineCheck, edit, hcl } from '@tfwarden/checks';
export type { Format } from './report/format.ts';
export { FORMATS } from './report/format.ts';
export type { ReportInput, ReportOptions } from './report/report-context.ts';
export type { FurtherChecks } from './scan/further-checks.ts';
export type { Rule } from './scan/rule.ts';
export { ruleOf } from './scan/rule.ts';
export type { ScanOptions } from './scan/scan.ts';
export { scan } from './scan/scan.ts';
export type {
  AwaitedValue,
  ModulePlace,
  RawFinding,
  ScanFinding,
  ScanStatus,
  ShownFinding,
  ShownFix,
  ShownHop,
  Suppression,
  WrittenFix,
  WrittenHop,
} from './scan/scan-finding.ts';
export type { ScanCounts, ScanResult } from './scan/scan-result.ts';
export { isIncomplete } from './scan/scan-result.ts';
export type { Scanner, ScannerOptions } from './scan/scanner.ts';
export { createScanner } from './scan/scanner.ts';
export type { ScanSettings } from './scan/settings.ts';
export { DEFAULT_SETTINGS } from './scan/settings.ts';
export type { ChangingFileSystem } from './scan/snapshot.ts';
export { VERSION } from './version.ts';
