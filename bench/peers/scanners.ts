import { resolve } from 'node:path';

/** How each scanner is called, and where its findings are counted in what it prints. None is required: those on PATH take part. */
export interface Scanner {
  readonly name: string;
  readonly command: readonly string[];
  readonly version: readonly string[];
  scan(folder: string): readonly string[];
  count(report: string): number | undefined;
}

export const SCANNERS: readonly Scanner[] = [
  {
    name: 'tfwarden',
    command: [process.execPath, resolve('packages/tfwarden/bin/tfwarden.cjs')],
    version: ['--version'],
    scan: (folder) => [folder, '-f', 'json'],
    count: (report) => lengthAt(report, ['results']),
  },
  {
    // What `npm run build:executable` makes, when it has been run.
    name: 'tfwarden, executable',
    command: [resolve('dist/cli-linux-x64/tfwarden')],
    version: ['--version'],
    scan: (folder) => [folder, '-f', 'json'],
    count: (report) => lengthAt(report, ['results']),
  },
  {
    name: 'tfsec',
    command: ['tfsec'],
    version: ['--version'],
    scan: (folder) => [folder, '-f', 'json', '--no-module-downloads', '--force-all-dirs'],
    count: (report) => lengthAt(report, ['results']),
  },
  {
    name: 'trivy',
    command: ['trivy'],
    version: ['--version'],
    scan: (folder) => ['config', '--quiet', '--skip-check-update', '--offline-scan', '-f', 'json', folder],
    count: countTrivy,
  },
  {
    name: 'checkov',
    command: ['checkov'],
    version: ['--version'],
    scan: (folder) => [
      '-d',
      folder,
      '--framework',
      'terraform',
      '-o',
      'json',
      '--quiet',
      '--compact',
      '--skip-download',
    ],
    count: (report) => lengthAt(report, ['results', 'failed_checks']),
  },
  {
    name: 'terrascan',
    command: ['terrascan'],
    version: ['version'],
    scan: (folder) => ['scan', '-i', 'terraform', '-d', folder, '-o', 'json'],
    count: (report) => lengthAt(report, ['results', 'violations']),
  },
  {
    name: 'kics',
    command: ['kics'],
    version: ['version'],
    // Where its queries lie is said by KICS_QUERIES_PATH and KICS_LIBRARIES_PATH, which it reads itself.
    scan: (folder) => ['scan', '-p', folder, '--type', 'Terraform', '--no-progress', '--no-color', '--minimal-ui'],
    count: (report) => numberAfter(report, /^TOTAL: (\d+)$/m),
  },
];

/** Length of the list at a path of keys in a JSON report; undefined where there is none. */
function lengthAt(report: string, path: readonly string[]): number | undefined {
  let node: unknown = parse(report);
  if (Array.isArray(node)) node = node[0];
  for (const key of path) node = isRecord(node) ? node[key] : undefined;
  return Array.isArray(node) ? node.length : undefined;
}

function numberAfter(report: string, pattern: RegExp): number | undefined {
  const digits = pattern.exec(report)?.[1];
  return digits === undefined ? undefined : Number(digits);
}

function countTrivy(report: string): number | undefined {
  const parsed = parse(report);
  const results = isRecord(parsed) ? parsed['Results'] : undefined;
  if (!Array.isArray(results)) return undefined;
  return results.reduce((sum: number, result: unknown) => {
    const found = isRecord(result) ? result['Misconfigurations'] : undefined;
    return sum + (Array.isArray(found) ? found.length : 0);
  }, 0);
}

function parse(report: string): unknown {
  try {
    return JSON.parse(report);
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
