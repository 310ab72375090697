import type { Diagnostic, Expression, ScopeTraversal, Value } from '@tfwarden/hcl';
import { rangeBetween } from '@tfwarden/hcl';
import { printKey } from './instance-key.ts';
import { resourceKey } from './module-configuration.ts';
import { problem } from './problem.ts';
import { nativeOf, traversalOf } from './static-expression.ts';

/** A key behind a name in an address: written as a constant, or an expression of an `import` block with `for_each`. */
export type TargetKey = string | number | Expression | undefined;

/** What a `moved`, `import` or `removed` block names: a module call, or a resource in the module or one below. */
export interface TargetAddress {
  readonly modules: readonly { readonly name: string; readonly key: TargetKey }[];
  /** `aws_vpc.main`, `data.aws_ami.base`; undefined when a module is named. */
  readonly resource: string | undefined;
  readonly mode: 'managed' | 'data' | 'ephemeral';
  readonly key: TargetKey;
}

/** Reads an address from its syntax; undefined when the expression is no address. */
export function readTarget(expression: Expression): TargetAddress | undefined {
  const steps = flatten(nativeOf(expression));
  if (steps === undefined) return undefined;
  const modules: { name: string; key: TargetKey }[] = [];
  let at = 0;
  const name = (): string | undefined => {
    const step = steps[at];
    if (step?.kind !== 'name') return undefined;
    at++;
    return step.name;
  };
  const key = (): TargetKey => {
    const step = steps[at];
    if (step?.kind !== 'key') return undefined;
    at++;
    return step.key;
  };
  while (steps[at]?.kind === 'name' && isName(steps[at], 'module')) {
    at++;
    const call = name();
    if (call === undefined) return undefined;
    modules.push({ name: call, key: key() });
  }
  if (at === steps.length)
    return modules.length === 0 ? undefined : { modules, resource: undefined, mode: 'managed', key: undefined };
  let type = name();
  const mode = type === 'data' || type === 'ephemeral' ? type : 'managed';
  if (mode !== 'managed' || type === 'resource') type = name();
  const resource = name();
  if (type === undefined || resource === undefined) return undefined;
  const last = key();
  return at === steps.length ? { modules, resource: resourceKey(mode, type, resource), mode, key: last } : undefined;
}

/** As `readTarget`, with Terraform's words for a name that cannot be one of a resource. */
export function readAddress(expression: Expression, diagnostics: Diagnostic[]): TargetAddress | undefined {
  const target = readTarget(expression);
  if (target?.resource === undefined && target?.modules.length) return target;
  const traversal = traversalOf(expression);
  if (traversal === undefined) return target;
  const parts = [traversal.root, ...traversal.steps];
  let at = 0;
  while (nameOf(parts[at]) === 'module') at += isIndex(parts[at + 2]) ? 3 : 2;
  const first = nameOf(parts[at]) ?? '';
  let detail: string | undefined;
  if (RESERVED.has(first)) {
    detail = `The keyword "${first}" is reserved and cannot be used to target a resource address. If you are targeting a resource type that uses a reserved keyword, please prefix your address with "resource.".`;
  } else {
    if (first === 'data' || first === 'ephemeral' || first === 'resource') at++;
    if (parts.length - at < 2) detail = 'Resource specification must include a resource type and name.';
  }
  const [start, end] = [parts[at], parts.at(-1)];
  if (detail === undefined || start === undefined || end === undefined) return target;
  diagnostics.push(problem('invalid-address', 'Invalid address', detail, rangeBetween(start, end)));
  return undefined;
}

/** Words that begin references to other things. */
const RESERVED: ReadonlySet<string> = new Set([
  'count',
  'each',
  'local',
  'module',
  'path',
  'self',
  'terraform',
  'var',
  'template',
  'lazy',
  'arg',
]);

type Part = ScopeTraversal['root'] | ScopeTraversal['steps'][number] | undefined;

function isIndex(part: Part): boolean {
  return part !== undefined && 'key' in part;
}

function nameOf(part: Part): string | undefined {
  return part !== undefined && 'name' in part ? part.name : undefined;
}

/** The address with constant keys as Terraform prints it; undefined when a key is an expression. */
export function printTarget({ modules, resource, key }: TargetAddress): string | undefined {
  const parts: string[] = [];
  for (const module of modules) {
    if (typeof module.key === 'object') return undefined;
    parts.push(`module.${module.name}${printKey(module.key)}`);
  }
  if (typeof key === 'object') return undefined;
  if (resource !== undefined) parts.push(`${resource}${printKey(key)}`);
  return parts.join('.');
}

type Step = { readonly kind: 'name'; readonly name: string } | { readonly kind: 'key'; readonly key: TargetKey };

function isName(step: Step | undefined, name: string): boolean {
  return step?.kind === 'name' && step.name === name;
}

function flatten(expression: Expression): Step[] | undefined {
  switch (expression.kind) {
    case 'scopeTraversal':
    case 'relativeTraversal': {
      const steps: Step[] | undefined =
        expression.kind === 'scopeTraversal'
          ? [{ kind: 'name', name: expression.root.name }]
          : flatten(expression.source);
      for (const step of expression.steps) {
        steps?.push(
          step.kind === 'attributeStep' ? { kind: 'name', name: step.name } : { kind: 'key', key: keyOf(step.key) },
        );
      }
      return steps;
    }
    case 'index': {
      const steps = flatten(expression.collection);
      steps?.push({ kind: 'key', key: expression.key });
      return steps;
    }
    default:
      return undefined;
  }
}

function keyOf(value: Value): TargetKey {
  if (value.kind === 'string') return value.value;
  return value.kind === 'number' && typeof value.value === 'number' ? value.value : undefined;
}
