import { expect, it } from 'vitest';
import { majorsWithPath } from '../../testing/schemas/find-path.ts';
import { RENAMED_ARGUMENTS } from './renamed-arguments.ts';

const cases = RENAMED_ARGUMENTS.flatMap((entry) =>
  entry.resources.flatMap((resource) => entry.within.map((within) => ({ ...entry, resource, within }))),
);

it.each(cases)('$resource: $within.$formerly ends with major $until', ({ resource, within, name, formerly, until }) => {
  const prefix = within === '' ? '' : `${within}.`;
  const majors = majorsWithPath(resource, prefix + formerly) ?? [];
  expect(majors.filter((major) => Number(major) > until)).toEqual([]);
  // A node pool has no pools of its own.
  if (majorsWithPath(resource, within)?.length === 0 && within !== '') return;
  expect(majors).toContain(String(until));
  if (name !== undefined) expect(majorsWithPath(resource, prefix + name)).toContain('6');
});
