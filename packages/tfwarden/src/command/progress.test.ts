import { expect, test } from 'vitest';
import type { Io } from './io.ts';
import { createProgress } from './progress.ts';

/** Writes of a run of the length given. */
function writes(lengthMs: number, isTerminal: boolean, env: Readonly<Record<string, string>> = {}): readonly string[] {
  const written: string[] = [];
  let now = 0;
  const stream = { write: (text: string) => void written.push(text), isTerminal, columns: 30 };
  const io: Io = { cwd: '/', env, stdout: stream, stderr: stream, readInput: () => '', now: () => new Date(now) };
  const progress = createProgress(io, false);
  for (let done = 0; done < 3; done++) {
    progress.show(done, 3, 'live/production/network/with/a/long/name');
    now += lengthMs / 3;
  }
  progress.end();
  return written;
}

test('a long run shows where it is, within the width, and cleans up', () => {
  expect(writes(3000, true)).toEqual([
    '\r\u001b[Kscanning 2 of 3: live/product',
    '\r\u001b[Kscanning 3 of 3: live/product',
    '\r\u001b[K',
  ]);
});

test('short runs, pipes and pipelines are silent', () => {
  expect(writes(300, true)).toEqual([]);
  expect(writes(3000, false)).toEqual([]);
  expect(writes(3000, true, { CI: 'true' })).toEqual([]);
});
