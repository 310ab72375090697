import { realpathSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import type { Config } from '../configuration/config.ts';
import { type Location, toPosix } from '../node/locate.ts';
import { createColours } from '../report/colours.ts';
import { isForPeople } from '../report/format.ts';
import type { ReportOptions } from '../report/report-context.ts';
import { VERSION } from '../version.ts';
import { wantsColour } from './colour.ts';
import type { OutputStream } from './io.ts';
import type { Invocation } from './run.ts';
import { Merged } from './scan-settings.ts';

/** Cells of the terminal report where the width is not known. */
const DEFAULT_WIDTH = 100;
/** Wider lines are hard to read. */
const MAX_WIDTH = 120;

/** @returns the options of a report for one stream and format */
export type ReportOptionsFor = (stream: OutputStream, format: string) => ReportOptions;

/** People get paths that they can open from where they are; machines get what tfsec gives: relative to the scanned folder. */
export function reportOptions(invocation: Invocation, location: Location, config: Config): ReportOptionsFor {
  const { values, io, positionals } = invocation;
  const cwd = realpathSync(io.cwd);
  const scanned = positionals.length <= 1 ? resolve(location.boundary, location.folder) : cwd;
  const names = new Map<string, string>();
  const relativeName = (base: string, path: string): string => {
    const key = `${base}\0${path}`;
    let name = names.get(key);
    if (name === undefined) {
      const absolute = resolve(location.boundary, path);
      name = toPosix(relative(base, absolute));
      // A way up and down again is harder to read than the whole path.
      if (base === cwd && base !== scanned && name.startsWith('../')) name = toPosix(absolute);
      names.set(key, name);
    }
    return name;
  };
  const merged = new Merged(values);
  return (stream, format) => {
    const base = isForPeople(format) ? cwd : scanned;
    return {
      includePassed: merged.isOn('include-passed', config.include_passed),
      includeIgnored: merged.isOn('include-ignored', config.include_ignored),
      includeUndetermined: merged.isOn('undetermined', config.undetermined),
      explain: merged.isOn('explain', undefined),
      noCode: merged.isOn('no-code', config.no_code),
      concise: merged.isOn('concise-output', config.concise_output),
      compatibility: merged.text('tfsec-compat', undefined) === '0.39' ? '0.39' : '1.28',
      version: VERSION,
      pathOf: (file) => relativeName(base, file.name),
      nameOf: (path) => relativeName(base, path),
      absolutePathOf: (file) => toPosix(resolve(location.boundary, file.name)),
      colours: createColours(format !== 'text' && wantsColour(stream, io.env, values.isOn('no-color'))),
      width: widthOf(stream),
    };
  };
}

/** Options for problems of files that are named as they are: configuration, custom checks. */
export function plainReportOptions(invocation: Invocation, stream: OutputStream): ReportOptions {
  const { io, values } = invocation;
  return {
    includePassed: false,
    includeIgnored: false,
    includeUndetermined: false,
    explain: false,
    noCode: false,
    concise: false,
    compatibility: '1.28',
    version: VERSION,
    pathOf: (file) => file.name,
    nameOf: (path) => path,
    absolutePathOf: (file) => file.name,
    colours: createColours(wantsColour(stream, io.env, values.isOn('no-color'))),
    width: widthOf(stream),
  };
}

function widthOf(stream: OutputStream): number {
  return Math.min(stream.columns ?? DEFAULT_WIDTH, MAX_WIDTH);
}
