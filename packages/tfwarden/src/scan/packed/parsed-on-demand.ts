import type { AnyBody, Comment, ParsedFile, SourceFile } from '@tfwarden/hcl';

/** A file of which only the text was read: what another thread scanned needs no tree here, or rarely. */
export class ParsedOnDemand implements ParsedFile {
  readonly file: SourceFile;
  readonly #parse: () => ParsedFile;
  #parsed: ParsedFile | undefined;

  /** @param parse  gives the same file parsed */
  constructor(file: SourceFile, parse: () => ParsedFile) {
    this.file = file;
    this.#parse = parse;
  }

  get body(): AnyBody {
    return this.parse().body;
  }

  get comments(): readonly Comment[] {
    return this.parse().comments;
  }

  parse(): ParsedFile {
    this.#parsed ??= this.#parse();
    return this.#parsed;
  }
}
