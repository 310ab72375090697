import { type Body, type Diagnostic, type Expression, type ParsedFile, type Range, referencesIn } from '@tfwarden/hcl';
import { parentPath } from '@tfwarden/terraform';
import { suggest } from '../text/suggest.ts';
import { compareText } from './order.ts';

/** Mistakes by folder. */
export type MistakesOfFolders = ReadonlyMap<string, readonly Diagnostic[]>;

/**
 * Mistakes that Terraform finds before it evaluates anything: references to variables, locals and modules that no file of the folder declares, and
 * locals that need each other. The evaluation is lazy and meets only those that a check asks for.
 * @param files  all files of whole folders; files in JSON syntax are not looked at
 */
export function findUndeclaredReferences(files: readonly ParsedFile[]): MistakesOfFolders {
  const folders = new Map<string, ParsedFile[]>();
  for (const file of files) {
    const folder = parentPath(file.file.name);
    const list = folders.get(folder);
    if (list === undefined) folders.set(folder, [file]);
    else list.push(file);
  }
  const found = new Map<string, readonly Diagnostic[]>();
  for (const [folder, list] of folders) {
    const mistakes = mistakesOf(list);
    if (mistakes.length > 0) found.set(folder, mistakes);
  }
  return found;
}

/**
 * Puts the mistakes of several roots together, in the order of folders.
 * @param broken  folders with a file that does not parse: what it declares may be lost, so nothing is said of them
 */
export function mistakesOfAll(
  roots: readonly { readonly undeclared: MistakesOfFolders }[],
  broken: ReadonlySet<string>,
): readonly Diagnostic[] {
  const all = new Map<string, readonly Diagnostic[]>();
  for (const root of roots) for (const [folder, mistakes] of root.undeclared) all.set(folder, mistakes);
  for (const folder of broken) all.delete(folder);
  return [...all].toSorted(([a], [b]) => compareText(a, b)).flatMap(([, mistakes]) => mistakes);
}

/** By the first file of a folder: many roots call one module. */
const KNOWN = new WeakMap<
  ParsedFile,
  { readonly files: readonly ParsedFile[]; readonly mistakes: readonly Diagnostic[] }
>();

function mistakesOf(files: readonly ParsedFile[]): readonly Diagnostic[] {
  const [first] = files;
  const known = first === undefined ? undefined : KNOWN.get(first);
  if (known?.files.length === files.length && known.files.every((file, index) => file === files[index])) {
    return known.mistakes;
  }
  const mistakes = lookFor(files);
  if (first !== undefined) KNOWN.set(first, { files, mistakes });
  return mistakes;
}

function lookFor(files: readonly ParsedFile[]): readonly Diagnostic[] {
  const bodies: Body[] = [];
  for (const { body } of files) {
    // What a JSON file declares is not read here, so nothing can be called undeclared beside one.
    if (body.kind !== 'body') return [];
    bodies.push(body);
  }
  const found: Diagnostic[] = [];
  const declared = declarationsIn(bodies);
  for (const body of bodies) checkBody(body, declared, found);
  found.push(...cyclesAmong(declared.locals));
  return found;
}

interface Declarations {
  readonly variables: ReadonlySet<string>;
  readonly locals: ReadonlyMap<string, Expression>;
  readonly modules: ReadonlySet<string>;
}

function declarationsIn(bodies: readonly Body[]): Declarations {
  const variables = new Set<string>();
  const locals = new Map<string, Expression>();
  const modules = new Set<string>();
  for (const body of bodies) {
    for (const block of body.blocks) {
      const [label] = block.labels;
      if (block.type === 'variable' && label !== undefined) variables.add(label);
      else if (block.type === 'module' && label !== undefined) modules.add(label);
      else if (block.type === 'locals') {
        for (const attribute of block.body.attributes) locals.set(attribute.name, attribute.expression);
      }
    }
  }
  return { variables, locals, modules };
}

const ADDRESS_BLOCKS: ReadonlySet<string> = new Set(['moved', 'removed', 'import']);

function checkBody(top: Body, declared: Declarations, found: Diagnostic[]): void {
  const waiting = [top];
  for (let body = waiting.pop(); body !== undefined; body = waiting.pop()) {
    for (const attribute of body.attributes) {
      for (const traversal of referencesIn(attribute.expression)) {
        const [step] = traversal.steps;
        if (step?.kind !== 'attributeStep') continue;
        const range: Range = { file: traversal.file, start: traversal.root.start, end: step.end };
        const problem = problemOf(traversal.root.name, step.name, range, declared);
        if (problem !== undefined) found.push(problem);
      }
    }
    for (const block of body.blocks) {
      // Addresses there name what is no longer declared.
      if (body !== top || !ADDRESS_BLOCKS.has(block.type)) waiting.push(block.body);
    }
  }
}

function problemOf(root: string, name: string, subject: Range, declared: Declarations): Diagnostic | undefined {
  switch (root) {
    case 'var': {
      if (declared.variables.has(name)) return undefined;
      const hint =
        suggestion(name, declared.variables) ?? `This variable can be declared with a variable "${name}" {} block.`;
      return undeclared(
        'variable',
        'Reference to undeclared input variable',
        `An input variable with the name "${name}" has not been declared. ${hint}`,
        subject,
      );
    }
    case 'local':
      if (declared.locals.has(name)) return undefined;
      return undeclared(
        'local',
        'Reference to undeclared local value',
        `A local value with the name "${name}" has not been declared. ${suggestion(name, declared.locals.keys()) ?? ''}`.trim(),
        subject,
      );
    case 'module':
      if (declared.modules.has(name)) return undefined;
      return undeclared(
        'module',
        'Reference to undeclared module',
        `No module call named "${name}" is declared here. ${suggestion(name, declared.modules) ?? ''}`.trim(),
        subject,
      );
    default:
      return undefined;
  }
}

function suggestion(name: string, known: Iterable<string>): string | undefined {
  const nearest = suggest(name, [...known]);
  return nearest === undefined ? undefined : `Did you mean "${nearest}"?`;
}

function undeclared(kind: string, summary: string, detail: string, subject: Range): Diagnostic {
  return { severity: 'error', code: `terraform/undeclared-${kind}`, summary, detail, subject };
}

/** One diagnostic for each circle of locals, at its first member. Walks with a stack of its own: a chain may be long. */
function cyclesAmong(locals: ReadonlyMap<string, Expression>): readonly Diagnostic[] {
  const state = new Map<string, 'open' | 'done'>();
  const found: Diagnostic[] = [];
  for (const start of locals.keys()) {
    if (state.has(start)) continue;
    const path: { readonly name: string; readonly next: string[] }[] = [];
    enter(start, path, locals, state);
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const next = top.next.pop();
      if (next === undefined) {
        state.set(top.name, 'done');
        path.pop();
      } else if (state.get(next) === 'open') {
        const members = path
          .slice(path.findIndex((entry) => entry.name === next))
          .map((entry) => `local.${entry.name}`);
        found.push(cycle(members, locals.get(next)));
      } else if (!state.has(next)) {
        enter(next, path, locals, state);
      }
    }
  }
  return found;
}

function enter(
  name: string,
  path: { readonly name: string; readonly next: string[] }[],
  locals: ReadonlyMap<string, Expression>,
  state: Map<string, 'open' | 'done'>,
): void {
  const expression = locals.get(name);
  const next: string[] = [];
  for (const traversal of expression === undefined ? [] : referencesIn(expression)) {
    const [step] = traversal.steps;
    if (traversal.root.name === 'local' && step?.kind === 'attributeStep' && locals.has(step.name))
      next.push(step.name);
  }
  state.set(name, 'open');
  path.push({ name, next });
}

/** How many members a message lists. */
const MAX_MEMBERS = 20;

function cycle(members: readonly string[], subject: Expression | undefined): Diagnostic {
  const rest = members.length - MAX_MEMBERS;
  const shown = `${members.slice(0, MAX_MEMBERS).join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
  return {
    severity: 'error',
    code: 'terraform/cycle',
    summary: 'Cycle among local values',
    detail: `Each of these needs another one of them: ${shown}. Their values are taken as unknown.`,
    subject,
  };
}
