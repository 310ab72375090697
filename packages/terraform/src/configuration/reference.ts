import type { Diagnostic, IndexStep, Range, ScopeTraversal, TraversalStep, Value } from '@tfwarden/hcl';
import { rangeBetween } from '@tfwarden/hcl';
import { problem } from './problem.ts';

/** What a traversal of an expression refers to, read from its syntax alone. */
export type Reference =
  | NameReference
  | ModuleReference
  | ResourceReference
  | { readonly kind: 'self'; readonly range: Range; readonly stepsUsed: 0 }
  | { readonly kind: 'invalid'; readonly diagnostic: Diagnostic };

/** `var.x`, `local.x`, `each.key`, `count.index`, `path.module`, `terraform.workspace`. */
export interface NameReference {
  readonly kind: 'var' | 'local' | 'each' | 'count' | 'path' | 'terraform';
  readonly name: string;
  readonly range: Range;
  readonly stepsUsed: 1;
}

export interface ModuleReference {
  readonly kind: 'module';
  readonly name: string;
  /** The constant index behind the name. */
  readonly key: string | number | undefined;
  /** The attribute behind the name or index. */
  readonly output: string | undefined;
  readonly range: Range;
  readonly stepsUsed: number;
}

export interface ResourceReference {
  readonly kind: 'resource';
  readonly mode: 'managed' | 'data' | 'ephemeral';
  readonly type: string;
  readonly name: string;
  readonly key: string | number | undefined;
  /** The attribute or block type behind the name or index. */
  readonly attribute: string | undefined;
  /** Up to the index, without the attribute: what Terraform's messages point to. */
  readonly range: Range;
  /** Steps up to the index, without the attribute. */
  readonly stepsUsed: number;
}

/**
 * Reads what a traversal refers to, as Terraform's `addrs.ParseRef` does (1.11.4). Read once per traversal.
 */
export function parseReference(traversal: ScopeTraversal): Reference {
  let reference = KNOWN.get(traversal);
  if (reference === undefined) {
    reference = read(traversal);
    KNOWN.set(traversal, reference);
  }
  return reference;
}

const KNOWN = new WeakMap<ScopeTraversal, Reference>();

const RESERVED: ReadonlySet<string> = new Set(['template', 'lazy', 'arg']);

function read(traversal: ScopeTraversal): Reference {
  const root = traversal.root.name;
  switch (root) {
    case 'var':
    case 'local':
    case 'each':
    case 'count':
    case 'path':
    case 'terraform':
      return readName(root, traversal);
    case 'tofu':
      // OpenTofu's name for the same object; a resource type cannot be called so in practice.
      return readName('terraform', traversal);
    case 'module':
      return readModule(traversal);
    case 'self':
      return { kind: 'self', range: traversal.root, stepsUsed: 0 };
    case 'data':
    case 'ephemeral':
      return readPrefixed(root, root, traversal);
    case 'resource':
      return readPrefixed('managed', root, traversal);
    default:
      if (RESERVED.has(root)) {
        return invalid(
          'Reserved symbol name',
          `The symbol name "${root}" is reserved for use in a future Terraform version. If you are using a provider that already uses this as a resource type name, add the prefix "resource." to force interpretation as a resource type name.`,
          traversal.root,
        );
      }
      return readResource('managed', root, traversal, 0);
  }
}

function readName(kind: NameReference['kind'], traversal: ScopeTraversal): Reference {
  const step = traversal.steps[0];
  if (step?.kind === 'attributeStep') {
    return { kind, name: step.name, range: rangeBetween(traversal.root, step), stepsUsed: 1 };
  }
  return notDirect(traversal, step);
}

function notDirect(traversal: ScopeTraversal, step: TraversalStep | undefined): Reference {
  const root = traversal.root.name;
  if (step === undefined) {
    return invalid(
      'Invalid reference',
      `The "${root}" object cannot be accessed directly. Instead, access one of its attributes.`,
      traversal.root,
    );
  }
  return invalid('Invalid reference', `The "${root}" object does not support this operation.`, step);
}

function readModule(traversal: ScopeTraversal): Reference {
  const [nameStep, second, third] = traversal.steps;
  if (nameStep?.kind !== 'attributeStep') return notDirect(traversal, nameStep);
  const name = nameStep.name;
  const callRange = rangeBetween(traversal.root, nameStep);
  if (second === undefined) {
    return { kind: 'module', name, key: undefined, output: undefined, range: callRange, stepsUsed: 1 };
  }
  if (second.kind === 'attributeStep') {
    const range = rangeBetween(callRange, second);
    return { kind: 'module', name, key: undefined, output: second.name, range, stepsUsed: 2 };
  }
  const key = readKey(second, 'module');
  if (typeof key === 'object') return key;
  if (third === undefined) {
    return { kind: 'module', name, key, output: undefined, range: rangeBetween(callRange, second), stepsUsed: 2 };
  }
  if (third.kind === 'attributeStep') {
    return { kind: 'module', name, key, output: third.name, range: rangeBetween(callRange, third), stepsUsed: 3 };
  }
  return invalid('Invalid reference', 'Module instance objects do not support this operation.', third);
}

function readPrefixed(mode: ResourceReference['mode'], root: string, traversal: ScopeTraversal): Reference {
  if (traversal.steps.length < 2) {
    return invalid('Invalid reference', PREFIX_DETAILS[mode], traversal);
  }
  const step = traversal.steps[0];
  if (step?.kind !== 'attributeStep') {
    return invalid('Invalid reference', `The "${root}" object does not support this operation.`, step ?? traversal);
  }
  return readResource(mode, step.name, traversal, 1);
}

const PREFIX_DETAILS: Readonly<Record<ResourceReference['mode'], string>> = {
  data: 'The "data" object must be followed by two attribute names: the data source type and the resource name.',
  managed: 'The "resource" object must be followed by two attribute names: the resource type and the resource name.',
  ephemeral:
    'The "ephemeral" object must be followed by two attribute names: the ephemeral resource type and the resource name.',
};

const TYPE_WORDS: Readonly<Record<ResourceReference['mode'], string>> = {
  data: 'a data source',
  managed: 'a resource type',
  ephemeral: 'an ephemeral resource type',
};

/** @param first index of the step with the resource's name */
function readResource(
  mode: ResourceReference['mode'],
  type: string,
  traversal: ScopeTraversal,
  first: number,
): Reference {
  const nameStep = traversal.steps[first];
  if (nameStep?.kind !== 'attributeStep') {
    const detail = `A reference to ${nameStep === undefined ? 'a resource type' : TYPE_WORDS[mode]} must be followed by at least one attribute access, specifying the resource name.`;
    return invalid('Invalid reference', detail, nameStep ?? traversal);
  }
  const name = nameStep.name;
  let range: Range = rangeBetween(traversal.root, nameStep);
  let stepsUsed = first + 1;
  let key: string | number | undefined;
  const keyStep = traversal.steps[stepsUsed];
  if (keyStep?.kind === 'indexStep') {
    const found = readKey(keyStep, 'resource');
    if (typeof found === 'object') return found;
    key = found;
    range = rangeBetween(range, keyStep);
    stepsUsed++;
  }
  const attributeStep = traversal.steps[stepsUsed];
  const attribute = attributeStep?.kind === 'attributeStep' ? attributeStep.name : undefined;
  return { kind: 'resource', mode, type, name, key, attribute, range, stepsUsed };
}

/** The words of cty for an index that is no integer. */
const WHOLE_NUMBER = 'value must be a whole number, between -9223372036854775808 and 9223372036854775807';

function readKey(step: IndexStep, what: 'module' | 'resource'): string | number | Reference {
  const key: Value = step.key;
  if (key.kind === 'string') return key.value;
  if (key.kind === 'number') {
    if (typeof key.value === 'number') return key.value;
    return invalid('Invalid index key', `Invalid index for ${what} instance: ${WHOLE_NUMBER}.`, step);
  }
  return invalid(
    'Invalid index key',
    `Invalid index for ${what} instance: either a string or an integer is required.`,
    step,
  );
}

function invalid(summary: string, detail: string, subject: Range): Reference {
  const name = summary === 'Invalid index key' ? 'invalid-index-key' : 'invalid-reference';
  return { kind: 'invalid', diagnostic: problem(name, summary, detail, subject) };
}
