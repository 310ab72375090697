import type { Diagnostic, Type, Value } from '@tfwarden/hcl';
import { convert, DYNAMIC, isConversionFailure, listOf, NULL, STRING, unknownValue, waitsForOf } from '@tfwarden/hcl';
import { problem } from '../configuration/problem.ts';
import type { EvaluatedBody } from '../evaluate/instance.ts';
import type { PartialText } from './partial-json.ts';
import { textOf } from './partial-json.ts';
import type { Texts } from './policy-parts.ts';
import { NO_TEXTS } from './policy-parts.ts';

/** Reads the arguments of data sources as their providers' schemas would, and collects what does not fit. */
export interface Arguments {
  readonly diagnostics: Diagnostic[];
}

/**
 * An argument converted to its type: null when it is not written, and unknown when it does not fit, which is reported.
 * @param declared the type the provider declares, where it is read as another
 */
export function readArgument(
  body: EvaluatedBody,
  name: string,
  type: Type,
  { diagnostics }: Arguments,
  declared: Type = type,
): Value {
  const attribute = body.attribute(name);
  if (attribute === undefined) return NULL;
  const converted = convert(attribute.value, type);
  if (!isConversionFailure(converted)) return converted;
  const refused = convert(attribute.value, declared);
  const { message } = isConversionFailure(refused) ? refused : converted;
  diagnostics.push(
    problem(
      'argument-type',
      'Incorrect attribute value type',
      `Inappropriate value for attribute ${JSON.stringify(name)}: ${message}.`,
      attribute.expression,
    ),
  );
  return unknownValue(type);
}

/** A text argument; empty when it is null or not written. */
export function readText(body: EvaluatedBody, name: string, into: Arguments): PartialText {
  return textOf(readArgument(body, name, STRING, into)) ?? '';
}

/** The texts of a set or list argument, in the order given; those of a set without repetitions. Nulls are passed over. */
export function readTexts(body: EvaluatedBody, name: string, kind: 'set' | 'list', into: Arguments): Texts {
  const attribute = body.attribute(name);
  if (attribute === undefined) return NO_TEXTS;
  // A set with an unknown element is unknown as a whole in Terraform; reading it as a list keeps what is known.
  const value = readArgument(body, name, listOf(STRING), into, { kind, element: STRING });
  if (value.kind === 'unknown') return { items: [], unknown: unknownOf(value) };
  if (value.kind !== 'list') return NO_TEXTS;

  const items: PartialText[] = [];
  const seen = new Set<string>();
  for (const element of value.elements) {
    const text = textOf(element);
    if (text === undefined) continue;
    if (kind === 'set' && typeof text === 'string') {
      if (seen.has(text)) continue;
      seen.add(text);
    }
    items.push(text);
  }
  return { items, unknown: undefined };
}

function unknownOf(value: Value): Texts['unknown'] {
  return value.kind === 'unknown' ? value : unknownValue(DYNAMIC, { waitsFor: waitsForOf(value) });
}
