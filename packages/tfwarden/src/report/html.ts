import { sha256 } from '@noble/hashes/sha2.js';
import { describeSuppression, type ScanFinding, type ScanStatus } from '../scan/scan-finding.ts';
import { isIncomplete } from '../scan/scan-result.ts';
import { SCRIPT, STYLE } from './html-assets.ts';
import { renderHtmlFrame } from './html-frame.ts';
import { type Html, html, trustedHtml } from './html-template.ts';
import { callsTo } from './module-calls.ts';
import { type ReportInput, type ReportOptions, shownFindings } from './report-context.ts';
import { count, instanceNames } from './text.ts';
import { visibleLabels } from './visible-labels.ts';

/** Instances that are named; the rest is counted. */
const MAX_INSTANCES = 50;

const SEVERITIES = ['CRITICAL', 'HIGH', 'MEDIUM', 'LOW'] as const;

/** One file that needs nothing else: no network, no fonts, a policy that lets only its own script and style run. */
export function renderHtml(input: ReportInput): string {
  const { result, options } = input;
  const shown = shownFindings(input);
  const statuses = [...new Set(shown.map((found) => found.status))];
  const policy = `default-src 'none'; style-src '${digest(STYLE)}'; script-src '${digest(SCRIPT)}'; base-uri 'none'; form-action 'none'`;
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>tfwarden - ${count(result.counts.failed, 'finding')}</title>
<style>${trustedHtml(STYLE)}</style>
</head>
<body>
<header>
<h1>tfwarden: ${count(result.counts.failed, 'finding')}</h1>
${totals(input)}
<p class="meta">Scanned ${count(result.counts.roots, 'root')}, ${count(result.counts.modules, 'module')}, ${count(result.counts.resources, 'resource')}, ${count(result.counts.files, 'file')}.${isIncomplete(result) ? ' The scan is incomplete; see the problems below.' : ''}</p>
</header>
<main>
${shown.length === 0 ? html`<p class="good">No problems detected.</p>` : filterForm(statuses)}
<div id="list">${byFile(shown, options)}</div>
${problems(input)}
</main>
<footer>tfwarden ${options.version}</footer>
<script>${trustedHtml(SCRIPT)}</script>
</body>
</html>
`;
  return page.html;
}

function totals(input: ReportInput): Html {
  const { counts } = input.result;
  return html`<ul class="totals">${SEVERITIES.map(
    (severity) =>
      html`<li class="${severity.toLowerCase()}"><b>${counts.bySeverity[severity]}</b>${severity.toLowerCase()}</li>`,
  )}${counts.undetermined > 0 && html`<li><b>${counts.undetermined}</b>undetermined</li>`}${counts.ignored > 0 && html`<li><b>${counts.ignored}</b>ignored</li>`}${counts.passed > 0 && html`<li><b>${counts.passed}</b>passed</li>`}</ul>`;
}

function filterForm(statuses: readonly ScanStatus[]): Html {
  return html`<form id="filter" hidden>
<label for="search">Search</label><input type="search" id="search" name="search" placeholder="id, file, resource, text">
<fieldset><legend>Severity</legend>${SEVERITIES.map(
    (severity) =>
      html`<label><input type="checkbox" name="severity" value="${severity}" checked> ${severity.toLowerCase()}</label>`,
  )}</fieldset>
${
  statuses.length > 1 &&
  html`<fieldset><legend>Status</legend>${statuses.map((status) => html`<label><input type="checkbox" name="status" value="${status}" checked> ${status}</label>`)}</fieldset>`
}
<label>Group by <select name="group"><option value="file">file</option><option value="rule">check</option><option value="severity">severity</option></select></label>
<button type="button" id="theme">Dark or light</button>
<span id="count" role="status" aria-live="polite"></span>
</form>`;
}

function byFile(shown: readonly ScanFinding[], options: ReportOptions): readonly Html[] {
  const files = new Map<string, ScanFinding[]>();
  for (const found of shown) {
    const path = options.pathOf(found.finding.range.file);
    files.set(path, [...(files.get(path) ?? []), found]);
  }
  return [...files].map(
    ([path, list]) =>
      html`<section><h2>${path} <span class="n">(${list.length})</span></h2>${list.map((found) => card(found, options))}</section>`,
  );
}

function card(found: ScanFinding, options: ReportOptions): Html {
  const { finding, rule } = found;
  const { range } = finding;
  const { calls, leftOut } = callsTo(finding.module);
  const via = calls.map(
    ({ address, range: call }) =>
      html`<code>${address}</code>, called in ${options.pathOf(call.file)}:${call.file.lineOf(call.start)}<br>`,
  );
  if (leftOut > 0) via.push(html`${count(leftOut, 'further call')}<br>`);
  const status = found.status === 'failed' ? undefined : html`<span class="meta">${found.status} </span>`;
  const needs = [...new Set(finding.waitsFor.map((origin) => origin.subject.address + origin.path))];
  return html`<article data-severity="${found.severity}" data-status="${found.status}" data-rule="${rule.id}" data-file="${options.pathOf(range.file)}">
<h3>${status}<span class="sev ${found.severity.toLowerCase()}">${found.severity}</span>${inlineCode(finding.message)}</h3>
<p class="meta">${rule.id}${rule.legacyIds.length > 0 && ` (${rule.legacyIds.join(', ')})`} \u00b7 <code>${options.pathOf(range.file)}:${range.file.lineOf(range.start)}</code></p>
${renderHtmlFrame(range, found.status === 'passed' ? [] : visibleLabels(finding), options)}
${evidence(found, options)}<dl>
${found.instances.length > 1 && html`<dt>Instances</dt><dd>${instanceNames(found.instances, options, MAX_INSTANCES).map((name) => html`<code>${name}</code><br>`)}</dd>`}
${via.length > 0 && html`<dt>Via</dt><dd>${via}</dd>`}
${found.suppression !== undefined && html`<dt>Ignored</dt><dd>${describeSuppression(found.suppression, (file) => options.pathOf(file))}</dd>`}
${found.status === 'undetermined' && needs.length > 0 && html`<dt>Needs</dt><dd>${needs.map((name) => html`<code>${name}</code> `)}</dd>`}
<dt>Check</dt><dd>${inlineCode(rule.title)}</dd>
${rule.why !== '' && html`<dt>Why</dt><dd>${inlineCode(rule.why)}</dd>`}
${rule.impact !== '' && html`<dt>Impact</dt><dd>${inlineCode(rule.impact)}</dd>`}
${rule.resolution !== '' && html`<dt>Do</dt><dd>${inlineCode(rule.resolution)}</dd>`}
${rule.links.length > 0 && html`<dt>More</dt><dd>${rule.links.map((link) => linkOf(link))}</dd>`}
</dl>
</article>`;
}

/** The chain of places behind the value, folded; nothing when there is only the place itself. */
function evidence(found: ScanFinding, options: ReportOptions): Html | undefined {
  if (found.status === 'passed' || found.status === 'ignored') return undefined;
  const hops = found.finding.evidence();
  if (hops.length < 2) return undefined;
  const items = hops.map((hop) => {
    const { range } = hop;
    const place = range === undefined ? '' : `${options.pathOf(range.file)}:${range.file.lineOf(range.start)}`;
    return html`<li><code>${hop.name}</code> ${place}</li>`;
  });
  return html`<details><summary>Where the value comes from</summary><ol>${items}</ol></details>`;
}

/** Text between backticks is code. */
function inlineCode(text: string): readonly Html[] {
  return text.split('`').map((part, index) => (index % 2 === 1 ? html`<code>${part}</code>` : html`${part}`));
}

/** Only web addresses become links: custom checks bring their own. */
function linkOf(link: string): Html {
  return /^https?:\/\//.test(link) ? html`<a href="${link}" rel="noreferrer">${link}</a><br>` : html`${link}<br>`;
}

function problems(input: ReportInput): Html | undefined {
  const { result, options } = input;
  if (result.diagnostics.length === 0) return undefined;
  return html`<section id="problems"><h2>Problems of the configuration <span class="n">(${result.diagnostics.length})</span></h2>${result.diagnostics.map(
    (
      diagnostic,
    ) => html`<article class="problem"><h3>${diagnostic.summary}</h3><p class="meta">${diagnostic.severity} ${diagnostic.code}</p>
${diagnostic.subject !== undefined && renderHtmlFrame(diagnostic.subject, [], options)}<p>${inlineCode(diagnostic.detail)}</p></article>`,
  )}</section>`;
}

function digest(text: string): string {
  const bytes = sha256(new TextEncoder().encode(text));
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return `sha256-${btoa(binary)}`;
}
