import { parseConfig } from '../syntax/parse.ts';
import type { Body, Expression } from '../syntax/tree.ts';
import { childrenOf } from '../syntax/walk.ts';
import { hasErrors } from '../text/diagnostic.ts';
import { SourceFile } from '../text/source-file.ts';
import type { Style } from './body-place.ts';
import { itemsOf } from './body-place.ts';
import { indentLines, isSameCode, readExpression } from './snippet.ts';
import type { Splice, SpliceResult } from './splice.ts';
import { applySplices, refused, spliced } from './splice.ts';
import { lineEndingAt, lineIndent } from './white-space.ts';

/** Replaces the expression in a place of a file by another, in parentheses where it would fall apart without. */
export function replaceExpressionAt(
  file: SourceFile,
  style: Style,
  place: { readonly start: number; readonly end: number },
  expressionText: string,
): SpliceResult {
  const { text: fileText } = file;
  const { start, end } = place;
  const wanted = readExpression(expressionText);
  if (wanted.kind === 'invalid') return refused(wanted.problem);
  const ending = lineEndingAt(fileText, start, style.lineEnding);
  const indent = lineIndent(fileText, start);
  const text = indentLines(wanted.text, indent, ending, false);
  if (isSameCode(fileText.slice(start, end), text)) return spliced();

  const tail = wanted.endsWithHeredoc ? restOfLine(fileText, end) : undefined;
  const plain = { start, end: tail ?? end, text: tail === undefined ? text : text + ending + indent };
  if (isExpressionAfter(file, plain, start, start + text.length)) return spliced(plain);
  const bracketed = { start, end, text: `(${text})` };
  if (!wanted.endsWithHeredoc && isExpressionAfter(file, bracketed, start, start + bracketed.text.length)) {
    return spliced(bracketed);
  }
  return refused('The place is not a whole expression: it is a piece of a string, or a name.');
}

/** Where what follows on the line of a heredoc's end begins, since its marker must be alone on its line; undefined when nothing does. */
function restOfLine(text: string, end: number): number | undefined {
  let rest = end;
  while (text.charCodeAt(rest) === 0x20 || text.charCodeAt(rest) === 0x09) rest++;
  return rest === text.length || text.startsWith('\n', rest) || text.startsWith('\r\n', rest) ? undefined : rest;
}

/** Whether [start, end) is an expression of its own when the splice is made. */
function isExpressionAfter(file: SourceFile, splice: Splice, start: number, end: number): boolean {
  const { parsed, diagnostics } = parseConfig(new SourceFile(file.name, applySplices(file.text, [splice])));
  return !hasErrors(diagnostics) && hasExpression(parsed.body, start, end);
}

function hasExpression(root: Body, start: number, end: number): boolean {
  let body: Body | undefined = root;
  while (body !== undefined) {
    const holder: ReturnType<typeof itemsOf>[number] | undefined = itemsOf(body).find(
      (item) => item.start <= start && end <= item.end,
    );
    if (holder?.kind === 'attribute') return isInside(holder.expression, start, end);
    body = holder?.body;
  }
  return false;
}

function isInside(root: Expression, start: number, end: number): boolean {
  let parent: Expression | undefined;
  let node: Expression | undefined = root;
  while (node !== undefined) {
    // A literal of a template is text and no expression.
    if (node.start === start && node.end === end) return !(parent?.kind === 'template' && node.kind === 'literal');
    parent = node;
    node = childrenOf(node).find((child) => child.start <= start && end <= child.end);
  }
  return false;
}
