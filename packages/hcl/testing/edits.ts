import type { EditResult } from '../src/edit/text-edit.ts';
import { applyEdits } from '../src/edit/text-edit.ts';
import { parseConfig } from '../src/syntax/parse.ts';
import type { Block, Body } from '../src/syntax/tree.ts';
import { SourceFile } from '../src/text/source-file.ts';

/** the body of a text. */
export function fileBody(text: string): Body {
  return parseConfig(new SourceFile('main.tf', text)).parsed.body;
}

/** a block of a text; throws when there is none. */
export function blockIn(text: string, index = 0): Block {
  const block = fileBody(text).blocks[index];
  if (block === undefined) throw new Error(`the text has no block number ${index}`);
  return block;
}

/** the text after an edit; throws when there is no edit to make. */
export function outcome(text: string, result: EditResult): string {
  if (result.kind === 'notEditable') throw new Error(result.diagnostic.detail);
  const applied = applyEdits(text, result.edits);
  if (applied.kind === 'conflict') throw new Error('the edits conflict');
  return applied.text;
}
