import type { AttributeView, BlockView, Estate, ResourceView } from '../../kit/index.ts';

export type Direction = 'Inbound' | 'Outbound';

/** The rules that a group or a rule resource writes. */
export function rulesOf(resource: ResourceView): readonly BlockView[] {
  return resource.type === 'azurerm_network_security_group' ? resource.blocks('security_rule') : [resource];
}

/** Values of an argument that comes for one and for several: `source_address_prefix` and `source_address_prefixes`. */
export function valuesOf(rule: BlockView, names: readonly [string, string]): readonly AttributeView[] {
  const [one, several] = names.map((name) => rule.attribute(name));
  const values: AttributeView[] = [];
  if (one !== undefined && one.state !== 'absent' && one.text() !== '') values.push(one);
  if (several === undefined) return values;
  values.push(...several.items());
  if (several.state === 'unknown') values.push(several);
  return values;
}

/** Azure refuses groups with more rules; what they deny is left out of account, so that the time stays linear. */
const MAX_DENIALS = 1000;

/** The rules that deny, or may do so, of the group that a rule is in: inline ones and those of their own, wherever they stand. */
export function denialsBeside(resource: ResourceView): readonly BlockView[] {
  if (resource.type === 'azurerm_network_security_group') return denialsOf(resource);
  const name = resource.attribute('network_security_group_name');
  const group = name.refersTo('azurerm_network_security_group').found[0];
  if (group !== undefined) return denialsOf(group);
  const text = name.text();
  return text === undefined ? [] : limited(denialsByName(resource.estate).get(text) ?? []);
}

const DENIALS_OF_GROUP = new WeakMap<ResourceView, readonly BlockView[]>();

function denialsOf(group: ResourceView): readonly BlockView[] {
  let denials = DENIALS_OF_GROUP.get(group);
  if (denials !== undefined) return denials;
  const companions = group.relatedTo('azurerm_network_security_rule', 'network_security_group_name').found;
  denials = limited([...rulesOf(group), ...companions].filter(mayDeny));
  DENIALS_OF_GROUP.set(group, denials);
  return denials;
}

function limited(denials: readonly BlockView[]): readonly BlockView[] {
  return denials.length > MAX_DENIALS ? [] : denials;
}

/** Denying rules of groups that are not in the configuration, by the name of the group. */
const DENIALS = new WeakMap<Estate, ReadonlyMap<string, readonly BlockView[]>>();

function denialsByName(estate: Estate): ReadonlyMap<string, readonly BlockView[]> {
  const cached = DENIALS.get(estate);
  if (cached !== undefined) return cached;
  const byName = new Map<string, BlockView[]>();
  for (const rule of estate.resources('azurerm_network_security_rule')) {
    const name = rule.attribute('network_security_group_name').text();
    if (name === undefined || !mayDeny(rule)) continue;
    const list = byName.get(name);
    if (list === undefined) byName.set(name, [rule]);
    else list.push(rule);
  }
  DENIALS.set(estate, byName);
  return byName;
}

function mayDeny(rule: BlockView): boolean {
  const denies = rule.attribute('access').equals('Deny', true);
  return denies === 'true' || denies === 'unknown';
}
