import type { Diagnostic, Expression, Range, Value } from '@tfwarden/hcl';
import { DYNAMIC, evaluate, hasMarkDeep, unknownValue } from '@tfwarden/hcl';
import type { LocalDeclaration } from '../configuration/module-configuration.ts';
import type { NamedValue } from './instance.ts';
import type { ModuleState } from './module-state.ts';
import type { Node } from './node.ts';
import { Requirements } from './requirements.ts';

/** A local value of a module instance. */
export class LocalNode implements Node, NamedValue {
  readonly module: ModuleState;
  readonly declarationOf: LocalDeclaration;
  state: Node['state'] = 'new';
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
    this.#requirements ??= new Requirements(this.expression, this.module.frame);
    return this.#requirements.next();
  }

  compute(): void {
    this.#requirements = undefined;
    const diagnostics: Diagnostic[] = [];
    this.#value = evaluate(this.expression, this.module.frame, diagnostics);
    for (const diagnostic of diagnostics) this.module.engine.reportOnce(diagnostic);
  }

  abandon(): void {
    this.#requirements = undefined;
    this.#value = unknownValue(DYNAMIC);
  }
}
