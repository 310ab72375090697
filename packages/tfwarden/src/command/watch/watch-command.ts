import { relative, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { toPosix } from '../../node/locate.ts';
import { type FolderWatcher, watchFolders } from '../../node/watch-folders.ts';
import { renderDiagnostics } from '../../report/diagnostics-text.ts';
import { isForPeople } from '../../report/format.ts';
import { shownFindings } from '../../report/report-context.ts';
import { count, renderText } from '../../report/text.ts';
import type { ScanFinding } from '../../scan/scan-finding.ts';
import type { ScanResult } from '../../scan/scan-result.ts';
import { EXIT_CODE } from '../exit-code.ts';
import { createProgress } from '../progress.ts';
import { plainReportOptions } from '../report-options.ts';
import type { Invocation } from '../run.ts';
import { exitCodeOf, writeDefects, writeProblems } from '../scan-outcome.ts';
import type { SettingsProblem } from '../scan-settings.ts';
import { type Changes, createChanges } from './changes.ts';
import { newsBetween } from './news.ts';
import { newsLine, newsLines } from './show-news.ts';
import { openSession, type WatchSession } from './watch-session.ts';

/** What `--watch` needs of the process, so that tests can be it. */
export interface WatchSurroundings {
  watchFolders(onChange: (path: string) => void, onProblem: (problem: string) => void): FolderWatcher;
  /** Calls back when the person ends the run. */
  onInterrupt(end: () => void): void;
  pause(ms: number): Promise<void>;
  /** Called whenever everything is shown and the next change is waited for. */
  onRest?(): void;
}

const OF_PROCESS: WatchSurroundings = {
  watchFolders,
  onInterrupt(end) {
    // A second one ends the process at once, as it would without us.
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, end);
  },
  pause: (ms) => setTimeout(ms),
};

/** `tfwarden --watch [path...]`: scans, shows, and does so again after each change. @returns the exit code of the last scan */
export async function watchCommand(
  invocation: Invocation,
  surroundings: WatchSurroundings = OF_PROCESS,
): Promise<number> {
  const { io } = invocation;
  const refused = refusedWith(invocation);
  if (refused !== undefined) {
    io.stderr.write(`tfwarden: ${refused}\n`);
    return EXIT_CODE.failed;
  }
  const progress = createProgress(io, invocation.values.isOn('no-progress'));
  const opened = await openSession(invocation, progress);
  if ('problem' in opened) {
    writeProblem(opened, invocation);
    return EXIT_CODE.failed;
  }
  const changes = createChanges((ms) => surroundings.pause(ms));
  const watcher = surroundings.watchFolders(
    (path) => changes.add(path),
    (problem) => io.stderr.write(`tfwarden: ${problem}\n`),
  );
  surroundings.onInterrupt(() => changes.end());
  try {
    return await new Watch(invocation, surroundings, changes, watcher, opened, progress).run();
  } finally {
    watcher.close();
  }
}

/** One run of `--watch`. */
class Watch {
  private readonly invocation: Invocation;
  private readonly surroundings: WatchSurroundings;
  private readonly changes: Changes;
  private readonly watcher: FolderWatcher;
  private readonly progress: ReturnType<typeof createProgress>;
  private session: WatchSession;
  /** What is shown, and what the scanner gave for it. */
  private shown: { readonly result: ScanResult; readonly scanned: ScanResult } | undefined;
  /** Folders of settings that could not be read; undefined as long as they are right. */
  private refusedPlaces: readonly string[] | undefined;
  /** What was given to the watcher. */
  private watched: { readonly found: ReadonlySet<string>; readonly others: string } | undefined;
  private code: number = EXIT_CODE.clean;

  constructor(
    invocation: Invocation,
    surroundings: WatchSurroundings,
    changes: Changes,
    watcher: FolderWatcher,
    session: WatchSession,
    progress: ReturnType<typeof createProgress>,
  ) {
    this.invocation = invocation;
    this.surroundings = surroundings;
    this.changes = changes;
    this.watcher = watcher;
    this.session = session;
    this.progress = progress;
  }

  async run(): Promise<number> {
    await this.scan(undefined);
    for (;;) {
      this.surroundings.onRest?.();
      const paths = await this.changes.next();
      if (paths === undefined) return this.code;
      if (this.isSettled(paths)) await this.scan(paths);
      else await this.reopen();
    }
  }

  /** Whether the settings are what they were. */
  private isSettled(paths: readonly string[]): boolean {
    const today = this.invocation.io.now().toISOString().slice(0, 10);
    const { session, refusedPlaces } = this;
    return refusedPlaces === undefined && today === session.today && !paths.some((path) => session.places.isOne(path));
  }

  private async reopen(): Promise<void> {
    const opened = await openSession(this.invocation, this.progress);
    if ('problem' in opened) {
      this.refusedPlaces = opened.places?.folders ?? [];
      this.watch();
      writeProblem(opened, this.invocation);
      this.invocation.io.stderr.write(
        'tfwarden: what was shown is of the settings before; the next change is waited for\n',
      );
      this.code = EXIT_CODE.failed;
      return;
    }
    this.refusedPlaces = undefined;
    this.session = opened;
    await this.scan(undefined);
  }

  /** Watches everything that matters now. @returns the folders that were not watched before */
  private watch(): readonly string[] {
    const { scanner, places, prepared } = this.session;
    const { boundary } = prepared.location;
    const found = scanner.folders();
    const others = [...places.folders, ...(this.refusedPlaces ?? [])].join('\n');
    if (this.watched?.found === found && this.watched.others === others && this.watcher.isWhole()) return [];
    this.watched = { found, others };
    const folders = Array.from(found, (folder) => resolve(boundary, folder));
    return this.watcher.watch([...folders, ...places.folders, ...(this.refusedPlaces ?? [])]);
  }

  /** Scans until nothing is left to watch that was not watched while it was read, and shows the result when it is another one. */
  private async scan(paths: readonly string[] | undefined): Promise<void> {
    const { scanner, prepared } = this.session;
    const nameOf = (path: string): string => toPosix(relative(prepared.location.boundary, path));
    let scanned = await scanner.scan(paths?.map(nameOf));
    for (let added = this.watch(); added.length > 0; added = this.watch()) {
      scanned = await scanner.scan(added.map(nameOf));
    }
    this.progress.end();
    if (this.shown?.scanned === scanned) return;
    const result = await this.session.baseline.apply(scanned);
    this.code = exitCodeOf(result, this.invocation, prepared);
    await this.show(result);
    this.shown = { result, scanned };
  }

  private async show(result: ScanResult): Promise<void> {
    const { invocation, session } = this;
    const { io } = invocation;
    const options = session.optionsFor(io.stdout, formatOf(invocation));
    const before = this.shown?.result;
    const shown = (of: ScanResult): readonly ScanFinding[] => shownFindings({ result: of, options });
    const news =
      before === undefined
        ? undefined
        : newsBetween(shown(before), shown(result), before.diagnostics, result.diagnostics);
    if (news !== undefined && !io.stdout.isTerminal) {
      writeDefects(result, invocation);
      io.stdout.write(newsLines(news, result, options));
      return;
    }
    if (news !== undefined) io.stdout.write(CLEAR);
    await writeProblems(result, invocation, session.prepared, session.optionsFor);
    io.stdout.write(renderText({ result, options }));
    if (news !== undefined) io.stdout.write(newsLine(news, options));
    io.stdout.write(`watching ${count(result.counts.files, 'file')}; Ctrl+C ends\n`);
  }
}

/** Clears the terminal with what was scrolled away, and goes to its top. */
const CLEAR = '\u001b[2J\u001b[3J\u001b[H';

/** Flags that want one report of one scan. */
const ONE_REPORT: readonly string[] = ['out', 'write-baseline', 'run-statistics', 'migrate-ignores'];

function refusedWith({ values }: Invocation): string | undefined {
  const flag = ONE_REPORT.find((name) => values.isGiven(name));
  if (flag !== undefined) return `\`--${flag}\` and \`--watch\` do not go together: it is about one scan`;
  const format = values.list('format').find((name) => !isForPeople(name.toLowerCase()));
  if (format === undefined) return undefined;
  return `\`--watch\` shows findings to people; expected \`--format lovely\` or \`--format text\`, found \`${format}\``;
}

/** `text` is without colour. */
function formatOf({ values }: Invocation): string {
  return values.list('format').at(-1)?.toLowerCase() ?? 'lovely';
}

function writeProblem({ problem, diagnostics }: SettingsProblem, invocation: Invocation): void {
  const { io } = invocation;
  io.stderr.write(renderDiagnostics(diagnostics, plainReportOptions(invocation, io.stderr)));
  io.stderr.write(`tfwarden: ${problem}\n`);
}
