import type { BitWriter } from './bit-writer.ts';
import type { Token } from './block.ts';
import { MATCH, writeBlock } from './block.ts';

/**
 * Finds repetitions as Go's `compress/flate` at level 6 does, and writes the blocks. Positions are offsets into the whole input; where
 * Go moves its window is followed, since matches cannot reach back behind it.
 */
export function deflate(input: Uint8Array, writer: BitWriter): void {
  const state: State = {
    input,
    hashHead: new Int32Array(HASH_SIZE).fill(NONE),
    hashPrevious: new Int32Array(WINDOW).fill(NONE),
    windowStart: 0,
    windowEnd: Math.min(input.length, 2 * WINDOW),
  };
  let tokens: Token[] = [];
  let blockStart = 0;
  const flush = (end: number): void => {
    writeBlock(writer, tokens, blockStart <= end ? input.subarray(blockStart, end) : undefined);
    blockStart = end;
    tokens = [];
  };
  let index = 0;
  let length = MIN_MATCH - 1;
  let distance = 0;
  let chainHead = NONE;
  let hasPending = false;
  for (;;) {
    if (state.windowEnd - index < MIN_MATCH + MAX_MATCH && state.windowEnd < input.length) {
      // The window moves before it is filled again.
      if (index - state.windowStart >= 2 * WINDOW - (MIN_MATCH + MAX_MATCH)) {
        if (blockStart - state.windowStart < WINDOW) blockStart = Infinity;
        state.windowStart += WINDOW;
      }
      state.windowEnd = Math.min(input.length, state.windowStart + 2 * WINDOW);
      continue;
    }
    const lookahead = state.windowEnd - index;
    if (lookahead === 0) {
      if (hasPending) tokens.push(input[index - 1] ?? 0);
      if (tokens.length > 0) flush(index);
      return;
    }
    if (index < state.windowEnd - (MIN_MATCH - 1)) chainHead = insertHash(state, index);
    const previousLength = length;
    const previousDistance = distance;
    length = MIN_MATCH - 1;
    distance = 0;
    const isWorthwhile = lookahead > previousLength && previousLength < LAZY;
    if (isWorthwhile && chainHead >= Math.max(state.windowStart, index - WINDOW)) {
      const match = findMatch(state, index, chainHead, Math.min(lookahead, MAX_MATCH));
      if (match !== undefined) ({ length, distance } = match);
    }
    if (previousLength >= MIN_MATCH && length <= previousLength) {
      // The match at the previous position is no worse: it is taken.
      tokens.push(MATCH + ((previousLength - 3) << 16) + previousDistance - 1);
      const end = index + previousLength - 1;
      for (index++; index < end; index++) if (index < state.windowEnd - (MIN_MATCH - 1)) insertHash(state, index);
      hasPending = false;
      length = MIN_MATCH - 1;
      if (tokens.length === MAX_BLOCK_TOKENS) flush(index);
    } else {
      if (hasPending) {
        tokens.push(input[index - 1] ?? 0);
        if (tokens.length === MAX_BLOCK_TOKENS) flush(index);
      }
      index++;
      hasPending = true;
    }
  }
}

const WINDOW = 32_768;
const MIN_MATCH = 4;
const MAX_MATCH = 258;
const MAX_BLOCK_TOKENS = 16_384;
const HASH_BITS = 17;
const HASH_SIZE = 1 << HASH_BITS;
const NONE = -1;

/** Level 6: a match this long is not looked beyond, is only looked beyond with a quarter of the effort, ends the search. */
const LAZY = 16;
const NICE = 128;
const CHAIN = 128;
/** Matches of the least length count only this near. */
const MAX_SHORT_DISTANCE = 4096;

interface State {
  readonly input: Uint8Array;
  readonly hashHead: Int32Array;
  readonly hashPrevious: Int32Array;
  windowStart: number;
  windowEnd: number;
}

/** @returns the last position with the same hash */
function insertHash({ input, hashHead, hashPrevious }: State, index: number): number {
  const four =
    ((input[index] ?? 0) << 24) |
    ((input[index + 1] ?? 0) << 16) |
    ((input[index + 2] ?? 0) << 8) |
    (input[index + 3] ?? 0);
  const hash = Math.imul(four, 0x1e35a7bd) >>> (32 - HASH_BITS);
  const previous = hashHead[hash] ?? NONE;
  hashPrevious[index % WINDOW] = previous;
  hashHead[hash] = index;
  return previous;
}

function findMatch(
  { input, hashPrevious, windowStart }: State,
  position: number,
  head: number,
  most: number,
): { readonly length: number; readonly distance: number } | undefined {
  const nice = Math.min(NICE, most);
  const least = position - WINDOW;
  let length = MIN_MATCH - 1;
  let distance = 0;
  let candidate = head;
  for (let tries = CHAIN; tries > 0; tries--) {
    if (input[position + length] === input[candidate + length]) {
      let matched = 0;
      while (matched < most && input[candidate + matched] === input[position + matched]) matched++;
      if (matched > length && (matched > MIN_MATCH || position - candidate <= MAX_SHORT_DISTANCE)) {
        length = matched;
        distance = position - candidate;
        if (matched >= nice) break;
      }
    }
    if (candidate === least) break;
    candidate = hashPrevious[candidate % WINDOW] ?? NONE;
    if (candidate < least || candidate < windowStart) break;
  }
  return distance === 0 ? undefined : { length, distance };
}
