import { LEGACY_NOTES } from '../identity/retired-ids.ts';
import type { Rule } from '../scan/rule.ts';

/** The page of a check, before it is rendered for the web or the terminal. */
export interface CheckPage {
  /** The id the page is about: the legacy code or the long id. */
  readonly id: string;
  readonly title: string;
  readonly resources: readonly string[];
  readonly permalink: string;
  readonly sections: readonly PageSection[];
}

export interface PageSection {
  readonly heading: string;
  readonly parts: readonly PagePart[];
}

export type PagePart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'code'; readonly code: string }
  | { readonly kind: 'links'; readonly links: readonly string[] };

/**
 * Builds the page of a check.
 * @param code    the legacy code when the page is about it; the long id stands on the page otherwise
 * @param others  further checks that the same code stands for
 */
export function checkPage(rule: Rule, code?: string, others: readonly Rule[] = []): CheckPage {
  const id = code ?? rule.id;
  const check = rule.check;
  const parts: PagePart[] = [];
  if (rule.why !== '') parts.push({ kind: 'text', text: rule.why });
  parts.push({ kind: 'text', text: identityText(rule, code) });
  const note = code === undefined ? undefined : LEGACY_NOTES.get(code);
  if (note !== undefined) parts.push({ kind: 'text', text: note });
  if (others.length > 0) {
    parts.push({ kind: 'text', text: `${id} also stands for ${others.map((other) => `\`${other.id}\``).join(', ')}.` });
  }
  for (const fact of check?.providerFacts ?? []) {
    parts.push({ kind: 'text', text: `Provider ${fact.version}: ${fact.fact}` });
  }
  if (check?.reason !== undefined) parts.push({ kind: 'text', text: `Status ${rule.status}: ${check.reason}` });

  const sections: PageSection[] = [
    { heading: 'Explanation', parts },
    { heading: 'Impact', parts: [{ kind: 'text', text: rule.impact }] },
    { heading: 'Resolution', parts: [{ kind: 'text', text: rule.resolution }] },
  ];
  const bad = check?.examples[0]?.bad;
  if (bad !== undefined) {
    sections.push({
      heading: 'Insecure Example',
      parts: [
        { kind: 'text', text: `The following example will fail the ${id} check.` },
        { kind: 'code', code: bad },
      ],
    });
  }
  const good = check?.good[0];
  if (good !== undefined) {
    sections.push({
      heading: 'Secure Example',
      parts: [
        { kind: 'text', text: `The following example will pass the ${id} check.` },
        { kind: 'code', code: good },
      ],
    });
  }
  sections.push({ heading: 'Related Links', parts: [{ kind: 'links', links: rule.links }] });
  return {
    id,
    title: rule.title,
    resources: resourceTypes(rule),
    permalink:
      code === undefined
        ? `/docs/${rule.provider}/${rule.service}/${rule.shortCode}/`
        : `/docs/${rule.provider}/${code}/`,
    sections: sections.filter((section) => section.parts.some((part) => part.kind !== 'text' || part.text !== '')),
  };
}

function identityText(rule: Rule, code: string | undefined): string {
  const others = rule.aliases.filter((alias) => alias !== code);
  const known = others.length === 0 ? '' : ` Also known as ${others.map((alias) => `\`${alias}\``).join(', ')}.`;
  return `The id of this check is \`${rule.id}\`; its severity is ${rule.severity}.${known}`;
}

/** Types without the `data.` and `provider.` of targets, without repetition. */
function resourceTypes(rule: Rule): readonly string[] {
  const types = (rule.check?.resources ?? []).map((target) => target.replace(/^(?:data|provider)\./, ''));
  return [...new Set(types)];
}

/** The page as Markdown with the front matter of the documentation site. */
export function renderPageMarkdown(page: CheckPage): string {
  const lines = [
    '---',
    `title: ${yamlText(`${page.id} - ${page.title}`)}`,
    `summary: ${yamlText(page.title)}`,
    `resources: [${page.resources.map(yamlText).join(', ')}]`,
    `permalink: ${page.permalink}`,
    '---',
  ];
  for (const section of page.sections) {
    lines.push('', `### ${section.heading}`);
    for (const part of section.parts) {
      lines.push('');
      switch (part.kind) {
        case 'text':
          lines.push(part.text);
          break;
        case 'code':
          lines.push('```terraform', part.code.trimEnd(), '```');
          break;
        case 'links':
          lines.push(...part.links.map((link) => `- [${link}](${link})`));
          break;
      }
    }
  }
  return `${lines.join('\n')}\n`;
}

/** A plain YAML scalar where that is safe, else a quoted one. */
function yamlText(text: string): string {
  const isPlain = /^[A-Za-z0-9_][^\n]*$/.test(text) && !/: |:$| #|[[\]{},&*!|>'"%@]/.test(text);
  const isRisky = /^(?:true|false|null|yes|no|on|off|~|[\d.]+)$/i.test(text);
  // Commas and quotes inside are fine in a plain scalar of a block mapping, but not in a flow list.
  if (!isRisky && (isPlain || (/^[A-Za-z0-9_][^\n]*$/.test(text) && !/: |:$| #/.test(text) && text.includes(' '))))
    return text;
  return JSON.stringify(text);
}
