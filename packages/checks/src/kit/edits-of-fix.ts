import type { TextEdit } from '@tfwarden/hcl';
import { appendBlock, removeAttribute, removeBlock, setAttribute } from '@tfwarden/hcl';
import type { Edit, Fix } from './fix.ts';

type EditAnswer = ReturnType<typeof setAttribute>;

/**
 * The text edits of a fix, against the files as they were scanned. Give one group per fix to `applyEditGroups`.
 * @returns undefined when a place cannot be edited after all, such as a file with a syntax error
 */
export function editsOfFix(fix: Fix): readonly TextEdit[] | undefined {
  const edits: TextEdit[] = [];
  for (const edit of fix.edits) {
    const answer = answerTo(edit);
    if (answer.kind !== 'edits') return undefined;
    edits.push(...answer.edits);
  }
  return edits;
}

function answerTo(edit: Edit): EditAnswer {
  switch (edit.kind) {
    case 'setAttribute':
      return setAttribute(edit.body, edit.name, edit.expression);
    case 'removeAttribute':
      return removeAttribute(edit.body, edit.name);
    case 'appendBlock':
      return appendBlock(edit.body, edit.text);
    case 'removeBlock': {
      const block = edit.body.blocks.find((candidate) => candidate.body === edit.block);
      return block === undefined ? { kind: 'edits', edits: [] } : removeBlock(edit.body, block);
    }
    case 'insertAfter': {
      const { file, end } = edit.after;
      const lineEnd = file.text.indexOf('\n', end);
      const at = lineEnd < 0 ? file.text.length : lineEnd - (file.text[lineEnd - 1] === '\r' ? 1 : 0);
      const newline = lineEnd > 0 && file.text[lineEnd - 1] === '\r' ? '\r\n' : '\n';
      const text = `\n\n${edit.text.trimEnd()}`.replaceAll('\n', newline);
      return { kind: 'edits', edits: [{ file, start: at, end: at, text }] };
    }
  }
}
