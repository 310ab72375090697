import { XMLBuilder } from 'fast-xml-parser';

/** An element for `renderXml`: attributes begin with `@`, text is `#text`, everything else is a child or a list of children. */
export interface XmlElement {
  readonly [name: string]: string | number | XmlElement | readonly XmlElement[];
}

/** Writes a document with tabs, in the order given. Characters that XML 1.0 forbids are left out. */
export function renderXml(document: XmlElement): string {
  const builder = new XMLBuilder({
    ignoreAttributes: false,
    attributeNamePrefix: '@',
    format: true,
    indentBy: '\t',
    suppressEmptyNode: false,
    suppressBooleanAttributes: false,
    processEntities: true,
  });
  const text: unknown = builder.build(clean(document));
  return `<?xml version="1.0" encoding="UTF-8"?>\n${String(text).trimEnd()}\n`;
}

function clean(value: XmlElement): XmlElement {
  const result: Record<string, XmlElement[string]> = {};
  for (const [name, child] of Object.entries(value)) {
    if (typeof child === 'string') result[name] = withoutForbidden(child);
    else if (typeof child === 'number') result[name] = child;
    else if (isList(child)) result[name] = child.map(clean);
    else result[name] = clean(child);
  }
  return result;
}

function isList(value: XmlElement | readonly XmlElement[]): value is readonly XmlElement[] {
  return Array.isArray(value);
}

/** @see https://www.w3.org/TR/xml/#charsets */
function withoutForbidden(text: string): string {
  let kept = '';
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    const isAllowed =
      code === 0x09 ||
      code === 0x0a ||
      code === 0x0d ||
      (code >= 0x20 && code <= 0xd7ff) ||
      (code >= 0xe000 && code <= 0xfffd) ||
      code >= 0x10000;
    if (isAllowed) kept += character;
  }
  return kept;
}
