import type { ParsedFile, PositionedRange, Range, SourceFile } from '@tfwarden/hcl';
import type { ModulePlace } from '../scan-finding.ts';
import type { PackedFile, PackedModule, PackedRange } from './packed-report.ts';

/** Gathers the files and module instances of one report in tables. */
export class PlacePacker {
  readonly files: PackedFile[] = [];
  readonly modules: PackedModule[] = [];
  readonly #configuration: ReadonlySet<SourceFile>;
  readonly #fileIndexes = new Map<SourceFile, number>();
  readonly #moduleIndexes = new Map<ModulePlace, number>();

  /** @param configuration  the files that are known by name */
  constructor(configuration: readonly ParsedFile[]) {
    this.#configuration = new Set(configuration.map(({ file }) => file));
  }

  range(range: Range | PositionedRange): PackedRange {
    const { start, end } = range;
    const file = this.file(range.file);
    return 'startPosition' in range ? [file, start, end, range.startPosition, range.endPosition] : [file, start, end];
  }

  file(file: SourceFile): number {
    const known = this.#fileIndexes.get(file);
    if (known !== undefined) return known;
    let packed: PackedFile = file.name;
    if (!this.#configuration.has(file)) {
      const { name, text, origin, tokenBounds } = file;
      const container = file.container === undefined ? undefined : this.range(file.container);
      packed = { name, text, origin, container, tokenBounds };
    }
    const index = this.files.push(packed) - 1;
    this.#fileIndexes.set(file, index);
    return index;
  }

  module(module: ModulePlace): number {
    const known = this.#moduleIndexes.get(module);
    if (known !== undefined) return known;
    const { address, directory, call } = module;
    const parent = module.parent === undefined ? undefined : this.module(module.parent);
    const packedCall = call && { source: call.source, headerRange: this.range(call.headerRange) };
    const index = this.modules.push({ address, directory, parent, call: packedCall }) - 1;
    this.#moduleIndexes.set(module, index);
    return index;
  }
}
