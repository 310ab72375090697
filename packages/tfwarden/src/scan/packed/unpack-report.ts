import { type Diagnostic, type ParsedFile, type PositionedRange, type Range, SourceFile } from '@tfwarden/hcl';
import { directivesOf } from '../../ignore/ignores.ts';
import type { FindingOfRoot, RootReport } from '../root-report.ts';
import type { Rule } from '../rule.ts';
import type { ModulePlace, ShownFinding, WrittenFix, WrittenHop } from '../scan-finding.ts';
import type {
  PackedDefect,
  PackedFile,
  PackedFinding,
  PackedFix,
  PackedHop,
  PackedLabel,
  PackedModule,
  PackedRange,
  PackedReport,
  RuleKey,
} from './packed-report.ts';

/** What packed reports refer to. */
export interface UnpackContext {
  /** The file of the configuration with a name, as this thread read it. */
  fileOf(name: string): ParsedFile;
  /** The text of one, with what positions in it take. */
  sourceOf(name: string): SourceFile;
  ruleOf(key: RuleKey): Rule;
}

/** The report of a root again, as far as merging and reports use it: what was not packed because no report shows it throws when it is asked for. */
export function unpackReport(packed: PackedReport, context: UnpackContext): RootReport {
  const files: SourceFile[] = [];
  for (const file of packed.files) files.push(unpackFile(file, files, context));
  const at = new Places(files);
  const modules: ModulePlace[] = [];
  for (const module of packed.modules) modules.push(unpackModule(module, modules, at));
  const rules = packed.rules.map((key) => context.ruleOf(key));
  const diagnostics = packed.diagnostics.map(({ severity, code, summary, detail, subject, context: around }) => ({
    severity,
    code,
    summary,
    detail,
    subject: subject && at.range(subject),
    context: around && at.range(around),
  }));
  const diagnosticAt = (index: number): Diagnostic => existing(diagnostics[index]);
  const { directory, skipped, counts, work } = packed;
  return {
    directory,
    findings: packed.findings.map(
      (finding): FindingOfRoot => ({
        rule: existing(rules[finding.rule]),
        finding: unpackFinding(finding, existing(modules[finding.module]), at),
        directive: finding.directive && directiveAt(at.file(finding.directive[0]), finding.directive[1], context),
      }),
    ),
    rules: rules.slice(0, packed.ruleCount),
    defects: packed.defects.map(unpackDefect),
    diagnostics: packed.reported.map(diagnosticAt),
    undeclared: new Map(packed.undeclared.map(([folder, mistakes]) => [folder, mistakes.map(diagnosticAt)])),
    gaps: packed.gaps.map((gap) => ({ ...gap, diagnostic: diagnosticAt(gap.diagnostic) })),
    files: packed.configuration.map(([name]) => context.fileOf(name)),
    skipped,
    counts,
    work,
  };
}

/** Ranges of one report. */
class Places {
  readonly #files: readonly SourceFile[];

  constructor(files: readonly SourceFile[]) {
    this.#files = files;
  }

  range(packed: PackedRange): Range {
    const [index, start, end, startPosition, endPosition] = packed;
    const file = this.file(index);
    if (startPosition === undefined || endPosition === undefined) return { file, start, end };
    const positioned: PositionedRange = { file, start, end, startPosition, endPosition };
    return positioned;
  }

  file(index: number): SourceFile {
    return existing(this.#files[index]);
  }
}

function unpackFile(packed: PackedFile, before: readonly SourceFile[], context: UnpackContext): SourceFile {
  if (typeof packed === 'string') return context.sourceOf(packed);
  const { name, text, origin, container, tokenBounds } = packed;
  const file = new SourceFile(name, text, {
    origin,
    ...(container === undefined ? {} : { container: new Places(before).range(container) }),
  });
  file.tokenBounds = tokenBounds;
  return file;
}

function unpackModule(packed: PackedModule, before: readonly ModulePlace[], at: Places): ModulePlace {
  const { address, directory, call } = packed;
  return {
    address,
    directory,
    parent: packed.parent === undefined ? undefined : before[packed.parent],
    call: call && { source: call.source, headerRange: at.range(call.headerRange) },
  };
}

function unpackFinding(packed: PackedFinding, module: ModulePlace, at: Places): ShownFinding {
  const { status, messageId, message, address, resourceType, fix, labels, evidence, path } = packed;
  return {
    status,
    messageId,
    message,
    address,
    resourceType,
    range: at.range(packed.range),
    module,
    fix: fix && unpackFix(fix, at),
    waitsFor: packed.waitsFor.map(([name, rest]) => ({ subject: { address: name }, path: rest })),
    ...(path === undefined ? {} : { path }),
    labels: () => asked(labels).map((label) => unpackLabel(label, at)),
    evidence: () => asked(evidence).map((hop) => unpackHop(hop, at)),
  };
}

function unpackLabel({ range, text }: PackedLabel, at: Places): { readonly range: Range; readonly text: string } {
  return { range: at.range(range), text };
}

function unpackHop(packed: PackedHop, at: Places): WrittenHop {
  const { kind, name, range, part, isUnknown, isSensitive, text } = packed;
  return { kind, name, range: range && at.range(range), part, isUnknown, isSensitive, text: () => asked(text) };
}

function unpackFix({ caution, edits }: PackedFix, at: Places): WrittenFix {
  return {
    caution,
    textEdits: () =>
      edits === null ? undefined : asked(edits).map(({ range, text }) => ({ ...at.range(range), text })),
  };
}

function unpackDefect({ ruleId, address, error }: PackedDefect): RootReport['defects'][number] {
  if (typeof error === 'string') return { ruleId, address, error };
  const revived = new Error(error.message);
  revived.name = error.name;
  if (error.stack !== undefined) revived.stack = error.stack;
  return { ruleId, address, error: revived };
}

function directiveAt(file: SourceFile, index: number, context: UnpackContext): FindingOfRoot['directive'] {
  return existing(directivesOf(context.fileOf(file.name))[index]).directive;
}

/** A report that shows what it did not ask for is a bug, which must not pass for an empty list. */
function asked<T>(part: T | undefined): T {
  if (part === undefined) throw new Error('a report shows a part of a finding that was not packed');
  return part;
}

function existing<T>(item: T | undefined): T {
  if (item === undefined) throw new Error('a packed report refers to what it does not hold');
  return item;
}
