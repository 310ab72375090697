/** Something read that may change, and what was made from it. */
export class Source {
  readonly dependents: Set<Trace> = new Set<Trace>();

  /** Makes everything stale that was made from it. */
  change(): void {
    for (const trace of this.dependents) trace.isStale = true;
  }
}

/** What something was made from. It grows as long as the thing lives: an explanation that is asked for later may read more. */
export class Trace {
  /** True when a source changed, so that the thing has to be made again. */
  isStale: boolean = false;
  private readonly sources = new Set<Source>();
  private isReleased = false;

  uses(source: Source): void {
    if (this.isReleased || this.sources.has(source)) return;
    this.sources.add(source);
    source.dependents.add(this);
  }

  /** The thing is no longer kept: nothing is remembered for it. */
  release(): void {
    this.isReleased = true;
    for (const source of this.sources) source.dependents.delete(this);
    this.sources.clear();
  }
}
