import type { Range } from '@tfwarden/hcl';

/** A JSON or YAML document with the place of every piece, so that mistakes can be shown where they are. */
export type DataNode = DataObject | DataArray | DataScalar;

export interface DataObject extends Range {
  readonly kind: 'object';
  /** In written order; of a name that is written twice the last one. */
  readonly members: readonly DataMember[];
  /** Members that a later one of the same name replaces. */
  readonly replaced?: readonly DataMember[];
}

export interface DataMember {
  readonly name: string;
  readonly nameRange: Range;
  readonly value: DataNode;
}

export interface DataArray extends Range {
  readonly kind: 'array';
  readonly items: readonly DataNode[];
}

export interface DataScalar extends Range {
  readonly kind: 'scalar';
  readonly value: string | number | boolean | null;
}

/** Values that aliases may expand to in all; more is an attack. */
const MAX_VALUES = 100_000;

/** @returns the document as plain JavaScript; undefined when it expands to more than the limit */
export function toPlain(node: DataNode): unknown {
  const budget = { left: MAX_VALUES };
  const value = plain(node, budget);
  return budget.left < 0 ? undefined : value;
}

function plain(node: DataNode, budget: { left: number }): unknown {
  budget.left--;
  if (budget.left < 0) return undefined;
  switch (node.kind) {
    case 'scalar':
      return node.value;
    case 'array':
      return node.items.map((item) => plain(item, budget));
    case 'object': {
      const entries = node.members.map((member) => [member.name, plain(member.value, budget)] as const);
      // `fromEntries` makes own properties, also of `__proto__`.
      return Object.fromEntries(entries);
    }
  }
}

export function memberOf(node: DataNode, name: string): DataMember | undefined {
  return node.kind === 'object' ? node.members.find((member) => member.name === name) : undefined;
}

/** Members, at any depth, that a later one of the same name replaces. */
export function replacedMembers(node: DataNode): readonly DataMember[] {
  const found: DataMember[] = [];
  // What aliases share is looked at once.
  const seen = new Set<DataNode>();
  const pending: DataNode[] = [node];
  for (let at = pending.pop(); at !== undefined; at = pending.pop()) {
    if (at.kind === 'scalar' || seen.has(at)) continue;
    seen.add(at);
    if (at.kind === 'array') {
      pending.push(...at.items);
      continue;
    }
    found.push(...(at.replaced ?? []));
    for (const member of at.members) pending.push(member.value);
  }
  return found;
}

/** The piece at a path of keys and indexes; the nearest piece above it when the path leads nowhere. */
export function nodeAt(node: DataNode, path: readonly (string | number)[]): DataNode {
  let at = node;
  for (const step of path) {
    const next: DataNode | undefined =
      typeof step === 'number' ? (at.kind === 'array' ? at.items[step] : undefined) : memberOf(at, step)?.value;
    if (next === undefined) return at;
    at = next;
  }
  return at;
}
