import type { AttributeView, ResourceView, Truth } from '../../kit/index.ts';
import { answerOf } from '../../kit/index.ts';

/** What Compute Engine reads as on in a metadata value, in any case. */
const ON: ReadonlySet<string> = new Set(['true', 'yes', 'y', '1', 'on']);
const OFF: ReadonlySet<string> = new Set(['false', 'no', 'n', '0', 'off']);

/** A switch in the metadata of a machine or a project; the values are texts, and a bool is written as one. */
export function metadataFlag(
  resource: ResourceView,
  key: string,
): { readonly truth: Truth; readonly at: AttributeView } {
  const at = resource.attribute(`metadata.${key}`);
  return { truth: flagTruth(at), at };
}

/** @returns `unknown` for a text that is neither */
export function flagTruth(value: AttributeView): Truth {
  if (value.state !== 'known') return value.state;
  const text = value.text()?.trim().toLowerCase();
  if (text === undefined || !(ON.has(text) || OFF.has(text))) return 'unknown';
  return answerOf(ON.has(text));
}
