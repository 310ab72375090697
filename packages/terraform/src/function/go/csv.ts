/** What is wrong with a CSV text, in the words of Go's `encoding/csv`. */
export interface CsvProblem {
  /** From 1. */
  readonly line: number;
  readonly message: string;
}

export interface CsvRecord {
  readonly line: number;
  readonly fields: readonly string[];
}

/**
 * Reads CSV as Go's `encoding/csv` with its defaults: commas, quotes doubled inside quotes, `\r\n` read as `\n`, empty lines skipped.
 * @yields records up to the first problem
 */
export function* readCsv(text: string): Generator<CsvRecord, CsvProblem | undefined, undefined> {
  const reader = new LineReader(text);
  for (let line = reader.next(); line !== undefined; line = reader.next()) {
    if (line === '\n' || line === '') continue;
    const start = reader.line;
    const fields: string[] = [];
    const problem = readFields(line, reader, fields);
    if (problem !== undefined) return problem;
    yield { line: start, fields };
  }
  return undefined;
}

/** Hands out lines with their `\n`; the last one may lack it. */
class LineReader {
  line = 0;
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  next(): string | undefined {
    if (this.#at >= this.#text.length) return undefined;
    this.line++;
    const end = this.#text.indexOf('\n', this.#at);
    const line = end < 0 ? this.#text.slice(this.#at) : this.#text.slice(this.#at, end + 1);
    this.#at += line.length;
    if (line.endsWith('\r\n')) return `${line.slice(0, -2)}\n`;
    return end < 0 && line.endsWith('\r') ? line.slice(0, -1) : line;
  }
}

const BARE_QUOTE = 'bare " in non-quoted-field';
const STRAY_QUOTE = 'extraneous or missing " in quoted-field';

function readFields(firstLine: string, reader: LineReader, fields: string[]): CsvProblem | undefined {
  let rest = firstLine;
  for (;;) {
    if (!rest.startsWith('"')) {
      const comma = rest.indexOf(',');
      const field = comma >= 0 ? rest.slice(0, comma) : rest.endsWith('\n') ? rest.slice(0, -1) : rest;
      if (field.includes('"')) return { line: reader.line, message: BARE_QUOTE };
      fields.push(field);
      if (comma < 0) return undefined;
      rest = rest.slice(comma + 1);
      continue;
    }
    const quoted = readQuoted(rest.slice(1), reader);
    if ('message' in quoted) return quoted;
    fields.push(quoted.field);
    if (quoted.rest === undefined) return undefined;
    rest = quoted.rest;
  }
}

interface QuotedField {
  readonly field: string;
  /** What follows the comma behind the field; undefined at the end of the record. */
  readonly rest: string | undefined;
}

/** @param line what follows the opening quote */
function readQuoted(firstLine: string, reader: LineReader): QuotedField | CsvProblem {
  const pieces: string[] = [];
  let line = firstLine;
  for (;;) {
    const end = line.indexOf('"');
    if (end >= 0) {
      pieces.push(line.slice(0, end));
      line = line.slice(end + 1);
      if (line.startsWith('"')) {
        pieces.push('"');
        line = line.slice(1);
      } else if (line.startsWith(',')) return { field: pieces.join(''), rest: line.slice(1) };
      else if (line === '' || line === '\n') return { field: pieces.join(''), rest: undefined };
      else return { line: reader.line, message: STRAY_QUOTE };
      continue;
    }
    pieces.push(line);
    const next = reader.next();
    if (next === undefined) return { line: reader.line, message: STRAY_QUOTE };
    line = next;
  }
}
