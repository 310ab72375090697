import type { Location } from '../node/locate.ts';
import { describeSuppression } from '../scan/scan-finding.ts';
import type { ScanResult } from '../scan/scan-result.ts';
import type { ScanSettings } from '../scan/settings.ts';
import { VERSION } from '../version.ts';

/** What was read, decided and skipped, for `--debug`. No values of the configuration: they may be secrets. */
export function renderDebug(result: ScanResult, location: Location, settings: ScanSettings): string {
  const lines = [
    `tfwarden ${VERSION}, ${describeRuntime()}`,
    `boundary ${location.boundary}, paths ${location.paths.join(' ')}`,
    `workspace ${settings.workspace}, day ${settings.today}`,
  ];
  for (const variable of settings.variables.commandLine ?? []) {
    lines.push(variable.kind === 'file' ? `variables from ${variable.path}` : `variable ${variable.name} given`);
  }
  for (const folder of result.search.folders) lines.push(`${folder.role} ${folder.directory}: ${folder.reason}`);
  for (const file of result.files.keys()) lines.push(`read ${file.name}`);
  for (const file of result.skipped) lines.push(`skipped ${file.path}: ${file.reason}`);
  lines.push(`${result.rules.size} checks: ${[...result.rules.keys()].toSorted().join(' ')}`);
  for (const found of result.findings) {
    if (found.suppression === undefined) continue;
    const { range } = found.finding;
    const place = `${range.file.name}:${range.file.lineOf(range.start)}`;
    lines.push(`left out ${found.rule.id} at ${place}: ${describeSuppression(found.suppression)}`);
  }
  return lines.map((line) => `debug: ${line}\n`).join('');
}

/** The standalone executable runs in Bun, which also states a version of Node: the one that it is like. */
function describeRuntime(): string {
  const bun = process.versions['bun'];
  return bun === undefined ? `node ${process.version}` : `bun ${bun}`;
}
