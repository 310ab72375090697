import type { ListValue, SetValue, TupleValue, Type, Value } from '@tfwarden/hcl';
import { listValue, tupleValue } from '@tfwarden/hcl';

/** Whether the elements are there to be looked at: a list, set or tuple that is known (its elements may be unknown). */
export function isKnownSequence(value: Value): value is ListValue | SetValue | TupleValue {
  return value.kind === 'list' || value.kind === 'set' || value.kind === 'tuple';
}

/** The elements of a list, set or tuple; nothing for any other value. */
export function sequenceElements(value: Value): readonly Value[] {
  return isKnownSequence(value) ? value.elements : [];
}

/** A list or a tuple, as the type says. The elements have its element types already. */
export function listOrTuple(type: Type, elements: readonly Value[]): Value {
  return type.kind === 'list' ? listValue(type.element, elements) : tupleValue(elements);
}
