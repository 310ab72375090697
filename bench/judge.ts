import { evaluateChecks, loadAllChecks } from '@tfwarden/checks';
import { memoryFileSystem, openRoot } from '@tfwarden/terraform';
import { choicesOf } from './estate/choices.ts';
import { cloudOf } from './estate/cloud.ts';
import { rootFolder } from './estate/root.ts';
import { MISTAKES } from './estate/write-estate.ts';

const RESOURCES = 2_000;

/**
 * One root judged by the first so many built-in checks of a shuffled list; prints a report with the number of findings.
 * `scale` runs this in processes of its own, as the command always runs all checks that apply.
 */
export async function run([count]: readonly string[]): Promise<void> {
  const all = await loadAllChecks();
  const order = new Map(all.map((check) => [check, choicesOf(check.id).between(0, 1_000_000)]));
  const checks = all.toSorted((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0)).slice(0, Number(count));
  const { files } = rootFolder('live/production/orders', cloudOf(0), [], RESOURCES, MISTAKES);
  const evaluation = openRoot(memoryFileSystem(Object.fromEntries(files)), '.');
  evaluation.resources();
  const { findings } = evaluateChecks(evaluation, checks);
  console.log(JSON.stringify({ summary: { counts: { failed: findings.length } } }));
}
