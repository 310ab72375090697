import type { Expression, Origin, OriginSubject, ScopeTraversal, Value } from '@tfwarden/hcl';
import type { Lookup, Related } from './estate.ts';
import type { EstateIndex } from './estate-index.ts';
import { withoutParentheses } from './expression-part.ts';
import { textOf } from './known-value.ts';
import { TopLevelView } from './resource-view.ts';
import { isSameText } from './same-text.ts';
import type { AttributeView, ResourceView } from './view.ts';

/**
 * Finds the resources of a type that a value refers to: by reference (also when the value itself is known), or by name in plain text.
 * @param type with its prefix: `data.aws_iam_policy_document`
 */
export function findReferred(view: AttributeView, type: string, lookup: Lookup = {}): Related {
  const owner = view.resource;
  const found = new Set<ResourceView>();
  let isUndecided = view.state === 'unknown';
  if (owner instanceof TopLevelView && view.value !== undefined) {
    isUndecided = false;
    const items = view.items();
    for (const part of items.length > 0 ? items : [view]) {
      if (part.value === undefined) continue;
      const target = referredBy(owner.estate, part, part.value, type, lookup.name ?? 'name');
      if (target === 'unknown') isUndecided = true;
      else if (target !== undefined) found.add(target);
    }
  }
  if (found.size > 0) return { answer: 'true', found: [...found], undecided: [] };
  return { answer: isUndecided ? 'unknown' : 'false', found: [], undecided: [] };
}

/** The resource whose attribute a written expression is: `data.aws_iam_policy_document.read.json`, with its value known or not. */
export function referenceOf(view: AttributeView, type: string): ResourceView | undefined {
  const owner = view.resource;
  if (!(owner instanceof TopLevelView)) return undefined;
  const { estate } = owner;
  const traversal = withoutParentheses(view.expression);
  const local = traversal === undefined ? undefined : addressIn(view, traversal, type);
  if (local !== undefined) {
    const { address } = owner.module;
    const target = estate.resourceAt(type, address === '' ? local : `${address}.${local}`);
    if (target !== undefined) return target;
  }
  return referenceInChain(view, estate, type);
}

/**
 * The resource at the end of a chain of locals and variables: the instance whose attribute has the very value of `view`. The chain may
 * pass others on its way, such as the other policies of a map from which one is chosen.
 */
function referenceInChain(view: AttributeView, estate: EstateIndex, type: string): ResourceView | undefined {
  const { value } = view;
  if (value === undefined) return undefined;
  for (const hop of view.explain()) {
    if (hop.kind !== 'resource-attribute' || hop.range === undefined) continue;
    const attribute = hop.name.slice(hop.name.lastIndexOf('.') + 1);
    for (const instance of estate.resourcesOfBlock(type, hop.range)) {
      if (isSameText(estate.computedValue(instance, attribute), value)) return instance;
    }
  }
  return undefined;
}

function referredBy(
  estate: EstateIndex,
  part: AttributeView,
  value: Value,
  type: string,
  nameAttribute: string,
): ResourceView | 'unknown' | undefined {
  if (value.kind === 'unknown') {
    const subject = value.origin?.subject ?? soleSubject(value.waitsFor);
    if (subject === undefined) return 'unknown';
    const target = estate.resourceOf(subject);
    if (target?.type === type) return target;
    return subject.kind === 'resource' ? undefined : 'unknown';
  }
  const text = textOf(value);
  if (text === undefined) return undefined;
  return referenceOf(part, type) ?? estate.resourceNamed(type, nameAttribute, text);
}

function soleSubject(waitsFor: readonly Origin[]): OriginSubject | undefined {
  const first = waitsFor[0]?.subject;
  return waitsFor.every((origin) => origin.subject === first) ? first : undefined;
}

/** `data.aws_ami.base` or `aws_ami.base["a"]` of an expression that refers to an instance of the type, relative to its module. */
function addressIn(view: AttributeView, expression: Expression, type: string): string | undefined {
  switch (expression.kind) {
    case 'scopeTraversal':
      return addressOfTraversal(expression, type);
    case 'templateWrap':
      return addressIn(view, expression.wrapped, type);
    case 'relativeTraversal':
      return addressIn(view, expression.source, type);
    case 'index': {
      const collection = addressIn(view, expression.collection, type);
      const key = view.source?.evaluate?.(expression.key);
      return collection === undefined || key === undefined ? undefined : collection + printKey(key);
    }
    default:
      return undefined;
  }
}

function addressOfTraversal(traversal: ScopeTraversal, type: string): string | undefined {
  const names: string[] = [traversal.root.name];
  let key = '';
  for (const step of traversal.steps) {
    if (step.kind === 'attributeStep') names.push(step.name);
    else {
      key = printKey(step.key);
      break;
    }
    if (names.length > type.split('.').length + 1) {
      names.pop();
      break;
    }
  }
  const address = names.join('.');
  return address.startsWith(`${type}.`) ? address + key : undefined;
}

function printKey(key: Value): string {
  if (key.kind === 'unknown') return '[*]';
  return key.kind === 'string' ? `[${JSON.stringify(key.value)}]` : `[${textOf(key) ?? ''}]`;
}
