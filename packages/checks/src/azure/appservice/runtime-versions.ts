import type { Answer, AttributeView } from '../../kit/index.ts';

/** Languages with a published end of life. */
export type Runtime = 'PHP' | 'Python';

/** `[major, minor]`. */
type Version = readonly [number, number];

/**
 * The oldest version of each language that still gets security fixes, as of November 2026.
 * PHP: https://www.php.net/supported-versions.php (8.1 ended in December 2025).
 * Python: https://devguide.python.org/versions/ (3.10 ended in October 2026).
 */
const OLDEST_SUPPORTED: Readonly<Record<Runtime, Version>> = { PHP: [8, 2], Python: [3, 11] };

/**
 * Whether a version is older than the oldest supported one. `7.4`, `7.4.33` and the number 7.4 are versions, `Off` and `~8` are not.
 * @returns `false` when no version is written
 */
export function isOutdated(version: AttributeView, runtime: Runtime): Answer {
  const answer = version.matches((text) => {
    const written = /^([0-9]{1,3})(?:\.([0-9]{1,3}))?(?:\.|$)/.exec(text.trim());
    if (written === null) return false;
    const [major, minor] = OLDEST_SUPPORTED[runtime];
    const own = Number(written[1]);
    // `8` alone stands for the newest 8.x.
    return own < major || (own === major && written[2] !== undefined && Number(written[2]) < minor);
  });
  return answer === 'absent' ? 'false' : answer;
}
