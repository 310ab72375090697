/** A replacement of a piece of some text: [start, end) by `text`. Offsets are UTF-16 code units. */
export interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The splices that a change of a body needs, in order and apart from each other; none when the text says so already. */
export type SpliceResult =
  | { readonly kind: 'splices'; readonly splices: readonly Splice[] }
  /** `detail` is a sentence for people. */
  | { readonly kind: 'refused'; readonly detail: string };

export function spliced(...splices: readonly Splice[]): SpliceResult {
  return { kind: 'splices', splices };
}

export function refused(detail: string): SpliceResult {
  return { kind: 'refused', detail };
}

/** The text with splices made that are in order and apart from each other. */
export function applySplices(text: string, splices: readonly Splice[]): string {
  const parts: string[] = [];
  let end = 0;
  for (const splice of splices) {
    parts.push(text.slice(end, splice.start), splice.text);
    end = splice.end;
  }
  parts.push(text.slice(end));
  return parts.join('');
}

/**
 * Splices of an old text that do what `made` does first and `next` then.
 * @param made  splices of the old text
 * @param text  the old text with `made`
 * @param next  a splice of `text`
 */
export function composeSplice(made: readonly Splice[], text: string, next: Splice): readonly Splice[] {
  const before: Splice[] = [];
  const after: Splice[] = [];
  let { start, end } = next;
  let startShift = 0;
  let endShift = 0;
  let shift = 0;
  for (const splice of made) {
    const madeStart = splice.start + shift;
    const madeEnd = madeStart + splice.text.length;
    shift += splice.text.length - (splice.end - splice.start);
    if (madeEnd < next.start) {
      before.push(splice);
      startShift = shift;
      endShift = shift;
    } else if (madeStart > next.end) {
      after.push(splice);
    } else {
      start = Math.min(start, madeStart);
      end = Math.max(end, madeEnd);
      endShift = shift;
    }
  }
  const joined = text.slice(start, next.start) + next.text + text.slice(next.end, end);
  return [...before, { start: start - startShift, end: end - endShift, text: joined }, ...after];
}

/** Where an offset of the old text is after the splices; undefined when it lies in a piece that they replace. */
export function mapOffset(made: readonly Splice[], offset: number): number | undefined {
  let shift = 0;
  for (const splice of made) {
    if (splice.start > offset) break;
    if (splice.end > offset) return undefined;
    shift += splice.text.length - (splice.end - splice.start);
  }
  return offset + shift;
}
