import type { OutputStream } from './io.ts';

/**
 * The one place that decides about colour: the flag, then NO_COLOR, FORCE_COLOR, a terminal that cannot, and last whether the stream is a
 * terminal.
 * @see https://no-color.org
 */
export function wantsColour(
  stream: OutputStream,
  env: Readonly<Record<string, string | undefined>>,
  isOff: boolean,
): boolean {
  if (isOff) return false;
  if (env['NO_COLOR'] !== undefined && env['NO_COLOR'] !== '') return false;
  const forced = env['FORCE_COLOR'];
  if (forced !== undefined && forced !== '') return forced !== '0' && forced !== 'false';
  if (env['TERM'] === 'dumb') return false;
  return stream.isTerminal;
}
