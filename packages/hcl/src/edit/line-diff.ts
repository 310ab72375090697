/** One run of lines: kept, or replaced (either side may be empty, not both). Numbers are line indexes from 0; ends are exclusive. */
export interface LineChange {
  readonly beforeStart: number;
  readonly beforeEnd: number;
  readonly afterStart: number;
  readonly afterEnd: number;
}

/**
 * How many inserted and deleted lines the exact algorithm looks for before it gives up on the smallest answer.
 * Its time is O(lines × differences) and its memory O(differences²): 1,500 differences are 9 MB.
 */
export const MAX_LINE_DIFFERENCES = 1_500;

/**
 * The lines that differ, in order, with no two changes touching. The answer is the smallest one (Myers, "An O(ND) difference
 * algorithm", 1986) up to `MAX_LINE_DIFFERENCES`; past that everything between the first and the last difference is one change.
 */
export function diffLines(before: readonly string[], after: readonly string[]): readonly LineChange[] {
  let head = 0;
  const shorter = Math.min(before.length, after.length);
  while (head < shorter && before[head] === after[head]) head++;
  let tail = 0;
  while (tail < shorter - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;

  const beforeEnd = before.length - tail;
  const afterEnd = after.length - tail;
  if (head === beforeEnd && head === afterEnd) return [];
  if (head === beforeEnd || head === afterEnd) {
    return [{ beforeStart: head, beforeEnd, afterStart: head, afterEnd }];
  }

  const [beforeIds, afterIds] = numberLines(before, after, head, beforeEnd, afterEnd);
  const trace = searchShortestEdit(beforeIds, afterIds);
  if (trace === undefined) return [{ beforeStart: head, beforeEnd, afterStart: head, afterEnd }];
  return readTrace(trace, beforeIds.length, afterIds.length, head);
}

/** Equal lines get equal numbers, so that the search compares integers. */
function numberLines(
  before: readonly string[],
  after: readonly string[],
  head: number,
  beforeEnd: number,
  afterEnd: number,
): readonly [Int32Array, Int32Array] {
  const numbers = new Map<string, number>();
  const numberAll = (lines: readonly string[], end: number): Int32Array => {
    const ids = new Int32Array(end - head);
    for (let index = head; index < end; index++) {
      const line = lines[index] ?? '';
      let id = numbers.get(line);
      if (id === undefined) {
        id = numbers.size;
        numbers.set(line, id);
      }
      ids[index - head] = id;
    }
    return ids;
  };
  return [numberAll(before, beforeEnd), numberAll(after, afterEnd)];
}

/**
 * The furthest reaching points of each round, round d holding diagonals -d to d; undefined past the limit.
 * Diagonal k is `x - y`; entry `k + d` of round d is the largest x reached on it.
 */
function searchShortestEdit(before: Int32Array, after: Int32Array): readonly Int32Array[] | undefined {
  const n = before.length;
  const m = after.length;
  const limit = Math.min(n + m, MAX_LINE_DIFFERENCES);
  const trace: Int32Array[] = [];
  let previous = new Int32Array(0);
  for (let d = 0; d <= limit; d++) {
    const reached = new Int32Array(2 * d + 1);
    for (let k = -d; k <= d; k += 2) {
      let x = d === 0 ? 0 : startOfStep(previous, d, k);
      let y = x - k;
      while (x < n && y < m && before[x] === after[y]) {
        x++;
        y++;
      }
      reached[k + d] = x;
      if (x >= n && y >= m) {
        trace.push(reached);
        return trace;
      }
    }
    trace.push(reached);
    previous = reached;
  }
  return undefined;
}

/** Where diagonal k begins in round d: one step down (an insertion) or right (a deletion) from the round before. */
function startOfStep(previous: Int32Array, d: number, k: number): number {
  return stepsDown(previous, d, k) ? reachedAt(previous, d - 1, k + 1) : reachedAt(previous, d - 1, k - 1) + 1;
}

function stepsDown(previous: Int32Array, d: number, k: number): boolean {
  return k === -d || (k !== d && reachedAt(previous, d - 1, k - 1) < reachedAt(previous, d - 1, k + 1));
}

function reachedAt(round: Int32Array, d: number, k: number): number {
  return round[k + d] ?? 0;
}

/** Walks the rounds backwards and joins neighbouring steps to changes. */
function readTrace(trace: readonly Int32Array[], n: number, m: number, offset: number): readonly LineChange[] {
  const changes: LineChange[] = [];
  let x = n;
  let y = m;
  let beforeEnd = -1;
  let afterEnd = -1;
  let beforeStart = -1;
  let afterStart = -1;
  const close = (): void => {
    if (beforeEnd < 0) return;
    changes.push({
      beforeStart: beforeStart + offset,
      beforeEnd: beforeEnd + offset,
      afterStart: afterStart + offset,
      afterEnd: afterEnd + offset,
    });
    beforeEnd = -1;
  };
  for (let d = trace.length - 1; d > 0; d--) {
    const previous = trace[d - 1] ?? new Int32Array(0);
    const k = x - y;
    const down = stepsDown(previous, d, k);
    const fromX = down ? reachedAt(previous, d - 1, k + 1) : reachedAt(previous, d - 1, k - 1);
    const fromY = fromX - (down ? k + 1 : k - 1);
    const toX = down ? fromX : fromX + 1;
    const toY = down ? fromY + 1 : fromY;
    // Equal lines lie between the end of this step and where the later change began: they separate two changes.
    if (toX !== x || toY !== y) close();
    if (beforeEnd < 0) {
      beforeEnd = toX;
      afterEnd = toY;
    }
    beforeStart = fromX;
    afterStart = fromY;
    x = fromX;
    y = fromY;
  }
  close();
  return changes.toReversed();
}
