/** A JSON value whose numbers keep their text, as golden data has more digits than a float64. */
export type ExactJson = string | boolean | null | ExactNumber | readonly ExactJson[] | ReadonlyMap<string, ExactJson>;

export interface ExactNumber {
  readonly number: string;
}

/** Parses JSON that is known to be valid; throws a SyntaxError otherwise. Recursion is as deep as the text. */
export function parseExactJson(text: string): ExactJson {
  const reader = { text, at: 0 };
  const value = readValue(reader);
  skipSpace(reader);
  if (reader.at < text.length) throw new SyntaxError(`unexpected text at ${reader.at}`);
  return value;
}

export function isExactNumber(value: ExactJson): value is ExactNumber {
  return typeof value === 'object' && value !== null && 'number' in value;
}

export function isExactArray(value: ExactJson): value is readonly ExactJson[] {
  return Array.isArray(value);
}

interface Reader {
  readonly text: string;
  at: number;
}

function readValue(reader: Reader): ExactJson {
  skipSpace(reader);
  const { text } = reader;
  switch (text.charAt(reader.at)) {
    case '{': {
      const entries = new Map<string, ExactJson>();
      readItems(reader, '}', () => {
        const key = readString(reader);
        expect(reader, ':');
        entries.set(key, readValue(reader));
      });
      return entries;
    }
    case '[': {
      const items: ExactJson[] = [];
      readItems(reader, ']', () => items.push(readValue(reader)));
      return items;
    }
    case '"':
      return readString(reader);
    case 't':
      reader.at += 4;
      return true;
    case 'f':
      reader.at += 5;
      return false;
    case 'n':
      reader.at += 4;
      return null;
    default: {
      NUMBER.lastIndex = reader.at;
      const match = NUMBER.exec(text);
      if (match === null) throw new SyntaxError(`unexpected text at ${reader.at}`);
      reader.at += match[0].length;
      return { number: match[0] };
    }
  }
}

const NUMBER = /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const STRING = /"(?:[^"\\]|\\.)*"/y;

function readString(reader: Reader): string {
  skipSpace(reader);
  STRING.lastIndex = reader.at;
  const match = STRING.exec(reader.text);
  if (match === null) throw new SyntaxError(`expected a string at ${reader.at}`);
  reader.at += match[0].length;
  return String(JSON.parse(match[0]));
}

function readItems(reader: Reader, close: string, readItem: () => void): void {
  reader.at++;
  skipSpace(reader);
  if (reader.text[reader.at] === close) {
    reader.at++;
    return;
  }
  for (;;) {
    readItem();
    skipSpace(reader);
    const next = reader.text[reader.at++];
    if (next === close) return;
    if (next !== ',') throw new SyntaxError(`expected a comma at ${reader.at - 1}`);
  }
}

function expect(reader: Reader, text: string): void {
  skipSpace(reader);
  if (!reader.text.startsWith(text, reader.at)) throw new SyntaxError(`expected ${text} at ${reader.at}`);
  reader.at += text.length;
}

function skipSpace(reader: Reader): void {
  while (reader.at < reader.text.length && ' \t\r\n'.includes(reader.text.charAt(reader.at))) reader.at++;
}
