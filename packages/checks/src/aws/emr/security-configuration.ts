import type { Answer, AttributeView, DocumentNode, Place } from '../../kit/index.ts';
import { answerOf, documentOf } from '../../kit/index.ts';

/** A member of a security configuration, as far as the code tells. */
export interface Setting {
  /** `absent`: the member, or something on the way to it, is not written. */
  readonly state: 'known' | 'unknown' | 'absent';
  readonly node: DocumentNode | undefined;
  /** The member, or the innermost object that should have it. */
  readonly at: Place;
}

/**
 * Finds a member of the JSON document of an `aws_emr_security_configuration`.
 * @returns undefined when there is no document, or the text is not JSON: EMR would refuse it
 */
export function settingOf(configuration: AttributeView, path: readonly string[]): Setting | undefined {
  const document = documentOf(configuration);
  if (document.state === 'absent' || document.state === 'invalid') return undefined;
  if (document.state === 'unknown') return { state: 'unknown', node: undefined, at: configuration };
  let node = document.root;
  for (const step of path) {
    if (node.kind === 'unknown') return { state: 'unknown', node: undefined, at: node };
    if (node.kind !== 'object') return { state: 'absent', node: undefined, at: node };
    const member = node.members.get(step);
    if (member === undefined) {
      return { state: node.hasUnknownNames ? 'unknown' : 'absent', node: undefined, at: node };
    }
    node = member;
  }
  return { state: node.kind === 'unknown' ? 'unknown' : 'known', node, at: node };
}

/** Whether a setting is switched on; a missing one is off. */
export function isOn(setting: Setting): Answer {
  if (setting.state === 'unknown') return 'unknown';
  const { node } = setting;
  if (node?.kind === 'text') return node.text === undefined ? 'unknown' : answerOf(node.text.toLowerCase() === 'true');
  return answerOf(node?.kind === 'scalar' && node.value === true);
}
