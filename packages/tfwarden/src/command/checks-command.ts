import { type CatalogueEntry, catalogue } from '@tfwarden/checks';
import { createCatalogueMatcher } from '../identity/catalogue-matcher.ts';
import { createColours } from '../report/colours.ts';
import { count } from '../report/text.ts';
import { compareText } from '../scan/order.ts';
import { wantsColour } from './colour.ts';
import { EXIT_CODE } from './exit-code.ts';
import type { Invocation } from './run.ts';

const LEGACY_CODE = /^[A-Z]{3}\d{3}$/;

/** `tfwarden checks [id...]`: the checks with severity and older ids. */
export async function checksCommand(invocation: Invocation): Promise<number> {
  const { io, values, positionals } = invocation;
  const matcher = createCatalogueMatcher();
  for (const written of positionals) {
    const resolved = matcher.resolve(written);
    if (resolved.kind !== 'checks' || resolved.ids.size === 0) {
      io.stderr.write(`tfwarden: no check matches \`${written}\`\n`);
      return EXIT_CODE.failed;
    }
  }
  const everything = catalogue().toSorted((a, b) => compareText(a.id, b.id));
  const chosen = everything.filter(
    (entry) =>
      (values.isOn('all') || entry.status === 'stable') &&
      (positionals.length === 0 || positionals.some((written) => matcher.matches(written, entry.id))),
  );
  const hidden = everything.filter((entry) => entry.status !== 'stable').length;
  switch (values.text('format')) {
    case 'json':
      io.stdout.write(`${JSON.stringify({ checks: chosen }, undefined, 2)}\n`);
      return EXIT_CODE.clean;
    case 'markdown':
      io.stdout.write(renderMarkdown(chosen));
      return EXIT_CODE.clean;
    default:
      io.stdout.write(renderTable(chosen, invocation));
      if (hidden > 0 && !values.isOn('all')) {
        io.stdout.write(`${count(hidden, 'further check')} off by default; see --all.\n`);
      }
      return EXIT_CODE.clean;
  }
}

function legacyOf(entry: CatalogueEntry): string {
  return (entry.alsoKnownAs.tfsec ?? []).filter((id) => LEGACY_CODE.test(id)).join(' ');
}

function renderTable(entries: readonly CatalogueEntry[], invocation: Invocation): string {
  const { io, values } = invocation;
  const colours = createColours(wantsColour(io.stdout, io.env, values.isOn('no-color')));
  const idWidth = Math.max(0, ...entries.map((entry) => entry.id.length));
  const legacyWidth = Math.max(0, ...entries.map((entry) => legacyOf(entry).length));
  const lines = entries.map((entry) => {
    const status = entry.status === 'stable' ? '' : ` ${colours.magenta(`[${entry.status}]`)}`;
    const columns = [
      colours.bold(entry.id.padEnd(idWidth)),
      entry.severity.padEnd(8),
      legacyOf(entry).padEnd(legacyWidth),
      entry.title + status,
    ];
    return columns.join('  ').trimEnd();
  });
  return `${lines.join('\n')}${lines.length === 0 ? '' : '\n\n'}${count(entries.length, 'check')}.\n`;
}

function renderMarkdown(entries: readonly CatalogueEntry[]): string {
  const lines = ['| ID | Severity | Legacy | Title |', '|---|---|---|---|'];
  for (const entry of entries) {
    lines.push(`| \`${entry.id}\` | ${entry.severity} | ${legacyOf(entry)} | ${entry.title.replaceAll('|', '\\|')} |`);
  }
  return `${lines.join('\n')}\n`;
}
