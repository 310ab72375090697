/** What a collector knows of the process. */
export interface Memory {
  /** What the process takes up, in bytes. */
  size(): number;
  /** Looks for garbage in all of the heap, now. */
  collect(): void;
}

/** By so many bytes may the process grow before garbage is looked for in all of the heap. */
export const GROWTH_BYTES: number = 64 * 2 ** 20;

/**
 * Keeps the standalone executable small. Its engine looks mostly at young objects, and what a root leaves is old by then; on Node V8 is told how far its heap
 * may grow (bin/engine.cjs), and nothing is done here.
 * @returns to be called where much has become garbage: between two roots
 */
export function createCollector(memory: Memory | undefined = memoryOfBun()): () => void {
  if (memory === undefined) return () => undefined;
  let least = memory.size();
  return () => {
    const size = memory.size();
    least = Math.min(least, size);
    if (size - least < GROWTH_BYTES) return;
    memory.collect();
    least = memory.size();
  };
}

function memoryOfBun(): Memory | undefined {
  const bun: unknown = Reflect.get(globalThis, 'Bun');
  if (!canCollect(bun)) return undefined;
  return { size: () => process.memoryUsage.rss(), collect: () => bun.gc(true) };
}

/** @see https://bun.com/reference/bun/gc */
function canCollect(value: unknown): value is { gc(isNow: boolean): void } {
  return typeof value === 'object' && value !== null && 'gc' in value && typeof value.gc === 'function';
}
