import { referencesIn } from '@tfwarden/hcl';
import type { AttributeView } from '../../kit/index.ts';
import { isSensitiveName } from '../../kit/index.ts';

/** Where the value of a local comes from. */
export type SecretSource =
  /** It is written here, or in a place whose name gives nothing away. */
  | 'here'
  /** It is that of a variable or local with a telling name, which is reported itself. */
  | 'reported'
  /** It is an attribute of a resource: a name or an id rather than a secret that stands in the code. */
  | 'resource';

/** Where a known value comes from, by the references in its expression. */
export function sourceOf(attribute: AttributeView): SecretSource {
  const references = attribute.expression === undefined ? [] : referencesIn(attribute.expression);
  let source: SecretSource = 'here';
  for (const { root, steps } of references) {
    if (root.name !== 'var' && root.name !== 'local') return 'resource';
    const first = steps[0];
    if (first?.kind === 'attributeStep' && isSensitiveName(first.name)) source = 'reported';
  }
  return source;
}
