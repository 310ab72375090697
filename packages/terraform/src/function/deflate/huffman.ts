/** A Huffman code: for each symbol its bits, already reversed, and how many; 0 for symbols that do not occur. */
export interface HuffmanCode {
  readonly codes: Uint16Array;
  readonly lengths: Uint8Array;
}

/** The code that Go's `compress/flate` makes for these frequencies. */
export function huffmanCode(frequencies: Int32Array, maxBits: number): HuffmanCode {
  const codes = new Uint16Array(frequencies.length);
  const lengths = new Uint8Array(frequencies.length);
  const nodes: Node[] = [];
  for (const [symbol, frequency] of frequencies.entries()) if (frequency !== 0) nodes.push({ symbol, frequency });
  if (nodes.length <= 2) {
    for (const [i, { symbol }] of nodes.entries()) {
      codes[symbol] = i;
      lengths[symbol] = 1;
    }
    return { codes, lengths };
  }
  nodes.sort((a, b) => a.frequency - b.frequency || a.symbol - b.symbol);
  const counts = bitCounts(nodes, maxBits);
  let code = 0;
  let end = nodes.length;
  for (let bits = 0; bits < counts.length; bits++) {
    code <<= 1;
    const count = counts[bits] ?? 0;
    if (bits === 0 || count === 0) continue;
    // The commonest symbols get the shortest codes; among those of one length the symbol decides.
    const chunk = nodes.slice(end - count, end).toSorted((a, b) => a.symbol - b.symbol);
    for (const { symbol } of chunk) {
      codes[symbol] = reverseBits(code++, bits);
      lengths[symbol] = bits;
    }
    end -= count;
  }
  return { codes, lengths };
}

/** How many bits all symbols take together. */
export function totalBits({ lengths }: HuffmanCode, frequencies: Int32Array): number {
  let total = 0;
  for (let i = 0; i < frequencies.length; i++) total += (frequencies[i] ?? 0) * (lengths[i] ?? 0);
  return total;
}

export function reverseBits(value: number, count: number): number {
  let reversed = 0;
  for (let i = 0; i < count; i++) reversed |= ((value >> i) & 1) << (count - 1 - i);
  return reversed;
}

interface Node {
  readonly symbol: number;
  readonly frequency: number;
}

/** One level of the boundary package-merge algorithm, which Go uses to bound the length of codes. */
interface Level {
  lastFrequency: number;
  nextLeaf: number;
  nextPair: number;
  needed: number;
  /** At index i: leaves left of the ancestor at level i. */
  leaves: number[];
}

/** @returns at index n how many symbols have codes of n bits */
function bitCounts(nodes: readonly Node[], limit: number): readonly number[] {
  const count = nodes.length;
  const maxBits = Math.min(limit, count - 1);
  const frequencyAt = (index: number): number => nodes[index]?.frequency ?? Infinity;
  const levels: Level[] = Array.from({ length: maxBits + 2 }, (_, level) => ({
    lastFrequency: frequencyAt(1),
    nextLeaf: frequencyAt(2),
    nextPair: level === 1 ? Infinity : frequencyAt(0) + frequencyAt(1),
    needed: 0,
    leaves: Array.from({ length: maxBits + 1 }, (__, other) => (other === level && level > 0 ? 2 : 0)),
  }));
  const levelAt = (index: number): Level => {
    const level = levels[index];
    if (level === undefined)
      throw new Error('the levels of a Huffman tree are numbered from 0 to one more than its depth');
    return level;
  };
  levelAt(maxBits).needed = 2 * count - 4;
  let at = maxBits;
  for (;;) {
    const level = levelAt(at);
    if (level.nextPair === Infinity && level.nextLeaf === Infinity) {
      level.needed = 0;
      levelAt(at + 1).nextPair = Infinity;
      at++;
      continue;
    }
    const previous = level.lastFrequency;
    if (level.nextLeaf < level.nextPair) {
      const leaves = (level.leaves[at] ?? 0) + 1;
      level.lastFrequency = level.nextLeaf;
      level.leaves[at] = leaves;
      level.nextLeaf = frequencyAt(leaves);
    } else {
      level.lastFrequency = level.nextPair;
      const below = levelAt(at - 1);
      for (let i = 0; i < at; i++) level.leaves[i] = below.leaves[i] ?? 0;
      below.needed = 2;
    }
    if (--level.needed === 0) {
      if (at === maxBits) break;
      levelAt(at + 1).nextPair = previous + level.lastFrequency;
      at++;
    } else while (levelAt(at - 1).needed > 0) at--;
  }
  const { leaves } = levelAt(maxBits);
  const counts = [0];
  for (let level = maxBits; level > 0; level--) counts.push((leaves[level] ?? 0) - (leaves[level - 1] ?? 0));
  return counts;
}
