import type { ResourceView } from '../../kit/index.ts';

/** Where an instance gets what it does not say itself: a template in the configuration, one that is not known, or none. */
export type LaunchTemplate = ResourceView | 'unknown' | 'none';

/** The launch template that an instance names, by id or by name. */
export function launchTemplateOf(instance: ResourceView): LaunchTemplate {
  if (instance.mayHaveBlock('launch_template') === 'false') return 'none';
  for (const name of ['launch_template.id', 'launch_template.name']) {
    const reference = instance.attribute(name);
    const related = reference.refersTo('aws_launch_template');
    const template = related.found[0];
    if (template !== undefined) return template;
    if (related.answer === 'unknown' || reference.isSet() !== 'false') return 'unknown';
  }
  return 'none';
}
