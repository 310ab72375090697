import type { AnyBody, BodySchema, DecodedBlock, DecodedBody, Diagnostic, Range } from '@tfwarden/hcl';
import { decodeBody } from '@tfwarden/hcl';

/**
 * Reads a body by a schema; problems are added to `diagnostics`.
 * @param extent `partial` leaves what the schema does not name alone
 */
export function readContent(
  body: AnyBody,
  schema: BodySchema,
  diagnostics: Diagnostic[],
  extent: 'whole' | 'partial' = 'whole',
): DecodedBody {
  const content = decodeBody(body, schema, { partial: extent === 'partial' });
  for (const diagnostic of content.diagnostics) diagnostics.push(diagnostic);
  return content;
}

/** The whole block: from the type to the closing brace in native syntax, the value in JSON. */
export function rangeOfBlock(block: DecodedBlock): Range {
  return isRange(block) ? block : block.body;
}

/** In native syntax a decoded block is the node of the tree, which is a range. */
function isRange(block: DecodedBlock): block is DecodedBlock & Range {
  return 'file' in block;
}
