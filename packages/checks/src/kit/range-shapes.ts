import type { Reach } from './cidr.ts';
import { reachOf } from './cidr.ts';
import type { Shape, ShapeReport } from './shapes.ts';
import type { AttributeView, BlockView } from './view.ts';

/**
 * No public range of more than one address. Messages: `world`, `public`; `{value}` is the range.
 * @param path an address or a list of addresses, each of which is judged by itself
 */
export function forbidPublicRanges(path: string): Shape<'world' | 'public'> {
  return (block, report) => {
    for (const { range, reach } of rangesIn(block, path, report)) {
      if (reach === 'world' || reach === 'public') report.fail({ message: reach, at: range });
    }
  };
}

/** No range that means everybody; other public ranges pass. Message: `world`. @param path as for `forbidPublicRanges` */
export function forbidWorld(path: string): Shape<'world'> {
  return (block, report) => {
    for (const { range, reach } of rangesIn(block, path, report)) {
      if (reach === 'world') report.fail({ message: reach, at: range });
    }
  };
}

interface JudgedRange {
  readonly range: AttributeView;
  readonly reach: Reach;
}

/** The known ranges; unknown ones are reported. Known elements of a list that is not known as a whole count too. */
function rangesIn(block: BlockView, path: string, report: ShapeReport<never>): readonly JudgedRange[] {
  const argument = block.attribute(path);
  const items = argument.items();
  const ranges = items.length === 0 || argument.state === 'unknown' ? [argument, ...items] : items;
  return ranges.flatMap((range) => {
    if (range.state === 'unknown') report.undetermined({ at: range });
    const reach = reachOf(range.text() ?? '');
    return reach === undefined ? [] : [{ range, reach }];
  });
}
