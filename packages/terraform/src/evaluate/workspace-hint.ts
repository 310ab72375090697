import type { Diagnostic, Expression, ScopeTraversal } from '@tfwarden/hcl';
import { quote } from '@tfwarden/hcl';
import { parseReference } from '../configuration/reference.ts';
import { staticReferences } from '../configuration/static-references.ts';
import type { Frame } from './frame.ts';

/**
 * Settings are often kept in a map with a key for each workspace, which has none for `default`. Who scans is told that another workspace can
 * be named; who plans has chosen one.
 */
export function hintAtWorkspace(diagnostic: Diagnostic, expression: Expression, frame: Frame): Diagnostic {
  const { subject } = diagnostic;
  if (diagnostic.summary !== 'Invalid index' || subject === undefined || frame.engine.mode !== 'scan')
    return diagnostic;
  const inKey = staticReferences(expression).filter(({ start, end }) => subject.start <= start && end <= subject.end);
  if (!comesFromWorkspace(inKey, frame)) return diagnostic;
  const detail = `${diagnostic.detail} The key comes from \`terraform.workspace\`, which is taken as ${quote(frame.engine.workspace)}; name another workspace with \`--workspace\`.`;
  return { ...diagnostic, detail };
}

/** Whether one of the references leads to the name of the workspace, through locals and arguments of modules. */
function comesFromWorkspace(references: readonly ScopeTraversal[], start: Frame): boolean {
  const pending = references.map((traversal) => ({ traversal, frame: start }));
  const seen = new Set<unknown>();
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { traversal, frame } = next;
    const reference = parseReference(traversal);
    if (reference.kind === 'terraform' && reference.name === 'workspace') return true;
    if (reference.kind !== 'local' && reference.kind !== 'var') continue;
    const node =
      reference.kind === 'local' ? frame.module.local(reference.name) : frame.module.variable(reference.name);
    if (node === undefined || seen.has(node)) continue;
    seen.add(node);
    const { expression } = node;
    const from = 'callFrame' in node ? node.callFrame : frame.module.frame;
    if (expression === undefined || from === undefined) continue;
    for (const inner of staticReferences(expression)) pending.push({ traversal: inner, frame: from });
  }
  return false;
}
