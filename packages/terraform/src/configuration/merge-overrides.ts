import type { Diagnostic, Expression } from '@tfwarden/hcl';
import { convert, isConversionFailure } from '@tfwarden/hcl';
import type { WrittenModuleCall } from './decode-module-call.ts';
import type { WrittenOutput } from './decode-output.ts';
import type { WrittenVariable } from './decode-variable.ts';
import type {
  LocalDeclaration,
  ModuleCallDeclaration,
  OutputDeclaration,
  ProviderDeclaration,
  ResourceDeclaration,
  VariableDeclaration,
} from './module-configuration.ts';
import { problem } from './problem.ts';

// What an override file writes replaces what the primary file wrote; what it leaves out stays (Terraform 1.11.4, module_merge.go).

export function mergeVariable(
  base: VariableDeclaration,
  over: WrittenVariable,
  diagnostics: Diagnostic[],
): VariableDeclaration {
  const { constraint } = over;
  const type = constraint?.type ?? base.type;
  const isNullable = over.isNullable ?? base.isNullable;
  let defaultValue = over.default?.value ?? base.defaultValue;
  if (defaultValue !== undefined) {
    const subject = over.block.headerRange;
    const refuse = (detail: string): void => {
      diagnostics.push(problem('invalid-default', 'Invalid default value for variable', detail, subject));
    };
    const converted = convert(defaultValue, type);
    if (!isConversionFailure(converted)) defaultValue = converted;
    else if (over.default === undefined) {
      refuse(`Overriding this variable's type constraint has made its default value invalid: ${converted.message}.`);
    } else if (constraint === undefined) {
      refuse(
        `The overridden default value for this variable is not compatible with the variable's type constraint: ${converted.message}.`,
      );
    } else {
      refuse(`This variable's default value is not compatible with its type constraint: ${converted.message}.`);
    }
    if (!isNullable && defaultValue.kind === 'null') {
      refuse('A null default value is not valid when nullable=false.');
    }
  }
  return {
    ...base,
    description: over.description ?? base.description,
    type,
    isTypeImplied: base.isTypeImplied && constraint === undefined,
    typeRange: constraint?.expression ?? base.typeRange,
    // Terraform keeps the defaults of the first type: it merges the constraint without them.
    defaults: base.defaults,
    parsing: constraint?.parsing ?? base.parsing,
    defaultValue,
    defaultExpression: over.default?.expression ?? base.defaultExpression,
    isNullable,
    isSensitive: over.isSensitive ?? base.isSensitive,
    isEphemeral: over.isEphemeral ?? base.isEphemeral,
  };
}

export function mergeLocal(base: LocalDeclaration, over: LocalDeclaration): LocalDeclaration {
  return { ...base, expression: over.expression, range: over.range, nameRange: over.nameRange };
}

export function mergeOutput(
  base: OutputDeclaration,
  over: WrittenOutput,
  diagnostics: Diagnostic[],
): OutputDeclaration {
  refuseDependsOn(over.dependsOn, diagnostics);
  return {
    ...base,
    description: over.description ?? base.description,
    expression: over.expression ?? base.expression,
    isSensitive: over.isSensitive ?? base.isSensitive,
    isEphemeral: over.isEphemeral ?? base.isEphemeral,
  };
}

export function mergeCall(
  base: ModuleCallDeclaration,
  over: WrittenModuleCall,
  diagnostics: Diagnostic[],
): ModuleCallDeclaration {
  refuseDependsOn(over.dependsOn, diagnostics);
  const hasSource = over.sourceExpression !== undefined;
  return {
    ...base,
    source: hasSource ? over.source : base.source,
    sourceExpression: over.sourceExpression ?? base.sourceExpression,
    version: over.version ?? base.version,
    count: over.count ?? base.count,
    forEach: over.forEach ?? base.forEach,
    arguments: new Map([...base.arguments, ...over.arguments]),
    isOverridden: true,
    providers: over.providers.length > 0 ? over.providers : base.providers,
  };
}

export function mergeResource(
  base: ResourceDeclaration,
  over: ResourceDeclaration,
  diagnostics: Diagnostic[],
): ResourceDeclaration {
  refuseDependsOn(over.dependsOn, diagnostics);
  return {
    ...base,
    overrides: [...base.overrides, over.body],
    count: over.count ?? base.count,
    forEach: over.forEach ?? base.forEach,
    enabled: over.enabled ?? base.enabled,
    provider: over.provider ?? base.provider,
  };
}

export function mergeProvider(base: ProviderDeclaration, over: ProviderDeclaration): ProviderDeclaration {
  return { ...base, overrides: [...base.overrides, over.body], forEach: over.forEach ?? base.forEach };
}

function refuseDependsOn(dependsOn: readonly Expression[], diagnostics: Diagnostic[]): void {
  const [first] = dependsOn;
  if (first === undefined) return;
  const detail = 'The depends_on argument may not be overridden.';
  diagnostics.push(problem('unsupported-override', 'Unsupported override', detail, first));
}
