import type { Expression } from '@tfwarden/hcl';
import { staticReferences } from '../configuration/static-references.ts';
import type { Frame } from './frame.ts';
import type { Node } from './node.ts';

/** Walks through what an expression refers to, stopping at each thing that is not computed yet. */
export class Requirements {
  readonly #expression: Expression;
  readonly #frame: Frame;
  #position = 0;

  constructor(expression: Expression, frame: Frame) {
    this.#expression = expression;
    this.#frame = frame;
  }

  /** The next node that must be done before the expression may be evaluated; undefined when there is none left. */
  next(): Node | undefined {
    const references = staticReferences(this.#expression);
    while (this.#position < references.length) {
      const traversal = references[this.#position];
      const pending = traversal === undefined ? undefined : this.#frame.pending(traversal);
      if (pending !== undefined) return pending;
      this.#position++;
    }
    return undefined;
  }
}
