import type { Diagnostic, Expression } from '@tfwarden/hcl';
import { rangeBetween } from '@tfwarden/hcl';
import { problem } from '../configuration/problem.ts';
import { parseReference } from '../configuration/reference.ts';
import { traversalOf } from '../configuration/static-expression.ts';
import type { Frame } from '../evaluate/frame.ts';

/** Checks the references of a `depends_on`: to whole objects that exist, as Terraform's `validateDependsOn` (1.11.4). */
export function validateDependsOn(dependencies: readonly Expression[], frame: Frame): void {
  const found: Diagnostic[] = [];
  for (const dependency of dependencies) {
    const traversal = traversalOf(dependency);
    if (traversal === undefined) continue;
    const reference = parseReference(traversal);
    const used = reference.kind === 'invalid' ? traversal.steps.length : reference.stepsUsed;
    const first = traversal.steps[used];
    const last = traversal.steps.at(-1);
    if (first !== undefined && last !== undefined) {
      const detail =
        'References in depends_on must be to a whole object (resource, etc), not to an attribute of an object.';
      found.push(problem('invalid-depends-on', 'Invalid depends_on reference', detail, rangeBetween(first, last)));
    } else {
      frame.check(traversal, found);
    }
  }
  for (const diagnostic of found) frame.engine.reportOnce(diagnostic);
}
