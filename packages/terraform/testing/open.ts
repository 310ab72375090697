import type { Diagnostic, Value } from '@tfwarden/hcl';
import { formatNumber } from '@tfwarden/hcl';
import type { EvaluatedBody, Evaluation, OpenOptions, ResourceInstance } from '../src/index.ts';
import { memoryFileSystem, openRoot } from '../src/index.ts';

/** Opens a root from files given as text: a string is `main.tf`. */
export function open(files: string | Readonly<Record<string, string>>, options: OpenOptions = {}): Evaluation {
  const tree = typeof files === 'string' ? { 'main.tf': files } : files;
  return openRoot(memoryFileSystem(tree), '.', options);
}

/** The only instance of a type. */
export function only(evaluation: Evaluation, type: string): ResourceInstance {
  const [instance, second] = evaluation.resourcesOfType(type);
  if (instance === undefined || second !== undefined) throw new Error(`expected exactly one ${type}`);
  return instance;
}

/** The value of a path of block types and an attribute, `point_in_time_recovery.enabled`, in short form. */
export function read(body: EvaluatedBody, path: string): unknown {
  const names = path.split('.');
  const last = names.pop() ?? '';
  let current: EvaluatedBody | undefined = body;
  for (const name of names) current = current?.blocks(name)[0]?.body;
  const attribute = current?.attribute(last);
  return attribute === undefined ? undefined : show(attribute.value);
}

/** A value in plain form; unknown is `'<unknown>'` with what it stands for. */
export function show(value: Value): unknown {
  switch (value.kind) {
    case 'string':
    case 'bool':
      return value.value;
    case 'number':
      return Number(formatNumber(value.value, value.precision));
    case 'null':
      return null;
    case 'unknown':
      return value.origin === undefined ? '<unknown>' : `<unknown ${value.origin.subject.address}${value.origin.path}>`;
    case 'list':
    case 'set':
    case 'tuple':
      return value.elements.map(show);
    case 'map':
      return Object.fromEntries([...value.elements].map(([key, element]) => [key, show(element)]));
    case 'object':
      return Object.fromEntries([...value.attributes].map(([name, attribute]) => [name, show(attribute)]));
  }
}

/** `main.tf:3: Summary` for each diagnostic. */
export function summaries(diagnostics: readonly Diagnostic[]): readonly string[] {
  return diagnostics.map(({ summary, subject }) =>
    subject === undefined ? summary : `${subject.file.name}:${subject.file.position(subject.start).line}: ${summary}`,
  );
}

/** All values of the root's outputs. */
export function outputs(evaluation: Evaluation): Readonly<Record<string, unknown>> {
  return Object.fromEntries([...evaluation.root.outputs].map(([name, { value }]) => [name, show(value)]));
}
