import type { Diagnostic, Expression, Range, Value } from '@tfwarden/hcl';
import { DYNAMIC, hasMarkDeep, unknownValue } from '@tfwarden/hcl';
import type { LocalDeclaration } from '../configuration/module-configuration.ts';
import { problem } from '../configuration/problem.ts';
import type { NameReference } from '../configuration/reference.ts';
import { parseReference } from '../configuration/reference.ts';
import { staticReferences } from '../configuration/static-references.ts';
import { evaluateIn } from './evaluate-in.ts';
import type { NamedValue } from './instance.ts';
import type { ModuleState } from './module-state.ts';
import type { Node } from './node.ts';
import { Requirements } from './requirements.ts';

/** A local value of a module instance. */
export class LocalNode implements Node, NamedValue {
  readonly module: ModuleState;
  readonly declarationOf: LocalDeclaration;
  state: Node['state'] = 'new';
  #refersToItself = false;
  #requirements: Requirements | undefined;
  #value: Value | undefined;

  constructor(module: ModuleState, declaration: LocalDeclaration) {
    this.module = module;
    this.declarationOf = declaration;
  }

  get name(): string {
    return this.declarationOf.name;
  }

  get label(): string {
    return `${this.module.addressOf(`local.${this.name}`)} (expand)`;
  }

  get place(): Range {
    return this.declarationOf.expression;
  }

  get declaration(): Range {
    return this.declarationOf.range;
  }

  get expression(): Expression {
    return this.declarationOf.expression;
  }

  get isSensitive(): boolean {
    return hasMarkDeep(this.value, 'sensitive');
  }

  get value(): Value {
    if (this.state !== 'done') this.module.engine.evaluate(this);
    return this.#value ?? unknownValue(DYNAMIC);
  }

  next(): Node | undefined {
    if (this.#requirements === undefined) {
      this.#refersToItself = this.#ownReferences().length > 0;
      if (this.#refersToItself) return undefined;
    }
    this.#requirements ??= new Requirements(this.expression, this.module.frame);
    return this.#requirements.next();
  }

  compute(): void {
    this.#requirements = undefined;
    if (this.#refersToItself) {
      this.#reportItself();
      return;
    }
    const diagnostics: Diagnostic[] = [];
    this.#value = evaluateIn(this.expression, this.module.frame, diagnostics);
    for (const diagnostic of diagnostics) this.module.engine.reportOnce(diagnostic);
  }

  abandon(): void {
    this.#requirements = undefined;
    this.#value = unknownValue(DYNAMIC);
  }

  #reportItself(): void {
    const address = this.module.addressOf(`local.${this.name}`);
    const detail = `Local value ${address} cannot use its own result as part of its expression.`;
    for (const { range } of this.#ownReferences()) {
      this.module.engine.reportOnce(
        problem('self-reference', 'Self-referencing local value', detail, range, this.expression),
      );
    }
  }

  #ownReferences(): readonly NameReference[] {
    const found: NameReference[] = [];
    for (const traversal of staticReferences(this.expression)) {
      const reference = parseReference(traversal);
      if (reference.kind === 'local' && reference.name === this.name) found.push(reference);
    }
    return found;
  }
}
