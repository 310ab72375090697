import type { Diagnostic, Expression, Range, Value } from '@tfwarden/hcl';
import { convert, hasErrors, isConversionFailure, STRING } from '@tfwarden/hcl';
import { printKey } from '../configuration/instance-key.ts';
import type { ImportDeclaration } from '../configuration/module-configuration.ts';
import { problem } from '../configuration/problem.ts';
import type { TargetAddress, TargetKey } from '../configuration/target-address.ts';
import { evaluateNow } from './evaluate-in.ts';
import { Frame } from './frame.ts';
import type { ModuleState } from './module-state.ts';
import { repeatNow } from './repetition.ts';
import type { ResourceState } from './resource-state.ts';

/** The ids that `import` blocks of a root give to its instances. */
export interface ImportedIds {
  /** Undefined for an instance that no block names, or whose id is unknown or in error. */
  idOf(instance: ResourceState): Value | undefined;
  /** Every instance address that a block names, and where. */
  targets(): ReadonlyMap<string, Range>;
}

/** Reads the `import` blocks of a root; they are evaluated when an id is first asked for. */
export function readImports(root: ModuleState): ImportedIds | undefined {
  const { imports } = root.configuration;
  if (imports.length === 0) return undefined;
  const wanted = new Set(imports.flatMap(({ target }) => (target?.resource === undefined ? [] : [target.resource])));
  const ids = new Map<string, Value | undefined>();
  const places = new Map<string, Range>();
  let isRead = false;
  const read = (): void => {
    if (isRead) return;
    // Set first: an id that needs itself is unknown.
    isRead = true;
    for (const declaration of imports) readImport(declaration, root, ids, places);
  };
  return {
    idOf(instance) {
      if (!wanted.has(instance.expansion.key)) return undefined;
      read();
      return ids.get(instance.address);
    },
    targets() {
      read();
      return places;
    },
  };
}

function readImport(
  { target, to, id, forEach }: ImportDeclaration,
  root: ModuleState,
  ids: Map<string, Value | undefined>,
  places: Map<string, Range>,
): void {
  if (target?.resource === undefined || to === undefined || id === undefined) return;
  const owner = { count: undefined, forEach };
  for (const item of repeatNow(owner, root.frame).items) {
    const frame = new Frame(root, item, owner);
    const address = addressOf(target, frame);
    if (address === undefined) continue;
    places.set(address, to);
    ids.set(address, evaluateId(id, frame));
  }
}

function addressOf({ modules, resource, key }: TargetAddress, frame: Frame): string | undefined {
  const parts: string[] = [];
  for (const module of modules) {
    const printed = printTargetKey(module.key, frame);
    if (printed === undefined) return undefined;
    parts.push(`module.${module.name}${printed}`);
  }
  const printed = printTargetKey(key, frame);
  return printed === undefined ? undefined : [...parts, `${resource}${printed}`].join('.');
}

function printTargetKey(key: TargetKey, frame: Frame): string | undefined {
  if (typeof key !== 'object') return printKey(key);
  const value = evaluateNow(key, frame, []);
  if (value.kind === 'string') return printKey(value.value);
  return value.kind === 'number' && typeof value.value === 'number' ? printKey(value.value) : undefined;
}

/** Evaluates an id, with the checks of Terraform's `evaluateImportIdExpression` (1.11.4). */
function evaluateId(expression: Expression, frame: Frame): Value | undefined {
  const { engine } = frame;
  const diagnostics: Diagnostic[] = [];
  const given = evaluateNow(expression, frame, diagnostics);
  for (const diagnostic of diagnostics) engine.reportOnce(diagnostic);
  if (hasErrors(diagnostics)) return undefined;
  const refuse = (detail: string): undefined => {
    engine.reportOnce(problem('invalid-import-id', 'Invalid import id argument', detail, expression));
    return undefined;
  };
  if (given.kind === 'null') return refuse('The import ID cannot be null.');
  const value = convert(given, STRING);
  if (isConversionFailure(value)) return refuse('The import ID value is unsuitable: not a string.');
  if (value.kind !== 'string') {
    return engine.mode === 'plan'
      ? refuse(
          'The import block "id" argument depends on resource attributes that cannot be determined until apply, so Terraform cannot plan to import this resource.',
        )
      : undefined;
  }
  if (value.value === '') {
    return refuse('The import ID value evaluates to an empty string, please provide a non-empty value.');
  }
  return value;
}
