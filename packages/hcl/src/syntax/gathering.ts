/**
 * Gathers lists of unknown length that are nested in each other. All of them share one array, so a finished list is copied out once, at
 * its exact size; growing an array for each would waste sixteen places for every short list, and trees consist of short lists.
 */
export class Gathering<T> {
  private readonly items: T[] = [];
  private count = 0;

  /** Where a list that is begun now has its first item; to be given to `finish`. */
  get mark(): number {
    return this.count;
  }

  add(item: T): void {
    this.items[this.count++] = item;
  }

  /** How many items the list has so far. */
  countSince(mark: number): number {
    return this.count - mark;
  }

  at(index: number): T | undefined {
    return this.items[index];
  }

  /** A copy of the list so far. */
  since(mark: number): readonly T[] {
    return this.items.slice(mark, this.count);
  }

  /** The list since `mark`, which is then forgotten here. */
  finish(mark: number): readonly T[] {
    const end = this.count;
    this.count = mark;
    return end === mark ? NOTHING : this.items.slice(mark, end);
  }
}

/** Shared by all empty lists of the trees. */
const NOTHING: readonly never[] = [];
