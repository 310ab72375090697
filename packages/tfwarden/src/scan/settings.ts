import type { Severity } from '@tfwarden/checks';
import type { Value } from '@tfwarden/hcl';
import type { VariableInputs } from '@tfwarden/terraform';

/** What a scan is told; flags, environment and configuration file merged. */
export interface ScanSettings {
  readonly variables: VariableInputs;
  readonly workspace: string;
  /** What data sources give, by full address or for all of a type (`data.aws_region`). */
  readonly dataSources: ReadonlyMap<string, Value>;
  /** `terraform.tfvars` and `*.auto.tfvars` are not loaded. */
  readonly noAutoVariables: boolean;
  /** Ids or patterns of checks that do not count. */
  readonly exclude: readonly string[];
  /** Ids or patterns of the only checks that count; empty for all. */
  readonly include: readonly string[];
  readonly minimumSeverity: Severity | undefined;
  /** Severities by written id; the later entry wins where two name one check. */
  readonly severityOverrides: ReadonlyMap<string, Severity>;
  /** Ignore comments have no effect. */
  readonly noIgnores: boolean;
  /** Checks for which ignore comments have no effect. */
  readonly excludeIgnores: readonly string[];
  /** Also run preview and retired checks. */
  readonly allChecks: boolean;
  /** Every folder with configuration is a root. */
  readonly forceAllDirs: boolean;
  /** @returns whether a file or folder (relative to the boundary) is left out */
  isPathExcluded(path: string): boolean;
  readonly excludeDownloadedModules: boolean;
  readonly includePassed: boolean;
  /** One entry for each instance. */
  readonly isUngrouped: boolean;
  /** The present day in UTC, `YYYY-MM-DD`. */
  readonly today: string;
  /** A check that throws ends the scan. */
  readonly checksMayPanic: boolean;
}

/** What a scan does that is told nothing. */
export const DEFAULT_SETTINGS: ScanSettings = {
  variables: {},
  workspace: 'default',
  dataSources: new Map(),
  noAutoVariables: false,
  exclude: [],
  include: [],
  minimumSeverity: undefined,
  severityOverrides: new Map(),
  noIgnores: false,
  excludeIgnores: [],
  allChecks: false,
  forceAllDirs: false,
  isPathExcluded: () => false,
  excludeDownloadedModules: false,
  includePassed: false,
  isUngrouped: false,
  today: '1970-01-01',
  checksMayPanic: false,
};

const ORDER: readonly Severity[] = ['CRITICAL', 'HIGH', 'MEDIUM', 'LOW'];

/** 0 for CRITICAL to 3 for LOW. */
export function severityRank(severity: Severity): number {
  return ORDER.indexOf(severity);
}

/** @returns the severity that a word stands for, tfsec's old words too; undefined for any other word */
export function readSeverity(word: string): Severity | undefined {
  switch (word.trim().toUpperCase()) {
    case 'CRITICAL':
      return 'CRITICAL';
    case 'HIGH':
    case 'ERROR':
      return 'HIGH';
    case 'MEDIUM':
    case 'WARNING':
      return 'MEDIUM';
    case 'LOW':
    case 'INFO':
      return 'LOW';
    default:
      return undefined;
  }
}
