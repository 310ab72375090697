import type { Check, CheckSpec } from './check.ts';
import type { MessageTexts } from './report.ts';

/**
 * Declares a check. Message ids in `examples` and in `report.fail` are checked by the compiler against `messages`, and so are
 * the placeholders of each message.
 * @throws when the id has no provider and service; a bug of the check
 */
export function defineCheck<const T extends MessageTexts>(spec: CheckSpec<T>): Check {
  const provider = spec.id.slice(0, spec.id.indexOf('-'));
  const resources = typeof spec.resource === 'string' ? [spec.resource] : spec.resource;
  return {
    ...spec,
    provider,
    service: serviceOf(spec.id, provider),
    status: spec.status ?? 'stable',
    reason: spec.reason,
    resources,
    sharedAliases: spec.sharedAliases ?? [],
    get examples() {
      return spec.examples();
    },
    get good() {
      return spec.good();
    },
    evaluate: (resource, report) => spec.evaluate(resource, report),
  };
}

/** Services whose names hold a hyphen; every other service is the second word of the id. */
const HYPHENATED_SERVICES: readonly string[] = ['api-gateway', 'elastic-search', 'security-center'];

function serviceOf(id: string, provider: string): string {
  const rest = id.slice(provider.length + 1);
  const hyphenated = HYPHENATED_SERVICES.find((service) => rest.startsWith(`${service}-`));
  const service = hyphenated ?? rest.slice(0, Math.max(0, rest.indexOf('-')));
  if (provider === '' || service === '') throw new Error(`the id ${id} needs a provider, a service and a rule`);
  return service;
}
