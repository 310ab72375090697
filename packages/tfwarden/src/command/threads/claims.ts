/**
 * How threads share out roots: a counter in shared memory says which is the next. A thread that is done takes one without asking, so none waits for
 * another; each worker notes what it took last, so that it is known what a worker that ended was busy with.
 */
export class Claims {
  readonly buffer: SharedArrayBuffer;
  /** First the counter, then for each worker one more than the root it took last, 0 for none. */
  readonly #numbers: Int32Array;

  /** @param workers  how many there are, or the buffer of another thread's `Claims` */
  constructor(workers: number | SharedArrayBuffer) {
    this.buffer =
      typeof workers === 'number' ? new SharedArrayBuffer((1 + workers) * Int32Array.BYTES_PER_ELEMENT) : workers;
    this.#numbers = new Int32Array(this.buffer);
  }

  /**
   * @param order   indexes of roots
   * @param worker  which of the workers takes it, from 0; none when the main thread does
   * @returns the next index, or undefined when all are taken
   */
  take(order: readonly number[], worker?: number): number | undefined {
    const index = order[Atomics.add(this.#numbers, 0, 1)];
    if (worker !== undefined) Atomics.store(this.#numbers, 1 + worker, index === undefined ? 0 : index + 1);
    return index;
  }

  /** @returns the root that a worker took last, when it has not come back for another one */
  takenBy(worker: number): number | undefined {
    const number = Atomics.load(this.#numbers, 1 + worker);
    return number === 0 ? undefined : number - 1;
  }
}
