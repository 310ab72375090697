import type { CheckPage } from './check-page.ts';
import type { Colours } from './colours.ts';
import { wrapText } from './wrap-text.ts';

/** The page of a check for a terminal. @param width  cells to wrap at */
export function renderPageTerminal(page: CheckPage, colours: Colours, width: number): string {
  const lines = [colours.bold(`${page.id}: ${page.title}`)];
  if (page.resources.length > 0) lines.push(colours.dim(`Resources: ${page.resources.join(', ')}`));
  for (const section of page.sections) {
    lines.push('', colours.bold(section.heading));
    section.parts.forEach((part, index) => {
      if (index > 0) lines.push('');
      switch (part.kind) {
        case 'text':
          lines.push(...wrapText(part.text, width - 2).map((line) => `  ${line}`));
          break;
        case 'code':
          lines.push(
            ...part.code
              .trimEnd()
              .split('\n')
              .map((line) => (line === '' ? '' : `    ${colours.cyan(line)}`)),
          );
          break;
        case 'links':
          lines.push(...part.links.map((link) => `  - ${colours.underline(link)}`));
          break;
      }
    });
  }
  return `${lines.join('\n')}\n`;
}
