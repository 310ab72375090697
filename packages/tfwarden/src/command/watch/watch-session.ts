import { createCollector } from '../../node/collect-garbage.ts';
import { createScanner, type Scanner } from '../../scan/scanner.ts';
import { loadCustomChecks } from '../load-custom-checks.ts';
import { type OpenBaseline, openBaseline } from '../open-baseline.ts';
import { type PreparedScan, prepareScan } from '../prepare-scan.ts';
import type { Progress } from '../progress.ts';
import { type ReportOptionsFor, reportOptions } from '../report-options.ts';
import type { Invocation } from '../run.ts';
import type { SettingsProblem } from '../scan-settings.ts';
import { warnAboutIds } from '../warn-about-ids.ts';
import { type SettingsPlaces, settingsPlaces } from './settings-places.ts';

/** Everything that holds until the settings change. */
export interface WatchSession {
  readonly prepared: PreparedScan;
  readonly places: SettingsPlaces;
  readonly scanner: Scanner;
  readonly optionsFor: ReportOptionsFor;
  /** The present day when it began, which ignores and exclusions are judged by. */
  readonly today: string;
  readonly baseline: OpenBaseline;
}

/** Settings that a run cannot be made of, and where they are written as far as that is known. */
export interface WatchProblem extends SettingsProblem {
  readonly places: SettingsPlaces | undefined;
}

/** Reads the settings and makes a scanner for them. Nothing is scanned yet. */
export async function openSession(invocation: Invocation, progress: Progress): Promise<WatchSession | WatchProblem> {
  const prepared = await prepareScan(invocation);
  if ('problem' in prepared) return { ...prepared, places: undefined };
  const { location, settings, config } = prepared;
  const places = settingsPlaces(invocation, location, config);
  const baseline = await openBaseline(invocation, prepared, location, true);
  if ('problem' in baseline) return { ...baseline, places };
  const furtherChecks = await loadCustomChecks(invocation, location, config, settings.includePassed);
  if ('problem' in furtherChecks) return { ...furtherChecks, places };
  await warnAboutIds(
    invocation,
    prepared,
    furtherChecks.flatMap((further) => further.rules),
  );
  const collectGarbage = createCollector();
  const scanner = createScanner(prepared.fileSystem, location.paths, {
    settings,
    furtherChecks,
    onProgress(done, total, directory) {
      collectGarbage();
      progress.show(done, total, directory);
    },
  });
  return {
    prepared,
    places,
    scanner,
    optionsFor: reportOptions(invocation, location, config),
    today: settings.today,
    baseline,
  };
}
