import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from './temporary-folder.ts';

// The bundle that `npm install` makes, started by this Node; see docs/decisions/0007-code-cache.md.
const PROGRAM = fileURLToPath(new URL('../bin/tfwarden.cjs', import.meta.url));
const TABLE = 'resource "aws_dynamodb_table" "orders" {\n  hash_key = "id"\n}\n';

describe('the code cache', () => {
  test('is made by the first run and changes no output', () => {
    const { cacheHome, scan } = surroundings();
    const first = scan();
    expect(first).toContain('aws-dynamodb-enable-recovery');
    const [cache = ''] = cachesIn(cacheHome);
    const made = stampOf(cache);
    expect(scan()).toBe(first);
    expect(stampOf(cache)).toBe(made);
    expect(cachesIn(cacheHome)).toHaveLength(1);
  });

  test('is not needed: it may be damaged, cut off, or impossible to write', () => {
    const { cacheHome, scan } = surroundings();
    const expected = scan();
    for (const path of cachesIn(cacheHome)) {
      const whole = readFileSync(path);
      for (const damaged of [Buffer.alloc(0), whole.subarray(0, 100), Buffer.alloc(whole.length, 7)]) {
        writeFileSync(path, damaged);
        expect(scan()).toBe(expected);
      }
      // The run that met the damage wrote it anew.
      expect(readFileSync(path).length).toBeGreaterThan(100_000);
    }
    expect(scan('/proc/self/nothing')).toBe(expected);
  });

  test('of another command makes way for that of a scan', () => {
    const { cacheHome, scan, run } = surroundings();
    run(['checks']);
    const [cache = ''] = cachesIn(cacheHome);
    const ofChecks = stampOf(cache);
    scan();
    const ofScan = stampOf(cache);
    expect(ofScan).not.toBe(ofChecks);
    run(['checks']);
    expect(stampOf(cache)).toBe(ofScan);
  });

  test('of a scan of many files is apart from that of few', () => {
    const { cacheHome, scan, run } = surroundings();
    const few = scan();
    const files = Array.from({ length: 31 }, (_, i) => [`part-${i}.tf`, TABLE.replace('orders', `orders_${i}`)]);
    const many = temporaryFolder(Object.fromEntries(files));
    const first = run([many]);
    expect(first).toContain('62 findings');
    expect(run([many])).toBe(first);
    expect(scan()).toBe(few);
    expect(cachesIn(cacheHome)).toHaveLength(2);
  });

  test('is for work only: --version, --help and mistakes leave none', () => {
    const { cacheHome, run } = surroundings();
    for (const args of [['--version'], ['--help'], ['--no-such-flag'], ['help', 'checks']]) run(args);
    expect(cachesIn(cacheHome)).toEqual([]);
  });
});

// Streams, sockets, threads and digests cost 1.5 to 3 ms each: a tenth of a small scan.
test('a small scan loads next to nothing of Node', () => {
  const hook = temporaryFolder({
    'list.cjs': `const before = new Set(process.moduleLoadList);
      process.on('exit', () => {
        const added = process.moduleLoadList.filter((name) => name.startsWith('NativeModule ') && !before.has(name));
        require('node:fs').writeSync(2, added.map((name) => name.slice('NativeModule '.length)).sort().join(' '));
      });`,
  });
  const { cacheHome, scan } = surroundings();
  scan();
  const { stderr } = spawnSync(process.execPath, ['--require', join(hook, 'list.cjs'), PROGRAM], {
    cwd: temporaryFolder({ 'main.tf': TABLE }),
    env: { XDG_CACHE_HOME: cacheHome },
    encoding: 'utf8',
  });
  expect(stderr).toBe('os vm');
});

interface Surroundings {
  readonly cacheHome: string;
  /** @returns standard output */
  readonly run: (args: readonly string[], cacheHome?: string) => string;
  /** Scans one table. */
  readonly scan: (cacheHome?: string) => string;
}

function surroundings(): Surroundings {
  const cacheHome = temporaryFolder();
  const cwd = temporaryFolder({ 'main.tf': TABLE });
  const run = (args: readonly string[], home = cacheHome): string => {
    const env = { XDG_CACHE_HOME: home };
    const { stdout, stderr } = spawnSync(process.execPath, [PROGRAM, ...args], { cwd, env, encoding: 'utf8' });
    if (!args.includes('--no-such-flag')) expect(stderr).toBe('');
    return stdout;
  };
  return { cacheHome, run, scan: (home) => run([], home) };
}

function cachesIn(cacheHome: string): readonly string[] {
  const folder = join(cacheHome, 'tfwarden');
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())
    .toSorted();
}

function stampOf(path: string): string {
  const { mtimeMs, size, ino } = statSync(path);
  return `${ino} ${mtimeMs} ${size}`;
}
