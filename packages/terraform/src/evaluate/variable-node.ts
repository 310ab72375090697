import type { Diagnostic, Expression, OriginSubject, Range, Value } from '@tfwarden/hcl';
import {
  convert,
  DYNAMIC,
  hasMarkDeep,
  isConversionFailure,
  unknownValue,
  withMarks,
  withoutOptionalDeep,
} from '@tfwarden/hcl';
import { applyDefaults } from '../configuration/apply-defaults.ts';
import type { VariableDeclaration } from '../configuration/module-configuration.ts';
import { describeRange, problem } from '../configuration/problem.ts';
import { evaluateIn } from './evaluate-in.ts';
import { Frame } from './frame.ts';
import type { NamedValue } from './instance.ts';
import type { ModuleState } from './module-state.ts';
import type { Node } from './node.ts';
import { Requirements } from './requirements.ts';
import type { RootInput } from './root-inputs.ts';

/** An input variable of a module instance: its argument in the call, or what a user gave for the root, or its default. */
export class VariableNode implements Node, NamedValue, OriginSubject {
  readonly kind = 'variable';
  readonly module: ModuleState;
  readonly declarationOf: VariableDeclaration;
  state: Node['state'] = 'new';
  #frame: Frame | undefined;
  #requirements: Requirements | undefined;
  #value: Value | undefined;
  #accepted: Value | undefined;

  constructor(module: ModuleState, declaration: VariableDeclaration) {
    this.module = module;
    this.declarationOf = declaration;
  }

  get name(): string {
    return this.declarationOf.name;
  }

  get address(): string {
    return this.module.addressOf(`var.${this.name}`);
  }

  get label(): string {
    return this.module.origin === undefined ? this.address : `${this.address} (expand)`;
  }

  get place(): Range {
    return this.argument ?? this.declarationOf.headerRange;
  }

  get declaration(): Range {
    return this.declarationOf.headerRange;
  }

  get expression(): Expression | undefined {
    if (this.module.origin !== undefined) return this.argument ?? this.declarationOf.defaultExpression;
    return this.input?.expression ?? this.declarationOf.defaultExpression;
  }

  get isSensitive(): boolean {
    return this.declarationOf.isSensitive;
  }

  /** The argument of the call that sets it. */
  get argument(): Expression | undefined {
    return this.module.call?.arguments.get(this.name)?.expression;
  }

  /** What a user gave for it, of a root's variable. */
  get input(): RootInput | undefined {
    return this.module.inputs?.values.get(this.name);
  }

  /** The frame of the call, in which the argument is evaluated. */
  get callFrame(): Frame | undefined {
    const { origin } = this.module;
    if (origin !== undefined) this.#frame ??= new Frame(origin.parent, origin.item, origin.call);
    return this.#frame;
  }

  get value(): Value {
    if (this.state !== 'done') this.module.engine.evaluate(this);
    return this.#value ?? unknownValue(DYNAMIC);
  }

  /** The value that was given, without the marks of the declaration, also where all inputs count as unknown. */
  get accepted(): Value {
    if (this.state !== 'done') this.module.engine.evaluate(this);
    return this.#accepted ?? this.#unknown();
  }

  next(): Node | undefined {
    const { argument, callFrame } = this;
    if (argument === undefined || callFrame === undefined) return undefined;
    this.#requirements ??= new Requirements(argument, callFrame);
    return this.#requirements.next();
  }

  compute(): void {
    this.#requirements = undefined;
    const { isSensitive, isEphemeral } = this.declarationOf;
    // Terraform's validate walk is for all possible inputs: only what is written in the configuration is checked.
    const isValidating = this.module.engine.mode === 'validate';
    this.#accepted = isValidating && this.module.origin === undefined ? this.#unknown() : this.#compute();
    let value = isValidating ? this.#unknown() : this.#accepted;
    if (isSensitive) value = withMarks(value, ['sensitive']);
    if (isEphemeral) value = withMarks(value, ['ephemeral']);
    this.#value = value;
  }

  abandon(): void {
    this.#requirements = undefined;
    this.#value = this.#unknown();
  }

  #compute(): Value {
    const { argument, callFrame } = this;
    const { defaultValue } = this.declarationOf;
    if (argument !== undefined && callFrame !== undefined) {
      const diagnostics: Diagnostic[] = [];
      const value = evaluateIn(argument, callFrame, diagnostics);
      for (const diagnostic of diagnostics) this.module.engine.reportOnce(diagnostic);
      return this.#accept(value, argument);
    }
    const { input } = this;
    if (input !== undefined) {
      return input.value === undefined ? this.#unknown() : this.#accept(input.value, input.expression);
    }
    if (defaultValue !== undefined) return defaultValue;
    return this.#unknown();
  }

  /** Converts a given value to the declared type, as Terraform's `prepareFinalInputVariableValue` (1.11.4). */
  #accept(given: Value, expression: Expression | undefined): Value {
    const { type, defaults, defaultValue, isNullable, isEphemeral } = this.declarationOf;
    const withDefaults = defaults === undefined || given.kind === 'null' ? given : applyDefaults(defaults, given);
    const converted = convert(withDefaults, type);
    if (isConversionFailure(converted)) return this.#refuseType(converted.message, expression);
    if (converted.kind === 'null' && !isNullable) {
      if (defaultValue !== undefined) return defaultValue;
      const detail =
        expression === undefined
          ? `Unsuitable value for ${this.address} ${this.#source()}: required variable may not be set to null.`
          : `The given value is not suitable for ${this.address} defined at ${describeRange(this.declaration)}: required variable may not be set to null.`;
      this.#report('required-variable-null', 'Required variable not set', detail, expression);
      return this.#unknown();
    }
    if (!isEphemeral && hasMarkDeep(converted, 'ephemeral')) {
      const detail =
        'This input variable is not declared as accepting a ephemeral values, so it cannot be set to a result derived from an ephemeral value.';
      this.#report('ephemeral-value', 'Ephemeral value not allowed', detail, expression);
    }
    return converted;
  }

  #refuseType(why: string, expression: Expression | undefined): Value {
    const summary = 'Invalid value for input variable';
    if (expression === undefined) {
      const detail = `Unsuitable value for ${this.address} ${this.#source()}: ${why}.`;
      this.#report('invalid-variable-value', summary, detail, undefined);
    } else if (this.declarationOf.isSensitive) {
      // Who runs Terraform need not be allowed to see the file with the value.
      const detail = `The given value is not suitable for ${this.address}, which is sensitive: ${why}. Invalid value defined at ${describeRange(expression)}.`;
      this.#report('invalid-variable-value', summary, detail, undefined);
    } else {
      const detail = `The given value is not suitable for ${this.address} declared at ${describeRange(this.declaration)}: ${why}.`;
      this.#report('invalid-variable-value', summary, detail, expression);
    }
    return this.#unknown();
  }

  #report(code: string, summary: string, detail: string, expression: Expression | undefined): void {
    this.module.engine.reportOnce(problem(code, summary, detail, expression ?? this.declaration));
  }

  /** Where a value without a place in a file was given. */
  #source(): string {
    return this.input?.source === 'environment'
      ? `set using the TF_VAR_${this.name} environment variable`
      : `set using -var="${this.name}=..."`;
  }

  #unknown(): Value {
    return unknownValue(withoutOptionalDeep(this.declarationOf.type), { origin: { subject: this, path: '' } });
  }
}
