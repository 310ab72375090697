import { displayWidth } from './display-width.ts';

/** Breaks a paragraph at blanks into lines of at most `width` cells; a longer word stands alone. Newlines in the text are kept. */
export function wrapText(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  for (const paragraph of text.split('\n')) {
    let line = '';
    let lineWidth = 0;
    for (const word of paragraph.split(' ')) {
      const wordWidth = displayWidth(word);
      if (line !== '' && lineWidth + 1 + wordWidth > width) {
        lines.push(line);
        line = word;
        lineWidth = wordWidth;
      } else {
        line = line === '' ? word : `${line} ${word}`;
        lineWidth = lineWidth === 0 ? wordWidth : lineWidth + 1 + wordWidth;
      }
    }
    lines.push(line);
  }
  return lines;
}
