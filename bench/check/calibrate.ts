/** Words of all lengths, so that neither strings nor tables stay in the processor's nearest memory. */
const WORDS = 40_000;
const ROUNDS = 12;

interface Node {
  readonly name: string;
  readonly children: Node[];
  size: number;
}

/**
 * A fixed piece of JavaScript that does what a scanner does and knows nothing of ours: reads characters, cuts and joins text, fills tables,
 * makes trees that live for a while, sorts. Its time says how fast this machine is now. Never change it: every recorded ratio is relative to it.
 * @returns a number that depends on all of the work
 */
export function calibrate(): number {
  let check = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const text = wordsOf(round);
    const words: string[] = [];
    let start = 0;
    for (let i = 0; i <= text.length; i++) {
      if (i < text.length && text.charCodeAt(i) !== 32) continue;
      words.push(text.slice(start, i));
      start = i + 1;
    }
    const counts = new Map<string, number>();
    const roots: Node[] = [];
    const open: Node[] = [];
    for (const word of words) {
      counts.set(word, (counts.get(word) ?? 0) + 1);
      const node: Node = { name: word, children: [], size: word.length };
      while (open.length > word.length % 7) open.pop();
      (open.at(-1)?.children ?? roots).push(node);
      open.push(node);
    }
    for (const root of roots) check = (check + sizeOf(root)) | 0;
    const sorted = [...counts].toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
    check = (check + sorted.map(([word, count]) => `${word}=${count}`).join(',').length) | 0;
  }
  return check;
}

function sizeOf(node: Node): number {
  for (const child of node.children) node.size += sizeOf(child);
  return node.size;
}

function wordsOf(seed: number): string {
  const words: string[] = [];
  let state = seed + 1;
  for (let i = 0; i < WORDS; i++) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    words.push(`w${(state >> 8) % 9_000}${'x'.repeat(state % 11)}`);
  }
  return words.join(' ');
}
