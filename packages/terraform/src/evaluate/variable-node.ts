import type { Diagnostic, Expression, OriginSubject, Range, Value } from '@tfwarden/hcl';
import {
  convert,
  DYNAMIC,
  evaluate,
  isConversionFailure,
  unknownValue,
  withMarks,
  withoutOptionalDeep,
} from '@tfwarden/hcl';
import { applyDefaults } from '../configuration/apply-defaults.ts';
import type { VariableDeclaration } from '../configuration/module-configuration.ts';
import { describeRange, problem } from '../configuration/problem.ts';
import { describeFailure } from './conversion-failure.ts';
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

  next(): Node | undefined {
    const { argument, callFrame } = this;
    if (argument === undefined || callFrame === undefined) return undefined;
    this.#requirements ??= new Requirements(argument, callFrame);
    return this.#requirements.next();
  }

  compute(): void {
    this.#requirements = undefined;
    const { isSensitive, isEphemeral } = this.declarationOf;
    let value = this.#compute();
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
      const value = evaluate(argument, callFrame, diagnostics);
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

  /** Converts a given value to the declared type, as Terraform's `prepareFinalInputVariableValue`. */
  #accept(given: Value, expression: Expression | undefined): Value {
    const { type, defaults, defaultValue, isNullable } = this.declarationOf;
    const withDefaults = defaults === undefined || given.kind === 'null' ? given : applyDefaults(defaults, given);
    const converted = convert(withDefaults, type);
    if (isConversionFailure(converted)) {
      this.module.engine.reportOnce(
        problem(
          'invalid-variable-value',
          'Invalid value for input variable',
          this.#unsuitable(describeFailure(converted)),
          expression ?? this.declarationOf.headerRange,
        ),
      );
      return this.#unknown();
    }
    if (converted.kind === 'null' && !isNullable) {
      if (defaultValue !== undefined) return defaultValue;
      this.module.engine.reportOnce(
        problem(
          'required-variable-null',
          'Required variable not set',
          this.module.origin === undefined
            ? `Unsuitable value for ${this.address} ${this.#source(expression)}: required variable may not be set to null.`
            : `The given value is not suitable for ${this.address} defined at ${describeRange(this.declarationOf.headerRange)}: required variable may not be set to null.`,
          expression ?? this.declarationOf.headerRange,
        ),
      );
      return this.#unknown();
    }
    return converted;
  }

  #unsuitable(why: string): string {
    const declared = describeRange(this.declarationOf.headerRange);
    if (this.module.origin === undefined) {
      return this.input?.source === 'tfvars'
        ? `The given value is not suitable for ${this.address} declared at ${declared}: ${why}.`
        : `Unsuitable value for ${this.address} ${this.#source(undefined)}: ${why}.`;
    }
    return `The given value is not suitable for ${this.address} declared at ${declared}: ${why}.`;
  }

  #source(expression: Expression | undefined): string {
    switch (this.input?.source) {
      case 'environment':
        return `set using the TF_VAR_${this.name} environment variable`;
      case 'command-line':
        return `set using -var="${this.name}=..."`;
      case 'tfvars':
        return expression === undefined ? 'from a variables file' : `from ${describeRange(expression)}`;
      case undefined:
        return 'declared here';
    }
  }

  #unknown(): Value {
    return unknownValue(withoutOptionalDeep(this.declarationOf.type), { origin: { subject: this, path: '' } });
  }
}
