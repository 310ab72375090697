import type { Config } from '../../configuration/config.ts';
import type { Invocation } from '../run.ts';
import { Merged } from '../scan-settings.ts';

/** More threads than this wait for memory more than they gain. */
const MAX_THREADS = 8;
/**
 * Cores that V8 keeps busy with collecting garbage and compiling, beside threads that scan: on two cores a second thread gains at most a tenth of the time, for half
 * as much memory again. See docs/decisions/0010-roots-in-threads.md.
 */
const CORES_OF_V8 = 1;
/** So many bytes of configuration are worth one more thread. */
const BYTES_PER_THREAD = 500_000;

/** @returns how many threads scan, the main thread included, where the person does not say: at least 1 */
export function threadsFor(bytes: number, cores: number = Infinity): number {
  return Math.max(1, Math.min(1 + Math.floor(bytes / BYTES_PER_THREAD), cores - CORES_OF_V8, MAX_THREADS));
}

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
