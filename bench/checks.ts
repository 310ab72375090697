import { evaluateChecks, loadAllChecks } from '@tfwarden/checks';
import { memoryFileSystem, openRoot } from '@tfwarden/terraform';

const RESOURCES = 10_000;
const RUNS = 7;

/** What checks cost a scan that has none of their resources: one estate, judged by more and more checks. */
export async function run(): Promise<void> {
  const text = Array.from({ length: RESOURCES }, (_, i) => `resource "acme_thing" "t${i}" {\n  size = ${i}\n}\n`).join(
    '',
  );
  const all = await loadAllChecks();
  const ofTypes = all.filter((check) => check.resources.every((target) => target.includes('_')));
  console.log(`${RESOURCES} resources of a type that no check names.\n`);
  console.log('| checks | CPU of judging |');
  console.log('|---|---:|');
  for (const share of [0, 0.25, 0.5, 1]) {
    const checks = ofTypes.slice(0, Math.round(ofTypes.length * share));
    console.log(`| ${checks.length} of single types | ${measure(text, checks).toFixed(1)} ms |`);
  }
  console.log(`| all ${all.length}, with those that look at every resource | ${measure(text, all).toFixed(1)} ms |`);
}

function measure(text: string, checks: Parameters<typeof evaluateChecks>[1]): number {
  let best = Number.POSITIVE_INFINITY;
  for (let i = 0; i < RUNS; i++) {
    const evaluation = openRoot(memoryFileSystem({ 'main.tf': text }), '.');
    evaluation.resources();
    const before = process.cpuUsage();
    evaluateChecks(evaluation, checks);
    const { user, system } = process.cpuUsage(before);
    best = Math.min(best, (user + system) / 1000);
  }
  return best;
}
