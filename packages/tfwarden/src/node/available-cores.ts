import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';

/** How many threads can run at the same time: cores that the process may use, and no more than the container pays for. At least 1. */
export function availableCores(): number {
  return Math.max(1, Math.min(availableParallelism(), coresOfContainer()));
}

/** The quota of a control group, which Node 20 does not see: `200000 100000` is two cores, `max 100000` is no limit. */
function coresOfContainer(): number {
  let text: string;
  try {
    text = readFileSync('/sys/fs/cgroup/cpu.max', 'utf8');
  } catch {
    return Infinity;
  }
  const [quota, period] = text.trim().split(' ').map(Number);
  return quota === undefined || period === undefined || !(quota > 0) ? Infinity : Math.ceil(quota / period);
}
