import {
  type DirectoryEntry,
  type FileProblem,
  type FileSystem,
  isProblem,
  joinPath,
  parentPath,
} from '@tfwarden/terraform';
import { Source, type Trace } from './dependency.ts';

/** A file system whose files change between scans. */
export interface ChangingFileSystem extends FileSystem {
  /**
   * Forgets what it keeps of folders and links; called before the files are looked at anew. Absent where nothing is kept.
   * @returns false when its answers depended on the order of the questions, so that all of them have to be asked again
   */
  renew?(): boolean;
  /** Where a path leads when a link is part of it, else the path itself. Absent where there are no links. */
  realPath?(path: string): string;
}

/** The answers of a file system as long as nothing changes, and who used them. */
export interface Snapshot {
  /** A file system that gives the kept answers and notes each in a trace. */
  traced(trace: Trace): FileSystem;
  /**
   * Asks again what may have another answer now; what was made from an answer that differs is stale.
   * @param changes  paths of files and folders that were written, made, deleted or moved, as the watcher of a disk names them; undefined to ask
   *                 everything again
   */
  renew(changes: readonly string[] | undefined): void;
  /** Folders in which a change may change an answer, relative to the boundary: those that were listed, and those of files that were read or looked for. The same
   * set as before when it holds the same. */
  folders(): ReadonlySet<string>;
}

/** More changes than this are not looked up one by one: asking everything again costs less. */
const MAX_CHANGES = 200;

type Bytes = Uint8Array | FileProblem;
type Listing = readonly DirectoryEntry[] | FileProblem;
type Kind = 'file' | 'directory' | FileProblem;

interface Kept<A> {
  readonly path: string;
  /** Where the path leads. */
  readonly place: string;
  readonly source: Source;
  readonly answer: A;
}

export function createSnapshot(fileSystem: ChangingFileSystem): Snapshot {
  const placeOf = (path: string): string => fileSystem.realPath?.(path) ?? joinPath('.', path) ?? path;
  const read = new Answers<Bytes>((path) => fileSystem.read(path), isSameContent, placeOf);
  const list = new Answers<Listing>((path) => fileSystem.list(path), isSameData, placeOf);
  const stat = new Answers<Kind>((path) => fileSystem.stat(path), isSameData, placeOf);
  let known: ReadonlySet<string> | undefined;
  return {
    traced: (trace) => ({
      read: (path) => read.find(path, trace),
      list: (path) => list.find(path, trace),
      stat: (path) => stat.find(path, trace),
    }),
    renew(changes) {
      const all = [read, list, stat];
      if (changes === undefined || changes.length > MAX_CHANGES || changes.includes('.')) {
        for (const answers of all) answers.renewAll();
        return;
      }
      const places = new Set(changes);
      for (const path of changes) {
        for (let folder = parentPath(path); !places.has(folder); folder = parentPath(folder)) places.add(folder);
      }
      for (const answers of all) answers.renewAt(places);
      // Of what is a file now and was one before, nothing is within.
      const folders = changes.filter((path) => !(read.known(path) instanceof Uint8Array));
      if (folders.length > 0) for (const answers of all) answers.renewBelow(folders);
    },
    folders() {
      const isSame = known !== undefined && [read, list, stat].every((answers) => !answers.hasOtherPlaces);
      if (known !== undefined && isSame) return known;
      const folders = new Set<string>();
      for (const place of list.places()) folders.add(place);
      for (const answers of [read, stat]) for (const place of answers.places()) folders.add(parentPath(place));
      known = folders;
      return folders;
    },
  };
}

/** The answers to one kind of question. */
class Answers<A> {
  private readonly kept = new Map<string, Kept<A>>();
  /** Those whose path leads through a link. */
  private readonly linked = new Set<Kept<A>>();
  /** Whether there are others than when `places` was asked for. */
  hasOtherPlaces: boolean = true;
  private readonly ask: (path: string) => A;
  private readonly isSame: (a: A, b: A) => boolean;
  private readonly placeOf: (path: string) => string;

  constructor(ask: (path: string) => A, isSame: (a: A, b: A) => boolean, placeOf: (path: string) => string) {
    this.ask = ask;
    this.isSame = isSame;
    this.placeOf = placeOf;
  }

  find(path: string, trace: Trace): A {
    let kept = this.kept.get(path);
    if (kept === undefined) {
      kept = { path, place: this.placeOf(path), source: new Source(), answer: this.ask(path) };
      this.keep(kept);
    }
    trace.uses(kept.source);
    return kept.answer;
  }

  /** Paths as they are, and where they lead: a link itself may be changed too. */
  *places(): Generator<string> {
    this.hasOtherPlaces = false;
    for (const { path, place } of this.kept.values()) {
      yield path;
      if (place !== path) yield place;
    }
  }

  known(path: string): A | undefined {
    return this.kept.get(path)?.answer;
  }

  renewAll(): void {
    for (const kept of this.kept.values()) this.renew(kept);
  }

  renewAt(places: ReadonlySet<string>): void {
    for (const place of places) {
      const kept = this.kept.get(place);
      if (kept !== undefined) this.renew(kept);
    }
    for (const kept of this.linked) if (places.has(kept.place)) this.renew(kept);
  }

  renewBelow(folders: readonly string[]): void {
    const isBelow = (path: string): boolean =>
      folders.some((folder) => path.startsWith(folder) && path[folder.length] === '/');
    for (const kept of this.kept.values()) {
      if (isBelow(kept.path) || (kept.place !== kept.path && isBelow(kept.place))) this.renew(kept);
    }
  }

  private renew(kept: Kept<A>): void {
    const { path, source } = kept;
    if (source.dependents.size === 0) {
      this.forget(kept);
      return;
    }
    const answer = this.ask(path);
    const place = this.placeOf(path);
    if (place === kept.place && this.isSame(kept.answer, answer)) return;
    this.linked.delete(kept);
    this.keep({ path, place, source, answer });
    // Whoever uses the old answer is stale and asks again.
    source.change();
  }

  private keep(kept: Kept<A>): void {
    if (this.kept.get(kept.path)?.place !== kept.place) this.hasOtherPlaces = true;
    this.kept.set(kept.path, kept);
    if (kept.place !== kept.path) this.linked.add(kept);
  }

  private forget(kept: Kept<A>): void {
    this.hasOtherPlaces = true;
    this.kept.delete(kept.path);
    this.linked.delete(kept);
  }
}

function isSameContent(a: Bytes, b: Bytes): boolean {
  if (isProblem(a) || isProblem(b)) return isSameData(a, b);
  if (a === b) return true;
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

function isSameData(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
