import { type AnyBody, type Comment, type ParsedFile, parseConfig, parseJson, type SourceFile } from '@tfwarden/hcl';

/** A file of which only the text was read: what another thread scanned needs no tree here, or rarely. */
export class ParsedOnDemand implements ParsedFile {
  readonly file: SourceFile;
  #parsed: ParsedFile | undefined;

  constructor(file: SourceFile) {
    this.file = file;
  }

  get body(): AnyBody {
    return this.parse().body;
  }

  get comments(): readonly Comment[] {
    return this.parse().comments;
  }

  parse(): ParsedFile {
    this.#parsed ??= (this.file.name.endsWith('.json') ? parseJson(this.file) : parseConfig(this.file)).parsed;
    return this.#parsed;
  }
}
