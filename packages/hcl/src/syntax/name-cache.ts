/** Places in the cache; a power of two. */
const SIZE = 1024;

/** In shorter texts names hardly ever come twice. */
const MIN_LENGTH = 1_000;

/**
 * Remembers names, so that one that comes again (`name`, `var`, `aws_s3_bucket`) is the same string and takes no memory.
 * Names that fall on the same place replace each other.
 */
export class NameCache {
  /** Made when first needed: templates are parsed by the thousand and hold few names. */
  private names: string[] | undefined = undefined;
  private readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  /** The text between two offsets, `start` before `end`. */
  nameAt(start: number, end: number): string {
    const { text } = this;
    if (text.length < MIN_LENGTH) return text.slice(start, end);
    this.names ??= Array.from({ length: SIZE }, () => '');
    const length = end - start;
    const hash =
      text.charCodeAt(start) * 31 +
      text.charCodeAt(start + (length >> 1)) * 137 +
      text.charCodeAt(end - 1) * 1021 +
      length * 7;
    const place = hash & (SIZE - 1);
    const known = this.names[place] ?? '';
    if (known.length === length && isAt(text, start, known)) return known;
    const name = text.slice(start, end);
    this.names[place] = name;
    return name;
  }
}

function isAt(text: string, start: number, name: string): boolean {
  for (let i = 0; i < name.length; i++) if (name.charCodeAt(i) !== text.charCodeAt(start + i)) return false;
  return true;
}
