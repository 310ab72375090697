import { resolve } from 'node:path';
import { createColours } from '../src/report/colours.ts';
import { FORMATS } from '../src/report/format.ts';
import type { ReportOptions } from '../src/report/report-context.ts';
import { shownParts } from '../src/report/shown-parts.ts';
import type { ShownParts } from '../src/scan/packed/pack-report.ts';
import type { ScanResult } from '../src/scan/scan-result.ts';

type Choices = Partial<
  Pick<ReportOptions, 'includePassed' | 'includeIgnored' | 'includeUndetermined' | 'explain' | 'concise' | 'noCode'>
>;

/** The options of a report without colour, with names relative to the boundary. */
export function plainOptions(choices: Choices): ReportOptions {
  return {
    includePassed: false,
    includeIgnored: false,
    includeUndetermined: false,
    explain: false,
    noCode: false,
    concise: false,
    ...choices,
    compatibility: '1.28',
    version: '0.0.0',
    pathOf: (file) => file.name,
    nameOf: (path) => path,
    absolutePathOf: (file) => resolve('/', file.name),
    colours: createColours(false),
    width: 100,
  };
}

/** What all formats together show. */
export function partsOfAllFormats(choices: Choices): ShownParts {
  return shownParts(FORMATS, plainOptions(choices), true);
}

/** The report in every format, by name; and what no format shows of the result. */
export async function renderAll(result: ScanResult, choices: Choices): Promise<Readonly<Record<string, string>>> {
  const rendered: Record<string, string> = {};
  for (const format of FORMATS) {
    const render = await format.load();
    rendered[format.name] = render({ result, options: plainOptions(choices) });
  }
  rendered['rules'] = [...result.rules.keys()].join('\n');
  rendered['files'] = [...result.files.keys()].map(({ name }) => name).join('\n');
  rendered['ignores'] = result.ignores
    .map(({ directive: { range }, isUsed }) => `${range.file.name}:${range.start} ${isUsed}`)
    .join('\n');
  rendered['gaps'] = result.gaps.map(({ kind, name, diagnostic }) => `${kind} ${name} ${diagnostic.code}`).join('\n');
  rendered['defects'] = result.defects.map(({ address, error }) => `${address} ${String(error)}`).join('\n');
  return rendered;
}
