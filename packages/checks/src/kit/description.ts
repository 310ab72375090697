import type { AttributeView } from './view.ts';

/** What Terraform writes when nobody says anything. */
const STANDARD_TEXT = 'Managed by Terraform';

/** Whether a description tells its readers something. `standard`: it is the text that Terraform fills in. */
export type DescriptionVerdict = 'told' | 'missing' | 'standard' | 'unknown';

/** Judges a `description`; a reference to another resource, and a text that is known in part, tell something. */
export function judgeDescription(description: AttributeView): DescriptionVerdict {
  switch (description.matches((text) => text.trim() === '')) {
    case 'absent':
    case 'true':
      return 'missing';
    case 'false':
      return description.equals(STANDARD_TEXT) === 'true' ? 'standard' : 'told';
    case 'unknown':
      return description.isSet() === 'true' ? 'told' : 'unknown';
  }
}
