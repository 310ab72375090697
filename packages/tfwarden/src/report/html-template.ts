/** HTML that is safe to put into a page as it is. */
export interface Html {
  readonly html: string;
}

export type HtmlPart = string | number | Html | undefined | false | readonly HtmlPart[];

/** Builds HTML; every value is escaped unless it is HTML itself. Undefined and false give nothing, lists are joined. */
export function html(strings: TemplateStringsArray, ...values: readonly HtmlPart[]): Html {
  let text = strings[0] ?? '';
  for (let index = 0; index < values.length; index++) text += render(values[index]) + (strings[index + 1] ?? '');
  return { html: text };
}

/** HTML of ours that needs no escaping: style sheets and scripts. */
export function trustedHtml(text: string): Html {
  return { html: text };
}

function render(part: HtmlPart): string {
  if (part === undefined || part === false) return '';
  if (typeof part === 'string') return escapeHtml(part);
  if (typeof part === 'number') return String(part);
  if ('html' in part) return part.html;
  return part.map(render).join('');
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
