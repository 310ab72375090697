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
    for (const trace of this.dependents) trace.add(this);
  }
}

/** What something was made from. It grows as long as the thing lives: an explanation that is asked for later may read more. */
export class Trace {
  /** The sources that are no longer what the thing was made from. */
  private readonly changed = new Set<Source>();
  private readonly sources = new Set<Source>();
  private readonly onStale: (() => void) | undefined;
  private isReleased = false;

  /** @param onStale  called when a source changes while none had since the thing was made */
  constructor(onStale?: () => void) {
    this.onStale = onStale;
  }

  /** True when the thing has to be made again. */
  get isStale(): boolean {
    return this.changed.size > 0;
  }

  uses(source: Source): void {
    if (this.isReleased || this.sources.has(source)) return;
    this.sources.add(source);
    source.dependents.add(this);
  }

  /** Notes that a source changed. */
  add(source: Source): void {
    const isFirst = this.changed.size === 0;
    this.changed.add(source);
    if (isFirst) this.onStale?.();
  }

  /** The thing was brought up to date with what changed. */
  refresh(): void {
    this.changed.clear();
  }

  /** @returns the folders whose configuration changed, when nothing else did */
  changedFolders(): readonly string[] | undefined {
    const folders: string[] = [];
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
