/** Something read that may change, and what was made from it. */
export class Source {
  readonly dependents: Set<Trace> = new Set();
  /** The folder whose configuration it is; undefined for anything else. */
  readonly folder: string | undefined;

  constructor(folder?: string) {
    this.folder = folder;
  }

  /** Makes everything stale that was made from it. */
  change(): void {
    for (const trace of this.dependents) trace.changed.add(this);
  }
}

/** What something was made from. It grows as long as the thing lives: an explanation that is asked for later may read more. */
export class Trace {
  /** The sources that are no longer what the thing was made from. */
  readonly changed: Set<Source> = new Set();
  private readonly sources = new Set<Source>();
  private isReleased = false;
  private isSpoilt = false;

  /** True when the thing has to be made again. */
  get isStale(): boolean {
    return this.isSpoilt || this.changed.size > 0;
  }

  uses(source: Source): void {
    if (this.isReleased || this.sources.has(source)) return;
    this.sources.add(source);
    source.dependents.add(this);
  }

  /** Makes the thing stale whatever changes. */
  spoil(): void {
    this.isSpoilt = true;
  }

  /** The thing was brought up to date with what changed. */
  refresh(): void {
    this.changed.clear();
  }

  /** @returns the folders whose configuration changed, when nothing else did */
  changedFolders(): readonly string[] | undefined {
    const folders: string[] = [];
    if (this.isSpoilt) return undefined;
    for (const { folder } of this.changed) {
      if (folder === undefined) return undefined;
      folders.push(folder);
    }
    return folders;
  }

  /** The thing is no longer kept: nothing is remembered for it. */
  release(): void {
    this.isReleased = true;
    for (const source of this.sources) source.dependents.delete(this);
    this.sources.clear();
  }
}
