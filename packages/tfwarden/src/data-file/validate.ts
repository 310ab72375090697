import type { Diagnostic, Range } from '@tfwarden/hcl';
import { type BaseIssue, type GenericSchema, type InferOutput, safeParse } from 'valibot';
import { type DataNode, nodeAt, replacedMembers, toPlain } from './data-node.ts';

/**
 * Validates a document against a schema.
 * @param prefix  first part of the codes of diagnostics: `config`
 * @returns the typed value, or one diagnostic for each mistake, at its place
 */
export function validate<S extends GenericSchema>(
  schema: S,
  node: DataNode,
  prefix: string,
): { readonly value: InferOutput<S> } | { readonly diagnostics: readonly Diagnostic[] } {
  const plain = toPlain(node);
  if (plain === undefined) {
    return { diagnostics: [diagnostic(prefix, node, 'The document expands to more values than are allowed')] };
  }
  // Every document of ours is a mapping; valibot would take a list for one.
  if (node.kind !== 'object') {
    return {
      diagnostics: [
        diagnostic(prefix, node, `Expected a mapping, found ${node.kind === 'array' ? 'a list' : 'a single value'}.`),
      ],
    };
  }
  const result = safeParse(schema, plain);
  const repeated = replacedMembers(node).map(({ name, nameRange }) => ({
    ...diagnostic(prefix, nameRange, `The key \`${name}\` is written again below, and only one of them can count.`),
    code: `${prefix}/repeated-key`,
    summary: 'A key is written twice',
  }));
  if (result.success && repeated.length === 0) return { value: result.output };
  return {
    diagnostics: [...repeated, ...(result.issues ?? []).map((issue) => diagnosticOf(issue, node, prefix))],
  };
}

function diagnosticOf(issue: BaseIssue<unknown>, node: DataNode, prefix: string): Diagnostic {
  const path: (string | number)[] = [];
  for (const step of issue.path ?? []) {
    if (typeof step.key === 'string' || typeof step.key === 'number') path.push(step.key);
  }
  const name = path.length === 0 ? '' : ` for \`${path.join('.')}\``;
  const expected = issue.expected;
  // Messages that the schema states itself are full sentences; valibot's own are put in our words.
  const isOwn = !issue.message.startsWith('Invalid ');
  const detail = isOwn
    ? `${issue.message}${/[.]$/.test(issue.message) ? '' : '.'}`
    : `Expected ${wordsOf(expected ?? 'another value')}${name}, found ${wordsOf(issue.received)}.`;
  return diagnostic(prefix, nodeAt(node, path), detail, issue.received === 'undefined' ? 'missing' : 'invalid');
}

function diagnostic(prefix: string, subject: Range, detail: string, kind = 'invalid'): Diagnostic {
  return {
    severity: 'error',
    code: `${prefix}/${kind === 'missing' ? 'missing-key' : 'invalid-value'}`,
    summary: kind === 'missing' ? 'A key is missing' : 'A value is not valid',
    detail,
    subject: { file: subject.file, start: subject.start, end: subject.end },
  };
}

/** `("A" | "B")` reads better as `"A" or "B"`. */
function wordsOf(valibotType: string): string {
  return valibotType
    .replace(/^\((.*)\)$/s, '$1')
    .replaceAll(' | ', ' or ')
    .replaceAll('Object', 'a mapping')
    .replaceAll('Array', 'a list')
    .replaceAll('undefined', 'nothing');
}
