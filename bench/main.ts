import { fail } from 'node:assert';

/** The benchmarks by name; each is a module with `run(args)`. */
const BENCHMARKS: Readonly<Record<string, () => Promise<{ run(args: readonly string[]): Promise<void> | void }>>> = {
  judge: () => import('./judge.ts'),
  parse: () => import('./parse.ts'),
  peers: () => import('./peers.ts'),
  check: () => import('./check.ts'),
  checks: () => import('./checks.ts'),
  estate: () => import('./estate.ts'),
  evaluate: () => import('./evaluate.ts'),
  startup: () => import('./startup.ts'),
  executable: () => import('./executable.ts'),
  incremental: () => import('./incremental.ts'),
  scale: () => import('./scale.ts'),
  throughput: () => import('./throughput.ts'),
};

const [name, ...args] = process.argv.slice(2);
const load = name === undefined ? undefined : BENCHMARKS[name];
if (load === undefined) fail(`usage: npm run bench -- ${Object.keys(BENCHMARKS).join(' | ')}`);
const benchmark = await load();
await benchmark.run(args);
