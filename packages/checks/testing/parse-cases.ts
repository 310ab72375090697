/** One `##` section of a cases file: files, and what the check must say about them. */
export interface Case {
  readonly title: string;
  /** Line of the heading in the cases file, from 1. */
  readonly line: number;
  readonly files: Readonly<Record<string, string>>;
  readonly expectations: readonly Expectation[];
  /** Files after all fixes, where the section has `fixed` blocks. */
  readonly fixed: Readonly<Record<string, string>> | undefined;
}

export interface Expectation {
  readonly file: string;
  /** Line in `file`, from 1. */
  readonly line: number;
  readonly messageId: string;
  readonly status: 'failed' | 'undetermined';
  /** Whether a fix must be offered or must not be; undefined when the case does not say. */
  readonly hasFix: boolean | undefined;
  readonly address: string | undefined;
}

/** Names of files by the language of a fenced block without a title. */
const DEFAULT_TITLES: Readonly<Record<string, string>> = {
  hcl: 'main.tf',
  terraform: 'main.tf',
  json: 'main.tf.json',
  tfvars: 'terraform.tfvars',
};

/**
 * Reads a literate cases file. A section may say `# expect: none`; one that says nothing at all is a mistake.
 * @throws with the line of the cases file when it is malformed
 */
export function parseCases(markdown: string): readonly Case[] {
  const cases: Case[] = [];
  let section: Section | undefined;
  let fence: Fence | undefined;
  for (const [index, line] of markdown.split('\n').entries()) {
    if (fence !== undefined) {
      if (line.trim() === '```') {
        section?.add(fence);
        fence = undefined;
      } else {
        fence.lines.push(line);
      }
      continue;
    }
    const heading = /^## (.+)$/.exec(line);
    const opening = /^```(\S*)\s*(.*)$/.exec(line);
    if (heading !== null) {
      if (section !== undefined) cases.push(section.finish());
      section = new Section(heading[1] ?? '', index + 1);
    } else if (opening !== null) {
      if (section === undefined)
        throw new Error(`line ${index + 1}: a block of code stands before the first ## heading`);
      const title = /\btitle=(\S+)/.exec(opening[2] ?? '')?.[1];
      fence = { language: opening[1] ?? '', title, line: index + 1, lines: [] };
    }
  }
  if (fence !== undefined) throw new Error(`line ${fence.line}: the block of code has no end`);
  if (section !== undefined) cases.push(section.finish());
  return cases;
}

interface Fence {
  readonly language: string;
  readonly title: string | undefined;
  readonly line: number;
  readonly lines: string[];
}

class Section {
  readonly #title: string;
  readonly #line: number;
  readonly #files: Record<string, string> = {};
  readonly #fixed: Record<string, string> = {};
  readonly #expectations: Expectation[] = [];
  #saysNone = false;

  constructor(title: string, line: number) {
    this.#title = title;
    this.#line = line;
  }

  add(fence: Fence): void {
    if (fence.language === 'expect') {
      for (const line of fence.lines) this.#expectElsewhere(line, fence.line);
      return;
    }
    const isFixed = fence.language === 'fixed';
    const title = fence.title ?? (isFixed ? 'main.tf' : DEFAULT_TITLES[fence.language]);
    if (title === undefined) throw new Error(`line ${fence.line}: a block of \`${fence.language}\` needs title=PATH`);
    const files = isFixed ? this.#fixed : this.#files;
    // Several blocks of one name are one file with the prose between them.
    const before = files[title] === undefined ? '' : `${files[title]}\n`;
    const firstLine = before.split('\n').length;
    files[title] = `${before}${fence.lines.join('\n')}\n`;
    if (isFixed) return;
    for (const [i, line] of fence.lines.entries()) {
      const comment = /(?:#|\/\/) expect: (.+)$/.exec(line);
      if (comment !== null) this.#expect(title, firstLine + i, comment[1] ?? '', fence.line + i + 1);
    }
  }

  finish(): Case {
    if (this.#expectations.length === 0 && !this.#saysNone) {
      throw new Error(`line ${this.#line}: the section "${this.#title}" expects nothing; write \`# expect: none\``);
    }
    const isFixed = Object.keys(this.#fixed).length > 0;
    return {
      title: this.#title,
      line: this.#line,
      files: this.#files,
      expectations: this.#expectations,
      fixed: isFixed ? { ...this.#files, ...this.#fixed } : undefined,
    };
  }

  #expectElsewhere(line: string, lineInCases: number): void {
    if (line.trim() === '') return;
    const match = /^([^:\s]+):([0-9]+): (.+)$/.exec(line.trim());
    if (match !== null) this.#expect(match[1] ?? '', Number(match[2]), match[3] ?? '', lineInCases);
    else if (line.trim() === 'none') this.#saysNone = true;
    else throw new Error(`line ${lineInCases}: expected \`FILE:LINE: message\` or \`none\`, found \`${line.trim()}\``);
  }

  /** Reads `missing, no fix`, `world for aws_vpc.main["a"]`, `open?`, `undecided`, `none`. */
  #expect(file: string, line: number, text: string, lineInCases: number): void {
    for (const part of text.split(', ')) {
      const last = this.#expectations.at(-1);
      if (part === 'none') {
        this.#saysNone = true;
      } else if (part === 'fix' || part === 'no fix') {
        if (last === undefined) throw new Error(`line ${lineInCases}: \`${part}\` stands behind a message`);
        this.#expectations[this.#expectations.length - 1] = { ...last, hasFix: part === 'fix' };
      } else {
        const match = /^([A-Za-z][A-Za-z0-9]*)(\?)?(?: for (\S+))?$/.exec(part.trim());
        if (match === null) throw new Error(`line ${lineInCases}: cannot read the expectation \`${part}\``);
        const messageId = match[1] ?? '';
        const isUndetermined = match[2] !== undefined || messageId === 'undecided';
        const status = isUndetermined ? 'undetermined' : 'failed';
        this.#expectations.push({ file, line, messageId, status, hasFix: undefined, address: match[3] });
      }
    }
  }
}
