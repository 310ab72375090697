import type { Diagnostic } from '@tfwarden/hcl';
import { decodeBody, hasMarkDeep } from '@tfwarden/hcl';
import type {
  OutputDeclaration,
  ProviderDeclaration,
  VariableDeclaration,
} from '../configuration/module-configuration.ts';
import { resourceKey } from '../configuration/module-configuration.ts';
import { problem } from '../configuration/problem.ts';
import { PROVIDER_SCHEMA } from '../configuration/schemas.ts';
import type { ModuleState } from '../evaluate/module-state.ts';
import { expectChecks, recordChecks } from './check-results.ts';
import { evaluateRule, evaluateValidation } from './check-rules.ts';
import { validateDependsOn } from './depends-on.ts';
import { addressOfModule } from './static-module.ts';
import type { Vertex } from './vertex.ts';
import { visitResource } from './visit-resource.ts';
import type { Walk } from './walk.ts';

/** Does for one vertex what Terraform does for it in a walk, in every instance of its module. */
export function visit(vertex: Vertex, walk: Walk): void {
  const { engine } = walk;
  const checked = checkedBy(vertex);
  if (checked !== undefined) expectChecks(walk.checks, prefixed(addressOfModule(vertex.module), checked));
  for (const state of walk.statesOf(vertex.module)) {
    switch (vertex.kind) {
      case 'variable': {
        const node = state.variable(vertex.declaration.name);
        if (node !== undefined) engine.evaluate(node);
        break;
      }
      case 'validation':
        visitValidation(vertex.declaration, state, walk);
        break;
      case 'local': {
        const node = state.local(vertex.declaration.name);
        if (node !== undefined) engine.evaluate(node);
        break;
      }
      case 'output':
        visitOutput(vertex.declaration, state, walk);
        break;
      case 'resource':
        visitResource(vertex.declaration, state, walk);
        break;
      case 'call': {
        const expansion = state.moduleCall(vertex.declaration.name);
        if (expansion !== undefined) engine.evaluate(expansion);
        if (engine.mode === 'validate') validateDependsOn(vertex.declaration.dependsOn, state.frame);
        break;
      }
      case 'close':
        break;
      case 'provider':
        visitProvider(vertex.declaration, state);
        break;
      case 'check': {
        const { asserts, name } = vertex.declaration;
        const frame = state.frame.withCheck(name);
        const results = asserts.map((rule) => evaluateRule(rule, 'assertion', frame));
        const owner = `check.${name}`;
        recordChecks(walk.checks, prefixed(state.staticAddress, owner), state.addressOf(owner), results);
        break;
      }
    }
  }
}

/** What the checks of a vertex belong to; undefined when it has none. */
function checkedBy(vertex: Vertex): string | undefined {
  switch (vertex.kind) {
    case 'validation':
      return `var.${vertex.declaration.name}`;
    case 'output':
      return vertex.declaration.preconditions.length === 0 ? undefined : `output.${vertex.declaration.name}`;
    case 'check':
      return `check.${vertex.declaration.name}`;
    case 'resource': {
      const { mode, type, name, preconditions, postconditions } = vertex.declaration;
      return preconditions.length + postconditions.length === 0 ? undefined : resourceKey(mode, type, name);
    }
    default:
      return undefined;
  }
}

function visitValidation({ name, validations }: VariableDeclaration, state: ModuleState, walk: Walk): void {
  const node = state.variable(name);
  if (node === undefined) return;
  const subject = (state.origin === undefined ? node.input?.expression : node.argument) ?? node.declaration;
  const frame = state.frame.withOwn(name, node.accepted);
  const results = validations.map((rule) => evaluateValidation(rule, subject, frame));
  const owner = `var.${name}`;
  recordChecks(walk.checks, prefixed(state.staticAddress, owner), state.addressOf(owner), results);
}

function visitOutput(declaration: OutputDeclaration, state: ModuleState, walk: Walk): void {
  const { engine } = walk;
  const { name, headerRange, expression, isSensitive, isEphemeral, preconditions } = declaration;
  const isRoot = state.origin === undefined;
  const report = (diagnostic: Diagnostic): void => {
    engine.reportOnce(diagnostic);
  };
  if (isRoot && isEphemeral) {
    const detail = 'Ephemeral outputs are not allowed in context of a root module';
    report(problem('ephemeral-output', 'Ephemeral output not allowed', detail, headerRange));
    return;
  }
  const before = engine.errorCount;
  if (preconditions.length > 0) {
    const results = preconditions.map((rule) => evaluateRule(rule, 'output-precondition', state.frame));
    const owner = `output.${name}`;
    recordChecks(walk.checks, prefixed(state.staticAddress, owner), state.addressOf(owner), results);
  }
  const node = state.output(name);
  if (node === undefined || engine.errorCount > before) return;
  if (engine.mode === 'validate') validateDependsOn(declaration.dependsOn, state.frame);
  const { written } = node;
  if (isRoot && !isSensitive && hasMarkDeep(written, 'sensitive')) {
    report(problem('sensitive-output', 'Output refers to sensitive values', SENSITIVE_OUTPUT, headerRange));
  }
  if (engine.errorCount > before || engine.mode === 'validate') return;
  if (isEphemeral && !hasMarkDeep(written, 'ephemeral')) {
    const detail =
      'This output value is declared as returning an ephemeral value, so it can only be set to an ephemeral value.';
    report(problem('ephemeral-output', 'Value not allowed in ephemeral output', detail, expression));
  } else if (!isEphemeral && hasMarkDeep(written, 'ephemeral')) {
    const detail =
      'This output value is not declared as returning an ephemeral value, so it cannot be set to a result derived from an ephemeral value.';
    report(problem('ephemeral-output', 'Ephemeral value not allowed', detail, expression));
  }
}

/** The built-in provider takes no arguments. Without a provider's schema its arguments are only evaluated, so that wrong references are found. */
function visitProvider({ type, alias }: ProviderDeclaration, state: ModuleState): void {
  if (type === 'terraform') {
    const declaration = state.configuration.providers.find((one) => one.type === type && one.alias === alias);
    const content = declaration && decodeBody(declaration.body, PROVIDER_SCHEMA);
    for (const diagnostic of content?.diagnostics ?? []) state.engine.reportOnce(diagnostic);
    return;
  }
  const provider = state.providers.find((candidate) => candidate.type === type && candidate.alias === alias);
  for (const name of provider?.body.attributeNames ?? []) {
    if (!PROVIDER_META.has(name)) void provider?.body.attribute(name)?.value;
  }
}

const PROVIDER_META: ReadonlySet<string> = new Set(['alias', 'version', 'for_each']);

export function prefixed(module: string, name: string): string {
  return module === '' ? name : `${module}.${name}`;
}

const SENSITIVE_OUTPUT =
  'To reduce the risk of accidentally exporting sensitive data that was intended to be only internal, Terraform requires that any root module output containing sensitive data be explicitly marked as sensitive, to confirm your intent.\n\nIf you do intend to export this data, annotate the output value as sensitive by adding the following argument:\n    sensitive = true';
