import type { Finding } from '@tfwarden/checks';
import type { Diagnostic, ParsedFile, Range, SourceFile, Value } from '@tfwarden/hcl';
import type { ModuleInstance } from '@tfwarden/terraform';
import type { IdMatcher } from '../identity/id-matcher.ts';
import { hasWildcard, matchesWildcard } from '../text/wildcard.ts';
import { type Ancestor, ancestorsOf } from './ancestors.ts';
import type { Directive, DirectiveTarget } from './directive.ts';
import { directivesOnLines, type FileIgnores, type PlacedDirective, readFileIgnores } from './file-ignores.ts';

/** What ignores look at: findings of our checks and of custom ones. */
type RawFinding = Omit<Finding, 'check'>;

export interface IgnoreOptions {
  readonly matcher: IdMatcher;
  /** `terraform.workspace` of the scan. */
  readonly workspace: string;
  /** The present day in UTC, `YYYY-MM-DD`. */
  readonly today: string;
}

/** The ignores of the files that were added. */
export interface Ignores {
  /** Takes the comments of a file in; a file is read once. */
  addFile(file: ParsedFile): void;
  /** @returns the ignore that covers a finding, or undefined */
  find(finding: RawFinding, ruleId: string): Directive | undefined;
  /** Unknown ids, dates that are none, and ignores whose day has passed, as warnings. */
  diagnostics(): readonly Diagnostic[];
  /** Every ignore in order of file and place, with what became of it. @param used  those that cover a finding */
  all(used: ReadonlySet<Directive>): readonly IgnoreRecord[];
}

export interface IgnoreRecord {
  readonly directive: Directive;
  readonly isUsed: boolean;
  readonly isExpired: boolean;
  readonly isOtherWorkspace: boolean;
}

export function createIgnores(options: IgnoreOptions): Ignores {
  const files = new Map<SourceFile, FileIgnores>();

  function isFor(placed: PlacedDirective, ruleId: string): DirectiveTarget | undefined {
    if (!isActive(placed.directive, options)) return undefined;
    return placed.directive.targets.find(
      (candidate) => candidate.id === '*' || options.matcher.matches(candidate.id, ruleId),
    );
  }

  function findAt(site: Site, finding: RawFinding, ruleId: string): Directive | undefined {
    for (const node of site.nodes) {
      for (const placed of reaching(node, site)) {
        const target = isFor(placed, ruleId);
        if (target !== undefined && parametersHold(target, node, finding, site)) return placed.directive;
      }
    }
    for (const placed of site.ignores.wide) if (isFor(placed, ruleId) !== undefined) return placed.directive;
    return undefined;
  }

  return {
    addFile(file) {
      if (files.has(file.file)) return;
      const ignores = fileIgnoresOf(file);
      if (ignores.directives.length > 0) files.set(file.file, ignores);
    },

    find(finding, ruleId) {
      if (files.size === 0) return undefined;
      for (const site of sitesOf(finding, files)) {
        const directive = findAt(site, finding, ruleId);
        if (directive !== undefined) return directive;
      }
      return undefined;
    },

    diagnostics() {
      const diagnostics: Diagnostic[] = [];
      for (const { directives } of files.values()) {
        for (const { directive } of directives) diagnostics.push(...problemsOf(directive, options));
      }
      return diagnostics;
    },

    all(used) {
      const records: IgnoreRecord[] = [];
      for (const { directives } of files.values()) {
        for (const { directive } of directives) {
          records.push({
            directive,
            isUsed: used.has(directive),
            isExpired: directive.expires?.day !== undefined && directive.expires.day < options.today,
            isOtherWorkspace: !workspaceHolds(directive, options.workspace),
          });
        }
      }
      return records;
    },
  };
}

/** The ignores of a file, in source order; the same objects each time. */
export function directivesOf(file: ParsedFile): readonly PlacedDirective[] {
  return fileIgnoresOf(file).directives;
}

/** Comments are read once for each parsed file, however many roots use it. */
const IGNORES_OF_FILES = new WeakMap<ParsedFile, FileIgnores>();

function fileIgnoresOf(file: ParsedFile): FileIgnores {
  let ignores = IGNORES_OF_FILES.get(file);
  if (ignores === undefined) {
    ignores = readFileIgnores(file);
    IGNORES_OF_FILES.set(file, ignores);
  }
  return ignores;
}

/** One file that a finding touches, with the nodes of it that surround the finding. */
interface Site {
  readonly ignores: FileIgnores;
  readonly nodes: readonly Ancestor[];
  /** The finding's own range, when it is in this file. */
  readonly range: Range | undefined;
  /** The module instance whose call the nodes are, for parameters. */
  readonly callOf: ModuleInstance | undefined;
}

/** The places whose ancestors count: the finding itself, the blocks around it, and every module call on the way from the root. */
function sitesOf(finding: RawFinding, files: ReadonlyMap<SourceFile, FileIgnores>): readonly Site[] {
  const sites: Site[] = [];
  const own = files.get(finding.range.file);
  if (own !== undefined) {
    sites.push({ ignores: own, nodes: ancestorsOf(own.file, finding.range), range: finding.range, callOf: undefined });
  }
  const owner = finding.enclosing.at(-1);
  if (owner !== undefined) {
    const ignores = files.get(owner.headerRange.file);
    // The place may be in another block than the resource: a policy document that it refers to.
    if (ignores !== undefined) {
      sites.push({ ignores, nodes: ancestorsOf(ignores.file, owner.headerRange), range: undefined, callOf: undefined });
    }
  }
  for (let module: ModuleInstance | undefined = finding.module; module?.call !== undefined; module = module.parent) {
    const ignores = files.get(module.call.headerRange.file);
    if (ignores === undefined) continue;
    sites.push({
      ignores,
      nodes: ancestorsOf(ignores.file, module.call.headerRange),
      range: undefined,
      callOf: module,
    });
  }
  return sites;
}

/**
 * The ignores for a node by tfsec's rule: on the first line of the node or above it. Further, an ignore behind the last line of an attribute counts for
 * it, and so does one anywhere inside the attribute when the finding is about the attribute as a whole.
 */
function reaching(node: Ancestor, site: Site): readonly PlacedDirective[] {
  const { ignores } = site;
  const first = lineOf(node);
  const found = (ignores.byLine.get(first) ?? []).filter(
    (placed) => placed.directive.reach !== 'next-block' || node.kind === 'block',
  );
  if (node.kind === 'element') return found;
  if (node.kind === 'block') {
    // Checkov and Terrascan write into the block, KICS above it.
    const inside = directivesOnLines(ignores, first, node.file.lineOf(node.end)).filter(
      (placed) => placed.directive.reach === 'block' && isWithin(placed.directive.range, node),
    );
    return inside.length === 0 ? found : [...found, ...inside];
  }
  const last = node.file.lineOf(Math.max(node.start, node.end - 1));
  if (last === first) return found;
  const isAboutAll = site.nodes.at(-1) === node;
  const inside = isAboutAll
    ? directivesOnLines(ignores, first, last).filter((placed) => isWithin(placed.directive.range, node))
    : [];
  const behind = directivesOnLines(ignores, last, last).filter((placed) => placed.isTrailing);
  return [...found, ...inside, ...behind].filter((placed) => placed.directive.reach === 'place');
}

function lineOf(node: Range): number {
  return node.file.lineOf(node.start);
}

function isWithin(inner: Range, outer: Range): boolean {
  return inner.start >= outer.start && inner.end <= outer.end;
}

function parametersHold(target: DirectiveTarget, node: Ancestor, finding: RawFinding, site: Site): boolean {
  if (target.parameters.length === 0) return true;
  const read = valueReader(node, finding, site);
  return target.parameters.every((parameter) => {
    const value = read(parameter.name);
    return value !== undefined && equalsText(value, parameter.value);
  });
}

/** The arguments of a module call, or of the block that the node is or belongs to. */
function valueReader(node: Ancestor, finding: RawFinding, site: Site): (name: string) => Value | undefined {
  const { callOf } = site;
  if (callOf !== undefined) return (name) => callOf.variables.get(name)?.value;
  const blocks = finding.enclosing;
  const block =
    blocks.find((enclosing) => enclosing.range.file === node.file && enclosing.headerRange.start === node.start) ??
    blocks.find((enclosing) => isWithin(node, enclosing.range)) ??
    // `dynamic` and `content` have no values of their own: the block they make does.
    blocks.findLast((enclosing) => isWithin(enclosing.range, node)) ??
    blocks.at(-1);
  return (name) => block?.body.attribute(name)?.value;
}

function equalsText(value: Value, text: string): boolean {
  switch (value.kind) {
    case 'string':
      return value.value.toLowerCase() === text.toLowerCase();
    case 'bool':
      return String(value.value) === text.toLowerCase();
    case 'number':
      return typeof value.value === 'number' && text !== '' && value.value === Number(text);
    default:
      return false;
  }
}

function isActive(directive: Directive, options: IgnoreOptions): boolean {
  if (directive.expires !== undefined) {
    // A date that is none must not open the gate for ever.
    if (directive.expires.day === undefined || directive.expires.day < options.today) return false;
  }
  return workspaceHolds(directive, options.workspace);
}

function workspaceHolds(directive: Directive, workspace: string): boolean {
  if (directive.workspace === undefined) return true;
  return hasWildcard(directive.workspace)
    ? matchesWildcard(directive.workspace, workspace)
    : directive.workspace === workspace;
}

function problemsOf(directive: Directive, options: IgnoreOptions): readonly Diagnostic[] {
  const problems: Diagnostic[] = [];
  const { expires } = directive;
  if (expires !== undefined && expires.day === undefined) {
    problems.push({
      severity: 'warning',
      code: 'ignore/bad-date',
      summary: 'Date of an ignore is not a date',
      detail: `Expected \`exp:YYYY-MM-DD\`, found \`${expires.text}\`. The ignore has no effect.`,
      subject: directive.range,
    });
  } else if (expires?.day !== undefined && expires.day < options.today) {
    problems.push({
      severity: 'warning',
      code: 'ignore/expired',
      summary: 'Ignore has expired',
      detail: `Its last day was ${expires.day}. Remove the comment, or give it a later date.`,
      subject: directive.range,
    });
  }
  // Other tools have checks that we do not know; theirs are not mistakes.
  if (directive.tool !== 'tfsec' && directive.tool !== 'tfwarden' && directive.tool !== 'trivy') return problems;
  for (const target of directive.targets) {
    if (target.id === '*') continue;
    const resolved = options.matcher.resolve(target.id);
    if (resolved.kind === 'checks' && resolved.ids.size === 0) {
      problems.push(unknownId(target, 'The pattern matches no check.'));
    } else if (resolved.kind === 'retired') {
      problems.push(unknownId(target, `There is no such check any more: ${resolved.explanation}. Remove the comment.`));
    } else if (resolved.kind === 'unknown') {
      const hint = resolved.suggestion === undefined ? '' : ` Did you mean \`${resolved.suggestion}\`?`;
      problems.push(unknownId(target, `No check has the id \`${target.id}\`, so the comment has no effect.${hint}`));
    }
  }
  return problems;
}

function unknownId(target: DirectiveTarget, detail: string): Diagnostic {
  return {
    severity: 'warning',
    code: 'ignore/unknown-id',
    summary: 'Unknown id in an ignore comment',
    detail,
    subject: target.range,
  };
}
