import type { Evaluation } from '@tfwarden/terraform';

/** What a root has for checks to look at. */
export interface Occurring {
  /** As checks name what they look at: `aws_s3_bucket`, `data.aws_ami`, `provider.aws`, `*`, `variable`. */
  readonly targets: ReadonlySet<string>;
  /** Providers of the catalogue whose resources or configurations occur; `general` is always one of them. */
  readonly providers: ReadonlySet<string>;
}

/** Providers of the catalogue by the first word of the resource types they check. */
const PROVIDER_BY_PREFIX: ReadonlyMap<string, string> = new Map([
  ['aws', 'aws'],
  ['azuread', 'azure'],
  ['azurerm', 'azure'],
  ['cloudstack', 'cloudstack'],
  ['digitalocean', 'digitalocean'],
  ['github', 'github'],
  ['google', 'google'],
  ['kubernetes', 'kubernetes'],
  ['nifcloud', 'nifcloud'],
  ['opc', 'oracle'],
  ['openstack', 'openstack'],
]);

/** Which checks a root calls for: those of a provider that occurs, if something that they look at occurs. */
export function occurringIn(evaluation: Evaluation): Occurring {
  const targets = new Set<string>();
  const providers = new Set(['general']);
  const addProvider = (type: string): void => {
    const end = type.indexOf('_');
    const provider = PROVIDER_BY_PREFIX.get(end < 0 ? type : type.slice(0, end));
    if (provider !== undefined) providers.add(provider);
  };
  for (const { mode, type } of evaluation.resources()) {
    const isManaged = mode === 'managed';
    const target = isManaged ? type : `${mode}.${type}`;
    if (targets.has(target)) continue;
    targets.add(target).add(isManaged ? '*' : `${mode}.*`);
    addProvider(type);
  }
  for (const module of evaluation.modules()) {
    for (const { type } of module.providers) {
      targets.add(`provider.${type}`).add('provider.*');
      addProvider(type);
    }
    if (module.call !== undefined) targets.add('module');
    if (!targets.has('variable') && module.variables.size > 0) targets.add('variable');
    if (!targets.has('local') && module.locals.size > 0) targets.add('local');
    if (!targets.has('output') && module.outputs.size > 0) targets.add('output');
  }
  return { targets, providers };
}
