import type { Config } from '../../configuration/config.ts';
import type { Invocation } from '../run.ts';
import { Merged } from '../scan-settings.ts';

/** More than this is a slip of the pen. */
const MOST = 256;

/** @returns how many threads the person wants, undefined for as many as there are cores and work; or a problem as one line */
export function threadsAskedFor({ values }: Invocation): number | undefined | string {
  if (values.isOn('single-thread')) return 1;
  const text = values.text('threads');
  if (text === undefined) return undefined;
  const count = /^\d+$/.test(text) ? Number(text) : 0;
  return count >= 1 && count <= MOST
    ? count
    : `expected \`--threads\` to be a number from 1 to ${MOST}, found \`${text}\``;
}

/** Whether a scan cannot be prepared several times: it runs code of the user, fetches something, or is to end at the first defect. */
export function isForOneThread({ values }: Invocation, config: Config): boolean {
  return (
    new Merged(values).isOn('typed-checks', config.typed_checks) ||
    values.isOn('allow-checks-to-panic') ||
    ['config-file-url', 'custom-check-url'].some((flag) => values.isGiven(flag))
  );
}
