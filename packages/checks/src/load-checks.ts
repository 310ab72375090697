import { CHECKS_OF_TARGET, LOADERS, OFF_BY_DEFAULT } from './catalogue.ts';
import type { Check } from './kit/check.ts';
import type { Occurring } from './occurring.ts';

/** Providers that have checks, sorted. */
export const PROVIDERS: readonly string[] = [...new Set(Object.keys(LOADERS).map(providerOf))];

/**
 * Loads the checks that have something to look at, in the order of their ids; nothing of the others is loaded. The same checks are always the same list.
 * @param options.withOptional  also those that are not `stable`
 */
export function loadChecks(
  occurring: Occurring,
  options: { readonly withOptional: boolean },
): Promise<readonly Check[]> {
  const wanted = new Set<string>();
  for (const [target, ids] of Object.entries(CHECKS_OF_TARGET)) {
    if (!occurring.targets.has(target)) continue;
    for (const id of ids) {
      if (occurring.providers.has(providerOf(id)) && (options.withOptional || !OFF_BY_DEFAULT.has(id))) wanted.add(id);
    }
  }
  const ids = [...wanted].toSorted();
  const key = ids.join();
  let checks = LISTS.get(key);
  if (checks === undefined) LISTS.set(key, (checks = loadChecksOf(ids)));
  return checks;
}

const LISTS = new Map<string, Promise<readonly Check[]>>();

/** Loads the checks with these ids, in the order given. Ids that no check has are left out. */
export async function loadChecksOf(ids: readonly string[]): Promise<readonly Check[]> {
  const loading: Promise<{ readonly default: Check }>[] = [];
  for (const id of ids) {
    // Ids may come from people: `constructor` is no check.
    const load = Object.hasOwn(LOADERS, id) ? LOADERS[id] : undefined;
    if (load !== undefined) loading.push(load());
  }
  return (await Promise.all(loading)).map((module) => module.default);
}

/** Loads every check, whatever its status, in the order of ids. */
export function loadAllChecks(): Promise<readonly Check[]> {
  return loadChecksOf(Object.keys(LOADERS));
}

function providerOf(id: string): string {
  return id.slice(0, id.indexOf('-'));
}
