import { type Expression, parseExpression, SourceFile, type TraversalStep } from '@tfwarden/hcl';
import type { ModuleInstance } from '@tfwarden/terraform';

/** An expression and the module instance in which it is evaluated. */
export interface EvalTarget {
  readonly text: string;
  readonly module: ModuleInstance;
  /** The expression is the one argument of `type(...)`, and its type is asked for, as in `terraform console`. */
  readonly isType: boolean;
}

/**
 * Finds out what an expression is about. An address that leads into modules, such as `module.data.module.bucket["pictures"].aws_s3_bucket.this.id`,
 * means the rest of it inside of that module; outputs of modules are what they are in Terraform.
 * @param module  where the expression stands: the root, or what `--module` names
 */
export function findTarget(text: string, module: ModuleInstance): EvalTarget | { readonly problem: string } {
  const { expression } = parseExpression(new SourceFile('<expression>', text));
  if (expression.kind !== 'functionCall' || expression.name !== 'type') return intoModules(expression, text, module);
  const [argument, further] = expression.arguments;
  if (argument === undefined || further !== undefined) {
    return { problem: `\`type\` expects 1 argument, found ${expression.arguments.length}` };
  }
  const inner = findTarget(text.slice(argument.start, argument.end), module);
  if ('problem' in inner) return inner;
  return inner.isType ? { problem: 'a type has no type of its own' } : { ...inner, isType: true };
}

/** @returns the module instance of an address as Terraform writes it; the root for the empty text */
export function findModule(address: string, root: ModuleInstance): ModuleInstance | { readonly problem: string } {
  if (address.trim() === '') return root;
  const target = findTarget(`${address}.module`, root);
  if ('problem' in target) return target;
  if (target.text === 'module') return target.module;
  return { problem: `expected \`--module\` with the address of a module instance, found \`${address}\`` };
}

function intoModules(
  expression: Expression,
  text: string,
  start: ModuleInstance,
): EvalTarget | { readonly problem: string } {
  const whole: EvalTarget = { text, module: start, isType: false };
  if (expression.kind !== 'scopeTraversal' || expression.root.name !== 'module') return whole;
  const { steps } = expression;
  let target = whole;
  for (let i = 0; ; ) {
    const [nameStep, keyStep] = steps.slice(i, i + 2);
    if (nameStep?.kind !== 'attributeStep') return target;
    const isKeyed = keyStep?.kind === 'indexStep';
    const next = steps[i + (isKeyed ? 2 : 1)];
    const calls = target.module.children.filter((child) => child.call?.name === nameStep.name);
    const child = calls.find((call) => hasKey(call, keyStep));
    const isOutput = next?.kind !== 'attributeStep' || [child, calls[0]].some((call) => call?.outputs.has(next.name));
    // Terraform's own words for whatever is wrong at the first level.
    if (isOutput || (calls.length === 0 && target === whole)) return target;
    if (child === undefined)
      return noSuchModule(text.slice(expression.start, (isKeyed ? keyStep : nameStep).end), calls);
    target = { text: text.slice(next.end - next.name.length, expression.end), module: child, isType: false };
    if (next.name !== 'module') return target;
    i += isKeyed ? 3 : 2;
  }
}

function hasKey({ key }: ModuleInstance, step: TraversalStep | undefined): boolean {
  // The symbolic instance stands for all.
  if (typeof key === 'object') return true;
  if (step?.kind !== 'indexStep') return key === undefined;
  return (step.key.kind === 'string' || step.key.kind === 'number') && step.key.value === key;
}

/** Instances that are named where the one asked for does not exist. */
const MAX_NAMED = 5;

function noSuchModule(address: string, instances: readonly ModuleInstance[]): { readonly problem: string } {
  const named = instances.slice(0, MAX_NAMED).map((instance) => `\`${instance.address}\``);
  const more = instances.length > named.length ? ` and ${instances.length - named.length} more` : '';
  const there = named.length === 0 ? '' : `; there are ${named.join(', ')}${more}`;
  return { problem: `there is no module instance \`${address}\`${there}` };
}
