import { withoutParentheses } from '../expression-part.ts';
import type { AttributeView } from '../view.ts';
import type { Document } from './document.ts';
import { nodeOfValue } from './document-of-value.ts';
import { locatedText } from './located-text.ts';
import { parseJson } from './parse-json.ts';

/** Reads the JSON document that an attribute holds. */
export function documentOf(attribute: AttributeView): Document {
  const { value, source } = attribute;
  if (attribute.state === 'absent') return { state: 'absent' };
  if (value === undefined) return { state: 'unknown' };

  const call = withoutParentheses(attribute.expression);
  const argument = call?.kind === 'functionCall' && call.name === 'jsonencode' ? call.arguments[0] : undefined;
  const encoded = argument === undefined ? undefined : source?.evaluate?.(argument);
  if (encoded !== undefined && encoded.kind !== 'unknown') {
    return { state: 'known', root: nodeOfValue(attribute, encoded, argument) };
  }

  const text = locatedText(attribute);
  if (text === undefined) return { state: value.kind === 'unknown' ? 'unknown' : 'invalid' };
  const root = parseJson(attribute, text);
  if (root === undefined) return { state: text.unknownAt.size > 0 ? 'unknown' : 'invalid' };
  return root.kind === 'unknown' ? { state: 'unknown' } : { state: 'known', root };
}
