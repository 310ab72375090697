/** Bounds on what one root may grow to. Each is reported once when it is met; what lies behind it is left out. */
export interface Limits {
  /** Instances of one resource or module call through `count` or `for_each`. */
  readonly instancesPerBlock: number;
  /** Resource and module instances of one root together. */
  readonly instancesInTotal: number;
  /** Instances of modules of one root: modules that each call two others would double with every level. */
  readonly moduleInstances: number;
  /** Modules within modules. */
  readonly moduleDepth: number;
  /** Blocks that one `dynamic` block makes. */
  readonly dynamicBlocks: number;
  /**
   * Work that all expressions of one scan may take together, in units that cost about a tenth of a microsecond. Estates of thousands of
   * resources take a few million.
   */
  readonly work: number;
  /** Nesting of evaluations that the order of references could not foresee. */
  readonly evaluationDepth: number;
}

export const LIMITS: Limits = {
  instancesPerBlock: 20_000,
  instancesInTotal: 100_000,
  moduleInstances: 20_000,
  moduleDepth: 1_000,
  dynamicBlocks: 10_000,
  work: 200_000_000,
  evaluationDepth: 64,
};
