import { DYNAMIC } from '@tfwarden/hcl';
import type { WrittenModuleCall } from './decode-module-call.ts';
import type { WrittenOutput } from './decode-output.ts';
import type { WrittenVariable } from './decode-variable.ts';
import { rangeOfBlock } from './decoded.ts';
import type { ModuleCallDeclaration, OutputDeclaration, VariableDeclaration } from './module-configuration.ts';

/** A variable as declared in a primary file: what is not written has Terraform's default. */
export function toVariable(written: WrittenVariable): VariableDeclaration {
  const { block, constraint } = written;
  return {
    name: block.labels[0] ?? '',
    nameRange: block.labelRanges[0] ?? block.headerRange,
    headerRange: block.headerRange,
    range: rangeOfBlock(block),
    description: written.description,
    type: constraint?.type ?? DYNAMIC,
    isTypeImplied: constraint === undefined,
    typeRange: constraint?.expression,
    defaults: constraint?.defaults,
    parsing: constraint?.parsing ?? 'literal',
    defaultValue: written.default?.value,
    defaultExpression: written.default?.expression,
    isNullable: written.isNullable ?? true,
    isSensitive: written.isSensitive ?? false,
    isEphemeral: written.isEphemeral ?? false,
    validations: written.validations,
  };
}

export function toOutput(written: WrittenOutput): OutputDeclaration {
  const { block, description, expression, dependsOn, preconditions } = written;
  return {
    name: block.labels[0] ?? '',
    nameRange: block.labelRanges[0] ?? block.headerRange,
    headerRange: block.headerRange,
    range: rangeOfBlock(block),
    description,
    expression,
    isSensitive: written.isSensitive ?? false,
    isEphemeral: written.isEphemeral ?? false,
    dependsOn,
    preconditions,
  };
}

export function toCall(written: WrittenModuleCall): ModuleCallDeclaration {
  const { block, ...rest } = written;
  return {
    name: block.labels[0] ?? '',
    nameRange: block.labelRanges[0] ?? block.headerRange,
    headerRange: block.headerRange,
    range: rangeOfBlock(block),
    isOverridden: false,
    ...rest,
  };
}
