/** A file that looks like configuration and was not read. */
export interface SkippedFile {
  readonly path: string;
  /** One clause: `replaced by main.tofu`. */
  readonly reason: string;
}
