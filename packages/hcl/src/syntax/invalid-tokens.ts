import type { Diagnostic } from '../text/diagnostic.ts';
import type { TokenStream } from './scanner.ts';
import type { TokenType } from './token.ts';
import * as Token from './token.ts';

/**
 * Reports tokens that no valid text has: operators of other languages, wrong quotes, stray characters. Repetition is limited, as in
 * hashicorp/hcl (`checkInvalidTokens`).
 */
export function reportInvalidTokens(tokens: TokenStream, diagnostics: Diagnostic[]): void {
  if (!tokens.hasInvalidTokens) return;
  const told = new Map<string, number>();
  const { file } = tokens;
  for (let i = 0; i < tokens.count; i++) {
    const type = tokens.types[i] ?? Token.EOF;
    if (type < Token.INVALID) continue;
    const subject = { file, start: tokens.starts[i] ?? 0, end: tokens.ends[i] ?? 0 };
    const rule = ruleFor(type, file.text.slice(subject.start, Math.min(subject.end, subject.start + 2)));
    const before = told.get(rule.limit) ?? 0;
    told.set(rule.limit, before + 1);
    if (isTold(rule.limit, before)) {
      const { code, summary, detail } = rule;
      diagnostics.push({ severity: 'error', code, summary, detail, subject });
    }
  }
}

interface Rule {
  /** `each`: always told; `once`-like names count apart, see `isTold`. */
  readonly limit: 'each' | 'bitwise' | 'backtick' | 'apostrophe' | 'semicolon' | 'encoding';
  readonly code: string;
  readonly summary: string;
  readonly detail: string;
}

/** @param before  how often the rule was met before */
function isTold(limit: Rule['limit'], before: number): boolean {
  switch (limit) {
    case 'each':
      return true;
    case 'bitwise':
      return before < 4;
    case 'backtick':
    case 'apostrophe':
      // One for each pair, and none from the fourth on: the counter of hashicorp/hcl stops at three.
      return before % 2 === 0 && before < 3;
    case 'semicolon':
    case 'encoding':
      return before < 1;
  }
}

function ruleFor(type: TokenType, text: string): Rule {
  switch (type) {
    case Token.BITWISE_AND:
      return bitwise(' Did you mean boolean AND ("&&")?');
    case Token.BITWISE_OR:
      return bitwise(' Did you mean boolean OR ("||")?');
    case Token.BITWISE_NOT:
      return bitwise(' Did you mean boolean NOT ("!")?');
    case Token.BITWISE_XOR:
      return bitwise('');
    case Token.BACKTICK:
      return character(
        'backtick',
        'The "`" character is not valid. To create a multi-line string, use the "heredoc" syntax, like "<<EOT".',
      );
    case Token.APOSTROPHE:
      return character('apostrophe', 'Single quotes are not valid. Use double quotes (") to enclose strings.');
    case Token.SEMICOLON:
      return character(
        'semicolon',
        'The ";" character is not valid. Use newlines to separate arguments and blocks, and commas to separate items in collection values.',
      );
    case Token.BAD_UTF8:
      return {
        limit: 'encoding',
        code: 'hcl/invalid-encoding',
        summary: 'Invalid character encoding',
        detail: 'All input files must be UTF-8 encoded. Ensure that UTF-8 encoding is selected in your editor.',
      };
    case Token.QUOTED_NEWLINE:
      return {
        limit: 'each',
        code: 'hcl/multi-line-string',
        summary: 'Invalid multi-line string',
        detail:
          'Quoted strings may not be split over multiple lines. To produce a multi-line string, either use the \\n escape to represent a newline character or use the "heredoc" multi-line template syntax.',
      };
    default:
      return character(
        'each',
        text === '\u201c' || text === '\u201d'
          ? '"Curly quotes" are not valid here. These can sometimes be inadvertently introduced when sharing code via documents or discussion forums. It might help to replace the character with a "straight quote".'
          : 'This character is not used within the language.',
      );
  }
}

function bitwise(suggestion: string): Rule {
  return {
    limit: 'bitwise',
    code: 'hcl/unsupported-operator',
    summary: 'Unsupported operator',
    detail: `Bitwise operators are not supported.${suggestion}`,
  };
}

function character(limit: Rule['limit'], detail: string): Rule {
  return { limit, code: 'hcl/invalid-character', summary: 'Invalid character', detail };
}
