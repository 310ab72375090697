import { unknownValue } from '../value/construct.ts';
import { quote } from '../value/quote.ts';
import type { Type } from '../value/type.ts';
import { DYNAMIC } from '../value/type.ts';
import type { Origin, UnknownValue, Value } from '../value/value.ts';
import { waitsForOf } from '../value/waits.ts';

/** What an expression in error gives: nothing is known, not even the type. */
export const UNKNOWN: UnknownValue = unknownValue(DYNAMIC);

/** An unknown value that was computed from others and waits for what they wait for. */
export function derivedUnknown(type: Type, ...inputs: readonly Value[]): UnknownValue {
  const waitsFor = waitsForOf(...inputs);
  return waitsFor.length === 0 && type === DYNAMIC ? UNKNOWN : unknownValue(type, { waitsFor });
}

/** A part of an unknown value: it stands for the same part of what the whole stands for. The marks of the whole are on it. */
export function partOfUnknown(whole: UnknownValue, type: Type, step: string): UnknownValue {
  const { origin, waitsFor, marks } = whole;
  if (origin === undefined) return unknownValue(type, { waitsFor, marks });
  return unknownValue(type, { origin: extend(origin, step), marks });
}

export function extend(origin: Origin, step: string): Origin {
  return { subject: origin.subject, path: origin.path + step };
}

/** `.name`, or `["any text"]` where the name is no identifier: both ways of writing it mean the same place. */
export function attributeStep(name: string): string {
  return isIdentifier(name) ? `.${name}` : `[${quote(name)}]`;
}

function isIdentifier(name: string): boolean {
  if (name === '') return false;
  for (let i = 0; i < name.length; i++) {
    const unit = name.charCodeAt(i);
    const isLetter = (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x41 && unit <= 0x5a) || unit === 0x5f;
    if (!isLetter && (i === 0 || !((unit >= 0x30 && unit <= 0x39) || unit === 0x2d))) return false;
  }
  return true;
}
