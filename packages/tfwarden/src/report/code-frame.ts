import { type Range, renderFrame } from '@tfwarden/hcl';
import { displayWidth } from './display-width.ts';
import type { ReportOptions } from './report-context.ts';

/** What a frame shows: a place with carets below it, and further places with a text each. */
export interface CodeFrame {
  readonly primary: Range;
  readonly labels: readonly { readonly range: Range; readonly text: string }[];
}

/**
 * The piece of source around a place for the terminal.
 * @param colour  paints the carets of the place
 * @returns lines without line breaks
 */
export function renderCodeFrame(
  frame: CodeFrame,
  options: ReportOptions,
  colour: (text: string) => string,
): readonly string[] {
  const { colours } = options;
  const text = renderFrame(frame, {
    pathOf: (file) => options.pathOf(file),
    displayWidth,
    maxWidth: Math.max(40, options.width - 8),
    palette: { gutter: colours.blue, primary: colour, secondary: colours.cyan },
  });
  return text.split('\n');
}
