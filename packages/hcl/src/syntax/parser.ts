import type { Diagnostic } from '../text/diagnostic.ts';
import type { Range } from '../text/range.ts';
import type { SourceFile } from '../text/source-file.ts';
import { replaceBadBytes } from '../text/utf8.ts';
import { unknownValue } from '../value/construct.ts';
import { DYNAMIC } from '../value/type.ts';
import type { Value } from '../value/value.ts';
import { Gathering } from './gathering.ts';
import { NameCache } from './name-cache.ts';
import { MAX_NESTING, PROBLEMS, type Problem } from './problem.ts';
import type { TokenStream } from './scanner.ts';
import type { ReportProblem } from './string-literal.ts';
import type { TokenType } from './token.ts';
import * as Token from './token.ts';
import type { Attribute, Block, Expression, Literal, ObjectItem, TraversalStep } from './tree.ts';

/** What stands for a value that could not be read. */
export const PLACEHOLDER: Value = unknownValue(DYNAMIC);

/**
 * Where the parser is in its tokens, and what it has found wrong. The functions of `parse-*.ts` work on it; each mirrors one of
 * hashicorp/hcl's parser.go, recovery included, so that trees and diagnostics of broken text are the same.
 */
export class Parser {
  readonly file: SourceFile;
  readonly text: string;
  /** Replaced for a while where diagnostics must come in another order than they are found. */
  diagnostics: Diagnostic[] = [];
  /** Set once a mistake was skipped over: complaints about unexpected tokens are then kept back, they would be noise. */
  recovery = false;
  /** The type of the next token; a comment that ends its line counts as a newline. */
  nextType: TokenType = Token.EOF;
  /** The index of the next token. */
  next = 0;

  /** Lists that are being read: arguments, items and parts; items of objects; steps; items of bodies; labels. */
  readonly expressions: Gathering<Expression> = new Gathering();
  readonly objectItems: Gathering<ObjectItem> = new Gathering();
  readonly steps: Gathering<TraversalStep> = new Gathering();
  readonly attributes: Gathering<Attribute> = new Gathering();
  readonly blocks: Gathering<Block> = new Gathering();
  readonly labels: Gathering<string> = new Gathering();
  readonly labelRanges: Gathering<Range> = new Gathering();

  private readonly names: NameCache;
  private readonly types: Uint8Array;
  private readonly starts: Int32Array;
  private readonly ends: Int32Array;
  private readonly count: number;
  private readonly hasWideCharacters: boolean;
  /** Index behind the last token read. */
  private behind = 0;
  private seesNewlines = true;
  private readonly outerNewlines: boolean[] = [];
  private depth = 0;
  private toldTooDeep = false;

  constructor(tokens: TokenStream) {
    this.file = tokens.file;
    this.text = tokens.file.text;
    this.names = new NameCache(this.text);
    this.types = tokens.types;
    this.starts = tokens.starts;
    this.ends = tokens.ends;
    this.count = tokens.count;
    this.hasWideCharacters = tokens.hasWideCharacters;
    this.look();
  }

  /** Takes the next token. @returns its index; at the end of the text it is `EOF` again and again */
  read(): number {
    const token = this.next;
    this.behind = token + 1;
    this.look();
    return token;
  }

  /** The last token taken; before the first, the next one. */
  get previous(): number {
    return this.behind === 0 ? this.next : Math.min(this.behind, this.count) - 1;
  }

  startOf(token: number): number {
    return this.starts[token] ?? 0;
  }

  endOf(token: number): number {
    return this.ends[token] ?? 0;
  }

  typeOf(token: number): TokenType {
    return this.types[token] ?? Token.EOF;
  }

  /** The text of a name, a number or another short token. */
  textOf(token: number): string {
    const text = this.names.nameAt(this.startOf(token), this.endOf(token));
    return this.hasWideCharacters ? replaceBadBytes(text) : text;
  }

  rangeOf(token: number): Range {
    return { file: this.file, start: this.startOf(token), end: this.endOf(token) };
  }

  /** From the start of one token to the end of another. */
  rangeBetween(first: number, last: number): Range {
    return { file: this.file, start: this.startOf(first), end: this.endOf(last) };
  }

  /** Whether the next token is a name spelled so. */
  nextIsKeyword(keyword: string): boolean {
    if (this.nextType !== Token.IDENT) return false;
    const start = this.startOf(this.next);
    return this.endOf(this.next) - start === keyword.length && this.text.startsWith(keyword, start);
  }

  /** Inside brackets newlines separate nothing. Undone by `popNewlines`. */
  pushNewlines(seesNewlines: boolean): void {
    this.outerNewlines.push(this.seesNewlines);
    if (this.seesNewlines !== seesNewlines) {
      this.seesNewlines = seesNewlines;
      this.look();
    }
  }

  popNewlines(): void {
    const outer = this.outerNewlines.pop() ?? true;
    if (this.seesNewlines !== outer) {
      this.seesNewlines = outer;
      this.look();
    }
  }

  /** To be called on every level of nesting, with `leave`. @returns false where it is too deep; that has then been reported */
  enter(): boolean {
    if (this.depth < MAX_NESTING) {
      this.depth++;
      return true;
    }
    if (!this.toldTooDeep) {
      this.toldTooDeep = true;
      this.report(PROBLEMS.tooDeep, this.rangeOf(this.next));
    }
    this.recovery = true;
    return false;
  }

  leave(levels: number = 1): void {
    this.depth -= levels;
  }

  /** `report`, for functions that know nothing of the parser. */
  readonly reportAt: ReportProblem = (problem, subject) => this.report(problem, subject);

  report(problem: Problem, subject: Range, context?: Range): void {
    const { code, summary, detail } = problem;
    this.diagnostics.push({ severity: 'error', code, summary, detail, subject, context });
  }

  /** Whether something was reported since `diagnostics` had the given length. Everything the parser reports is an error. */
  hasErrorsSince(length: number): boolean {
    return this.diagnostics.length > length;
  }

  /** Stands for an expression that could not be read. */
  placeholder(range: Range): Literal {
    return { kind: 'literal', file: range.file, start: range.start, end: range.end, value: PLACEHOLDER };
  }

  /**
   * Skips to the given end token and behind it, over nested brackets of its kind. It may miss where brackets are badly nested.
   * @returns the end token, or `EOF`
   */
  recover(end: TokenType): number {
    const start = OPPOSITE[end] ?? Token.NIL;
    this.recovery = true;
    let nesting = 0;
    for (;;) {
      let type = this.nextType;
      const token = this.read();
      // Both openers count where the end of a template sequence is looked for.
      if (end === Token.TEMPLATE_SEQ_END && type === Token.TEMPLATE_CONTROL) type = Token.TEMPLATE_INTERP;
      if (type === start) {
        nesting++;
      } else if (type === end) {
        if (nesting < 1) return token;
        nesting--;
      } else if (type === Token.EOF) {
        return token;
      }
    }
  }

  /** Skips to the next opening bracket of a kind and behind the bracket that closes it. */
  recoverOver(start: TokenType): void {
    for (;;) {
      const type = this.nextType;
      this.read();
      if (type === start || type === Token.EOF) break;
    }
    this.recover(OPPOSITE[start] ?? Token.NIL);
  }

  /** Skips to the first newline outside all brackets. */
  recoverAfterBodyItem(): void {
    this.recovery = true;
    const open: TokenType[] = [];
    for (;;) {
      const type = this.nextType;
      this.read();
      switch (type) {
        case Token.NEWLINE:
          if (open.length === 0) return;
          break;
        case Token.EOF:
          return;
        case Token.OBRACE:
        case Token.OBRACK:
        case Token.OPAREN:
        case Token.OQUOTE:
        case Token.OHEREDOC:
        case Token.TEMPLATE_INTERP:
        case Token.TEMPLATE_CONTROL:
          open.push(type);
          break;
        case Token.CBRACE:
        case Token.CBRACK:
        case Token.CPAREN:
        case Token.CQUOTE:
        case Token.CHEREDOC: {
          const opener = OPPOSITE[type];
          while (open.length > 0 && open.at(-1) !== opener) open.pop();
          open.pop();
          break;
        }
        case Token.TEMPLATE_SEQ_END:
          while (open.length > 0 && open.at(-1) !== Token.TEMPLATE_INTERP && open.at(-1) !== Token.TEMPLATE_CONTROL) {
            open.pop();
          }
          open.pop();
          break;
        default:
      }
    }
  }

  /** Finds the next token from `behind` on. */
  private look(): void {
    const { types, count } = this;
    let token = this.behind;
    for (; token < count; token++) {
      const type = types[token] ?? Token.EOF;
      if (type === Token.NEWLINE) {
        if (!this.seesNewlines) continue;
      } else if (type === Token.COMMENT) {
        if (!this.seesNewlines || !this.endsWithNewline(token)) continue;
        this.next = token;
        this.nextType = Token.NEWLINE;
        return;
      }
      this.next = token;
      this.nextType = type;
      return;
    }
    this.next = count - 1;
    this.nextType = Token.EOF;
  }

  private endsWithNewline(token: number): boolean {
    return this.text.charCodeAt(this.endOf(token) - 1) === 0x0a;
  }
}

/** The bracket that belongs to another one, by token type. */
export const OPPOSITE: Readonly<Record<TokenType, TokenType>> = {
  [Token.OBRACE]: Token.CBRACE,
  [Token.OBRACK]: Token.CBRACK,
  [Token.OPAREN]: Token.CPAREN,
  [Token.OQUOTE]: Token.CQUOTE,
  [Token.OHEREDOC]: Token.CHEREDOC,
  [Token.CBRACE]: Token.OBRACE,
  [Token.CBRACK]: Token.OBRACK,
  [Token.CPAREN]: Token.OPAREN,
  [Token.CQUOTE]: Token.OQUOTE,
  [Token.CHEREDOC]: Token.OHEREDOC,
  [Token.TEMPLATE_CONTROL]: Token.TEMPLATE_SEQ_END,
  [Token.TEMPLATE_INTERP]: Token.TEMPLATE_SEQ_END,
  [Token.TEMPLATE_SEQ_END]: Token.TEMPLATE_INTERP,
};
