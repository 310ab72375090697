import type { Rule } from '../scan/rule.ts';
import { checkPage, renderPageMarkdown } from './check-page.ts';

/** Codes that several checks answer to, and the check whose subject the code had; for all others the first id is taken. */
const SUBJECT_OF_CODE: ReadonlyMap<string, string> = new Map([
  ['AWS018', 'aws-ec2-add-description-to-security-group'],
  ['AWS053', 'aws-rds-enable-performance-insights'],
  ['GEN001', 'general-secrets-sensitive-in-variable'],
  ['GEN002', 'general-secrets-sensitive-in-local'],
  ['GEN003', 'general-secrets-sensitive-in-attribute'],
  ['GEN005', 'general-secrets-sensitive-in-attribute-value'],
]);

const PROVIDER_NAME: ReadonlyMap<string, string> = new Map([
  ['aws', 'AWS'],
  ['azure', 'Azure'],
  ['cloudstack', 'CloudStack'],
  ['digitalocean', 'DigitalOcean'],
  ['general', 'General'],
  ['github', 'GitHub'],
  ['google', 'Google'],
  ['kubernetes', 'Kubernetes'],
  ['nifcloud', 'NIFCLOUD'],
  ['openstack', 'OpenStack'],
  ['oracle', 'Oracle'],
]);

/**
 * Every documentation page that is made from the checks: one for each legacy code, one for each check, an index for each provider.
 * @returns contents by path below `docs`, in the order of paths
 */
export function checkPages(rules: readonly Rule[]): ReadonlyMap<string, string> {
  const pages = new Map<string, string>();
  const sorted = rules.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const codes = new Map<string, Rule[]>();
  for (const rule of sorted) {
    pages.set(`${rule.provider}/${rule.service}/${rule.shortCode}/index.md`, renderPageMarkdown(checkPage(rule)));
    for (const code of rule.legacyIds) codes.set(code, [...(codes.get(code) ?? []), rule]);
  }
  const codeRows = new Map<string, string[]>();
  for (const [code, candidates] of [...codes].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const wanted = SUBJECT_OF_CODE.get(code);
    const subject = candidates.find((rule) => rule.id === wanted) ?? candidates[0];
    if (subject === undefined) continue;
    const others = candidates.filter((rule) => rule !== subject);
    pages.set(`${subject.provider}/${code}/index.md`, renderPageMarkdown(checkPage(subject, code, others)));
    const rows = codeRows.get(subject.provider) ?? [];
    rows.push(`|[${code}](/docs/${subject.provider}/${code})|${cell(subject.title)}|`);
    codeRows.set(subject.provider, rows);
  }
  for (const provider of new Set(sorted.map((rule) => rule.provider))) {
    const own = sorted.filter((rule) => rule.provider === provider);
    pages.set(`${provider}/home/index.md`, indexPage(provider, own, codeRows.get(provider) ?? []));
  }
  return new Map([...pages].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

function indexPage(provider: string, rules: readonly Rule[], codeRows: readonly string[]): string {
  const name = PROVIDER_NAME.get(provider) ?? provider;
  const lines = [
    '---',
    `title: ${name} Checks`,
    `permalink: /docs/${provider}/home/`,
    'has_children: true',
    'has_toc: false',
    '---',
    '',
    `The checks of tfwarden for ${name}.`,
    '',
    '| ID | Summary |',
    '|----|---------|',
    ...codeRows,
    ...rules.map(
      (rule) => `|[${rule.id}](/docs/${rule.provider}/${rule.service}/${rule.shortCode})|${cell(rule.title)}|`,
    ),
  ];
  return `${lines.join('\n')}\n`;
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}
