import type { Diagnostic, Expression } from '@tfwarden/hcl';
import { staticReferences } from '../configuration/static-references.ts';
import type { Frame } from './frame.ts';

/** Looks up what an expression refers to, whatever comes of it: problems of the references alone. */
export function resolveReferences(expression: Expression, frame: Frame, diagnostics: Diagnostic[]): void {
  for (const traversal of staticReferences(expression)) {
    for (let node = frame.pending(traversal); node !== undefined; node = frame.pending(traversal)) {
      frame.engine.evaluate(node);
    }
    frame.resolve(traversal, diagnostics);
  }
}
