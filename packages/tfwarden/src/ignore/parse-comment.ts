import type { Comment, Range } from '@tfwarden/hcl';
import { readDay } from '../text/read-day.ts';
import type { Directive, DirectiveTarget, Expiry, Parameter } from './directive.ts';
import { parseForeignComment } from './parse-foreign-comment.ts';

/** Cheap test before the real one: most comments hold none of these. Whole files are tested, too, so it must not need to look back. */
const MAY_HOLD = /tfsec|trivy|tfwarden|:skip|kics-scan/i;

/**
 * Finds the ignores in a comment: `tfsec:ignore:ID`, with `trivy:` and `tfwarden:` in place of `tfsec:`, sections `exp:YYYY-MM-DD` and `ws:NAME` in
 * any order, parameters `[name=value]`, several ids with commas, several ignores one after the other, free text before and after.
 * Case does not matter, and neither do blanks behind the colon of the keyword. The forms of other tools are read too.
 */
export function parseComment(comment: Comment): readonly Directive[] {
  if (!MAY_HOLD.test(comment.text)) return [];
  const found: Directive[] = [];
  const pieces: Range[] = [];
  const { text } = comment;
  const keyword = /(?:^|[\s#/*,;(])((?:tfsec|trivy|tfwarden)[ \t]*:[ \t]*)/gi;
  for (let match = keyword.exec(text); match !== null; match = keyword.exec(text)) {
    const prefix = match[1] ?? '';
    const start = match.index + match[0].length - prefix.length;
    const reader = new SectionReader(comment, start + prefix.length);
    const sections = reader.read();
    keyword.lastIndex = Math.max(keyword.lastIndex, reader.offset);
    // The next keyword may follow directly; the character before it belongs to the pattern.
    if (keyword.lastIndex > 0 && keyword.lastIndex < text.length) keyword.lastIndex -= 1;
    const range: Range = { file: comment.file, start: comment.start + start, end: comment.start + reader.offset };
    pieces.push(range);
    if (sections.targets.length === 0) continue;
    found.push({ tool: toolOf(prefix), ...sections, range, reason: '', reach: 'place' });
  }
  if (found.length === 0) return parseForeignComment(comment);
  const reason = reasonOf(comment, pieces);
  return found.map((directive) => ({ ...directive, reason }));
}

function toolOf(prefix: string): Directive['tool'] {
  const word = prefix.toLowerCase();
  if (word.startsWith('trivy')) return 'trivy';
  return word.startsWith('tfwarden') ? 'tfwarden' : 'tfsec';
}

interface Sections {
  readonly targets: readonly DirectiveTarget[];
  readonly expires: Expiry | undefined;
  readonly workspace: string | undefined;
}

/** Reads `key:value:key:value` up to the first blank outside brackets. */
class SectionReader {
  offset: number;
  private readonly comment: Comment;
  private readonly text: string;

  constructor(comment: Comment, offset: number) {
    this.comment = comment;
    this.text = comment.text;
    this.offset = offset;
  }

  read(): Sections {
    let targets: DirectiveTarget[] = [];
    let expires: Expiry | undefined;
    let workspace: string | undefined;
    for (;;) {
      const key = this.word(':').toLowerCase();
      if (key === '' || this.text[this.offset] !== ':') break;
      this.offset++;
      switch (key) {
        case 'ignore':
          targets = [...targets, ...this.ids()];
          break;
        case 'exp': {
          const text = trimMarks(this.word(':'));
          expires = { text, day: readDay(text) };
          break;
        }
        case 'ws':
          workspace = trimMarks(this.word(':'));
          break;
        default:
          // Unknown sections are skipped, as tfsec skips them.
          this.word(':');
      }
      if (this.text[this.offset] !== ':') break;
      this.offset++;
    }
    return { targets, expires, workspace };
  }

  private ids(): DirectiveTarget[] {
    const targets: DirectiveTarget[] = [];
    for (;;) {
      const start = this.offset;
      const written = this.word(':,[');
      const id = written === '*' || written === '*/' ? '*' : trimMarks(written);
      const end = start + id.length;
      const parameters = this.text[this.offset] === '[' ? this.parameters() : [];
      if (id !== '') {
        const base = this.comment.start;
        targets.push({ id, parameters, range: { file: this.comment.file, start: base + start, end: base + end } });
      }
      if (this.text[this.offset] !== ',') return targets;
      this.offset++;
      // A comma before a blank ends the list: `ignore:AWS086, because ...`.
      if (isBlank(this.text[this.offset])) return targets;
    }
  }

  private parameters(): Parameter[] {
    const close = this.text.indexOf(']', this.offset);
    const lineEnd = this.text.indexOf('\n', this.offset);
    const end = close === -1 || (lineEnd !== -1 && lineEnd < close) ? -1 : close;
    if (end === -1) {
      this.word('');
      return [];
    }
    const inner = this.text.slice(this.offset + 1, end);
    this.offset = end + 1;
    const parameters: Parameter[] = [];
    for (const pair of inner.split(',')) {
      const equals = pair.indexOf('=');
      if (equals === -1) continue;
      const value = pair.slice(equals + 1).trim();
      parameters.push({ name: pair.slice(0, equals).trim(), value: value.replace(/^"(.*)"$/s, '$1') });
    }
    return parameters;
  }

  /** Reads up to a blank or one of the given characters. */
  private word(stops: string): string {
    const start = this.offset;
    while (this.offset < this.text.length) {
      const character = this.text[this.offset];
      if (isBlank(character) || (character !== undefined && stops.includes(character))) break;
      this.offset++;
    }
    return this.text.slice(start, this.offset);
  }
}

function isBlank(character: string | undefined): boolean {
  return character === undefined || character === ' ' || character === '\t' || character === '\n' || character === '\r';
}

/** Takes off what ends a comment or a sentence behind an id: the mark that closes a comment, full stop, bracket. */
function trimMarks(word: string): string {
  let end = word.length;
  for (;;) {
    const last = word[end - 1];
    if (last === '/' && word[end - 2] === '*') end -= 2;
    else if (last === '.' || last === ';' || last === ')' || last === ']') end -= 1;
    else return word.slice(0, end);
  }
}

/** In UTF-16 units; more of a comment is not kept as the reason of its ignores. */
const MAX_REASON_LENGTH = 1000;

/** The rest of the comment, without marks and directives. */
function reasonOf(comment: Comment, pieces: readonly Range[]): string {
  let rest = '';
  let from = comment.start;
  for (const piece of pieces) {
    rest += comment.text.slice(from - comment.start, Math.max(from, piece.start) - comment.start);
    from = piece.end;
  }
  rest += comment.text.slice(from - comment.start);
  return rest
    .slice(0, MAX_REASON_LENGTH)
    .replace(/^\s*(?:#+|\/\/+|\/\*+)/, '')
    .replace(/\*\/\s*$/, '')
    .replace(/(?:^|\s)[#/*]+(?=\s|$)/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s,;:.-]+|[\s,;:-]+$/g, '')
    .trim();
}

/** @returns false when no comment of a text is an ignore, whatever its comments are */
export function mayHoldIgnores(text: string): boolean {
  return MAY_HOLD.test(text);
}
