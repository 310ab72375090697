/** Changes are looked at when none came for so long: an editor writes a file in several steps, and a checkout writes hundreds of files. */
const QUIET_MS = 20;
/** Changes that do not come to rest are looked at after so long all the same. */
const MAX_WAIT_MS = 500;

/** Paths that changed and have not been looked at. */
export interface Changes {
  add(path: string): void;
  /** No more changes are waited for. */
  end(): void;
  /** Waits until something changed and things came to rest. @returns the paths, or undefined after `end` */
  next(): Promise<readonly string[] | undefined>;
}

/** @param pause  resolves after some milliseconds */
export function createChanges(pause: (ms: number) => Promise<void>): Changes {
  const waiting = new Set<string>();
  const state: { isEnded: boolean; arrivals: number; wake: (() => void) | undefined } = {
    isEnded: false,
    arrivals: 0,
    wake: undefined,
  };

  async function untilQuiet(): Promise<void> {
    for (let waitedMs = 0; waitedMs < MAX_WAIT_MS; waitedMs += QUIET_MS) {
      const before = state.arrivals;
      await pause(QUIET_MS);
      if (state.isEnded || state.arrivals === before) return;
    }
  }

  return {
    add(path) {
      waiting.add(path);
      state.arrivals++;
      state.wake?.();
    },
    end() {
      state.isEnded = true;
      state.wake?.();
    },
    async next() {
      if (waiting.size === 0 && !state.isEnded) {
        await new Promise<void>((resolve) => {
          state.wake = resolve;
        });
      }
      if (!state.isEnded) await untilQuiet();
      if (state.isEnded) return undefined;
      const paths = [...waiting];
      waiting.clear();
      return paths;
    },
  };
}
