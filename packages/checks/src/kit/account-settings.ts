import type { Estate } from './estate.ts';
import type { Answer, Truth } from './truth.ts';
import { anyOf } from './truth.ts';
import type { ResourceView } from './view.ts';

/** An account, project or region has one such setting, and a root speaks of a few of those. Of more nobody can say which of them is meant. */
const MAX_SETTINGS = 100;

/**
 * Asks the resources that decide something for a whole account, project or region: the default encryption of disks, a trail, an audit config. Each
 * resource that is judged asks all of them, so that their number has to have an end.
 * @param type  as for `Estate.resources`
 */
export function anySetting(estate: Estate, type: string, question: (setting: ResourceView) => Truth): Answer {
  const settings = estate.resources(type);
  return settings.length > MAX_SETTINGS ? 'unknown' : anyOf(settings.map(question));
}
