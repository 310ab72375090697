import type { AnyBody, DecodedBlock, Diagnostic } from '@tfwarden/hcl';
import { attributesOf } from './all-attributes.ts';
import { problem } from './problem.ts';
import { parseReference } from './reference.ts';
import { keywordOf } from './static-expression.ts';
import { staticReferences } from './static-references.ts';

/** Checks a `provisioner` block: one that runs on destroy may only refer to its own resource. */
export function checkProvisioner(block: DecodedBlock, diagnostics: Diagnostic[]): void {
  const when = attributesOf(block.body).get('when');
  if (when === undefined || keywordOf(when.expression) !== 'destroy') return;
  checkBody(block.body, diagnostics);
}

const OWN: ReadonlySet<string> = new Set(['self', 'count', 'each', 'path', 'terraform']);

function checkBody(body: AnyBody, diagnostics: Diagnostic[]): void {
  for (const { name, expression } of attributesOf(body).values()) {
    if (name === 'when' || name === 'on_failure') continue;
    for (const traversal of staticReferences(expression)) {
      if (OWN.has(parseReference(traversal).kind)) continue;
      const detail =
        "Destroy-time provisioners and their connection configurations may only reference attributes of the related resource, via 'self', 'count.index', or 'each.key'.\n\nReferences to other resources during the destroy phase can cause dependency cycles and interact poorly with create_before_destroy.";
      diagnostics.push(
        problem('destroy-provisioner', 'Invalid reference from destroy provisioner', detail, expression),
      );
      break;
    }
  }
  if (body.kind === 'body') for (const block of body.blocks) checkBody(block.body, diagnostics);
}
