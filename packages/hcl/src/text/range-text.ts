import { positionsOf, type Range } from './range.ts';

/** A range as hashicorp/hcl prints it in messages: `main.tf:1,5-9`, or `main.tf:1,5-3,2` over several lines. */
export function rangeText(range: Range): string {
  const { start, end } = positionsOf(range);
  const from = `${range.file.name}:${start.line},${start.column}`;
  return start.line === end.line ? `${from}-${end.column}` : `${from}-${end.line},${end.column}`;
}
