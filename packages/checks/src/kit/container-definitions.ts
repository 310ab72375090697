import type { DocumentNode, DocumentObject, DocumentText } from './document/document.ts';
import { documentOf } from './document/document-of.ts';
import type { AttributeView } from './view.ts';

/** The containers of a task definition: JSON in `container_definitions`. */
export interface ContainerDefinitions {
  readonly state: 'known' | 'unknown' | 'absent' | 'invalid';
  readonly containers: readonly Container[];
}

export interface Container {
  readonly definition: DocumentObject;
  readonly name: string | undefined;
  readonly environment: readonly EnvironmentVariable[];
}

/** One `{ name, value }` of a container's environment. */
export interface EnvironmentVariable {
  readonly name: DocumentText;
  /** Undefined when it is missing, or no text is known to be there. */
  readonly value: DocumentNode | undefined;
}

/** Reads container definitions, each variable at its own place; members are found without case, as ECS finds them. */
export function containersOf(attribute: AttributeView): ContainerDefinitions {
  const document = documentOf(attribute);
  if (document.state !== 'known') return { state: document.state, containers: [] };
  const { root } = document;
  const nodes = root.kind === 'array' ? root.items : [root];
  const containers = nodes.flatMap((node) => (node.kind === 'object' ? [containerOf(node)] : []));
  const isUnknown = containers.length === 0 && nodes.some((node) => node.kind === 'unknown');
  return { state: isUnknown ? 'unknown' : 'known', containers };
}

/** A member of a JSON object, its name compared without case. */
export function memberOf(object: DocumentObject, name: string): DocumentNode | undefined {
  const exact = object.members.get(name);
  if (exact !== undefined) return exact;
  for (const [key, member] of object.members) if (key.toLowerCase() === name.toLowerCase()) return member;
  return undefined;
}

function containerOf(definition: DocumentObject): Container {
  const name = memberOf(definition, 'name');
  const list = memberOf(definition, 'environment');
  const environment: EnvironmentVariable[] = [];
  for (const item of list?.kind === 'array' ? list.items : []) {
    if (item.kind !== 'object') continue;
    const variable = memberOf(item, 'name');
    if (variable?.kind === 'text') environment.push({ name: variable, value: memberOf(item, 'value') });
  }
  return { definition, name: name?.kind === 'text' ? name.text : undefined, environment };
}
