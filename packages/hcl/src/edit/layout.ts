import * as Token from '../syntax/token.ts';
import { bracketChange, needsSpaceAfter } from './spacing.ts';
import type { TokenTable } from './token-table.ts';
import { countColumns, endsLine, typeAt } from './token-table.ts';

/** Spaces of one level of indentation, as `terraform fmt` writes it. */
const INDENT_SPACES = 2;

/**
 * Decides the spaces before every token, as hclwrite's `format` does (hashicorp/hcl v2.23.0, hclwrite/format.go): first the
 * indentation of each line, then the spaces inside its cells, then the alignment of `=` and of trailing comments in neighbouring lines.
 * Only `table.spaces` changes. Linear in the length of the text.
 */
export function layOut(table: TokenTable): void {
  const lines = divideLines(table);
  indentLines(table, lines);
  spaceTokens(table, lines);
  alignAssignments(table, lines);
  alignComments(table, lines);
}

/**
 * The cells of each line, as token indexes; a cell ends where the next one starts and is absent when that is at once.
 * Lead: everything up to the others. Assign: from `=` on, when brackets balance behind it. Comment: the comment that ends the line.
 */
interface Lines {
  readonly count: number;
  readonly lead: Int32Array;
  readonly assign: Int32Array;
  readonly comment: Int32Array;
  readonly end: Int32Array;
}

function divideLines(table: TokenTable): Lines {
  let count = 1;
  for (let token = 0; token < table.count; token++) if (endsLine(table, token)) count++;
  const lines: Lines = {
    count,
    lead: new Int32Array(count),
    assign: new Int32Array(count),
    comment: new Int32Array(count),
    end: new Int32Array(count),
  };
  let line = 0;
  let start = 0;
  for (let token = 0; token < table.count; token++) {
    if (!endsLine(table, token)) continue;
    divideLine(table, lines, line, start, token + 1);
    line++;
    start = token + 1;
  }
  // The end-of-file token belongs to no line: the spaces before it stay as they are.
  divideLine(table, lines, line, start, Math.max(start, table.count - 1));
  return lines;
}

function divideLine(table: TokenTable, lines: Lines, line: number, start: number, end: number): void {
  const comment = end - start > 1 && typeAt(table, end - 1) === Token.COMMENT ? end - 1 : end;
  let assign = comment;
  for (let token = start + 1; token < comment; token++) {
    if (typeAt(table, token) !== Token.EQUAL) continue;
    let brackets = 0;
    for (let inner = token; inner < comment; inner++) brackets += bracketChange(typeAt(table, inner));
    // An unbalanced right side begins a value of several lines, which takes no part in the alignment.
    if (brackets === 0) assign = token;
    break;
  }
  lines.lead[line] = start;
  lines.assign[line] = assign;
  lines.comment[line] = comment;
  lines.end[line] = end;
}

/**
 * A line that opens more brackets than it closes indents the next ones by one level, however many it opens; `levels` remembers how many,
 * so that a line that closes them all goes back by one level too.
 */
function indentLines(table: TokenTable, lines: Lines): void {
  const { spaces } = table;
  const levels: number[] = [];
  for (let line = 0; line < lines.count; line++) {
    const lead = at(lines.lead, line);
    const assign = at(lines.assign, line);
    const comment = at(lines.comment, line);
    if (lead === assign) continue;
    if (typeAt(table, lead) === Token.NEWLINE) {
      spaces[lead] = 0;
      continue;
    }
    let brackets = 0;
    for (let token = lead; token < assign; token++) {
      brackets += bracketChange(typeAt(table, token));
      if (typeAt(table, token) === Token.OHEREDOC) break;
    }
    for (let token = assign; token < comment; token++) brackets += bracketChange(typeAt(table, token));

    if (brackets < 0) closeLevels(levels, -brackets);
    spaces[lead] = INDENT_SPACES * levels.length;
    if (brackets > 0) levels.push(brackets);
  }
}

function closeLevels(levels: number[], brackets: number): void {
  let closed = brackets;
  while (closed > 0) {
    const opened = levels.pop();
    if (opened === undefined) return;
    if (closed < opened) levels.push(opened - closed);
    closed -= opened;
  }
}

function spaceTokens(table: TokenTable, lines: Lines): void {
  const { spaces } = table;
  for (let line = 0; line < lines.count; line++) {
    const assign = at(lines.assign, line);
    const comment = at(lines.comment, line);
    spaceCell(table, at(lines.lead, line), assign);
    if (assign < comment) {
      spaces[assign] = 1;
      spaceCell(table, assign, comment);
    }
  }
}

function spaceCell(table: TokenTable, start: number, end: number): void {
  for (let token = start; token < end - 1; token++) {
    table.spaces[token + 1] = needsSpaceAfter(table, token, token > start) ? 1 : 0;
  }
}

/** Lines in a row that have an assign cell get their `=` in one column. */
function alignAssignments(table: TokenTable, lines: Lines): void {
  let chainStart = 0;
  let widest = 0;
  const columns = new Int32Array(lines.count);
  for (let line = 0; line <= lines.count; line++) {
    if (line < lines.count && at(lines.assign, line) < at(lines.comment, line)) {
      const width = countColumns(table, at(lines.lead, line), at(lines.assign, line));
      columns[line] = width;
      if (width > widest) widest = width;
      continue;
    }
    for (let chained = chainStart; chained < line; chained++) {
      table.spaces[at(lines.assign, chained)] = widest - at(columns, chained) + 1;
    }
    chainStart = line + 1;
    widest = 0;
  }
}

/** Lines in a row that end with a comment, besides other tokens, get the comments in one column. */
function alignComments(table: TokenTable, lines: Lines): void {
  let chainStart = 0;
  let widest = 0;
  const columns = new Int32Array(lines.count);
  for (let line = 0; line <= lines.count; line++) {
    if (line < lines.count && at(lines.comment, line) < at(lines.end, line)) {
      const width = countColumns(table, at(lines.lead, line), at(lines.comment, line));
      columns[line] = width;
      if (width > widest) widest = width;
      continue;
    }
    for (let chained = chainStart; chained < line; chained++) {
      table.spaces[at(lines.comment, chained)] = widest - at(columns, chained) + 1;
    }
    chainStart = line + 1;
    widest = 0;
  }
}

/** Indexes here come from loops over the arrays themselves, so the fallback is never used. */
function at(numbers: Int32Array, index: number): number {
  return numbers[index] ?? 0;
}
