import { clusterEnd, countClusters } from '../text/grapheme.ts';
import { trimStartAsGo } from './go-space.ts';
import type { LiteralPart, TemplatePart } from './template-part.ts';

/**
 * The rule of `<<-`: takes from every line as much white space as the least indented line begins with, in grapheme clusters.
 * Blank lines do not count, and neither does what an interpolation will put in. Changes the literals in place.
 */
export function flushHeredoc(parts: readonly TemplatePart[]): void {
  let least = Number.POSITIVE_INFINITY;
  let beginsLine = true;
  const lineStarts: LiteralPart[] = [];
  for (const part of parts) {
    if (beginsLine) {
      beginsLine = false;
      if (part.kind === 'end') break;
      if (part.kind !== 'literal') {
        least = 0;
      } else {
        const trimmed = trimStartAsGo(part.value);
        if (trimmed !== '' || !part.value.endsWith('\n')) {
          least = Math.min(least, countClusters(part.value, 0, part.value.length - trimmed.length));
          lineStarts.push(part);
        }
      }
    }
    if (part.kind === 'literal' && part.value.endsWith('\n')) beginsLine = true;
  }

  for (const part of lineStarts) {
    let cut = 0;
    for (let i = 0; i < least; i++) cut = clusterEnd(part.value, cut, part.value.length);
    part.value = part.value.slice(cut);
    part.start += cut;
  }
}
