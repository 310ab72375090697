import type { Diagnostic, Expression, Range, Value } from '@tfwarden/hcl';
import { DYNAMIC, unknownValue, withMarks } from '@tfwarden/hcl';
import type { OutputDeclaration } from '../configuration/module-configuration.ts';
import { evaluateIn } from './evaluate-in.ts';
import type { NamedValue } from './instance.ts';
import type { ModuleState } from './module-state.ts';
import type { Node } from './node.ts';
import { Requirements } from './requirements.ts';

/** An output value of a module instance. */
export class OutputNode implements Node, NamedValue {
  readonly module: ModuleState;
  readonly declarationOf: OutputDeclaration;
  state: Node['state'] = 'new';
  /** An expression of the calling module depends on it. */
  isReferredTo: boolean = false;
  #requirements: Requirements | undefined;
  #value: Value | undefined;
  #written: Value | undefined;

  constructor(module: ModuleState, declaration: OutputDeclaration) {
    this.module = module;
    this.declarationOf = declaration;
  }

  get name(): string {
    return this.declarationOf.name;
  }

  get label(): string {
    return `${this.module.addressOf(`output.${this.name}`)} (expand)`;
  }

  get place(): Range {
    return this.declarationOf.expression ?? this.declarationOf.headerRange;
  }

  get declaration(): Range {
    return this.declarationOf.headerRange;
  }

  get expression(): Expression | undefined {
    return this.declarationOf.expression;
  }

  get isSensitive(): boolean {
    return this.declarationOf.isSensitive;
  }

  get value(): Value {
    if (this.state !== 'done') this.module.engine.evaluate(this);
    return this.#value ?? unknownValue(DYNAMIC);
  }

  /** The value of the expression, without the marks that the declaration adds. */
  get written(): Value {
    if (this.state !== 'done') this.module.engine.evaluate(this);
    return this.#written ?? unknownValue(DYNAMIC);
  }

  next(): Node | undefined {
    if (this.expression === undefined) return undefined;
    this.#requirements ??= new Requirements(this.expression, this.module.frame);
    return this.#requirements.next();
  }

  compute(): void {
    this.#requirements = undefined;
    const { expression, isSensitive, isEphemeral } = this.declarationOf;
    if (expression === undefined) return;
    const diagnostics: Diagnostic[] = [];
    let value = evaluateIn(expression, this.module.frame, diagnostics);
    this.#written = value;
    for (const diagnostic of diagnostics) this.module.engine.reportOnce(diagnostic);
    // Terraform 1.11 carries the sensitivity of a value out of a module, not that of the output's declaration. A scan hides both.
    if (isSensitive && this.module.engine.mode === 'scan') value = withMarks(value, ['sensitive']);
    if (isEphemeral) value = withMarks(value, ['ephemeral']);
    this.#value = value;
  }

  abandon(): void {
    this.#requirements = undefined;
    this.#value = unknownValue(DYNAMIC);
  }
}
