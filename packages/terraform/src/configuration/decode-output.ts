import type { DecodedBlock, Diagnostic, Expression } from '@tfwarden/hcl';
import { isValidIdentifier } from '@tfwarden/hcl';
import { decodeCheckRule } from './decode-check-rule.ts';
import { readDependsOn } from './decode-meta.ts';
import { readContent } from './decoded.ts';
import type { CheckRule } from './module-configuration.ts';
import { BAD_IDENTIFIER } from './names.ts';
import { problem } from './problem.ts';
import { forOverrides, OUTPUT_SCHEMA } from './schemas.ts';
import { readText, readTruth } from './static-value.ts';

/** What an `output` block says; fields that are not written are undefined. */
export interface WrittenOutput {
  readonly block: DecodedBlock;
  readonly description: string | undefined;
  readonly expression: Expression | undefined;
  readonly isSensitive: boolean | undefined;
  readonly isEphemeral: boolean | undefined;
  readonly dependsOn: readonly Expression[];
  readonly preconditions: readonly CheckRule[];
}

/** Decodes an `output` block, with the checks and messages of Terraform's `decodeOutputBlock` (1.11.4). */
export function decodeOutput(block: DecodedBlock, isOverride: boolean, diagnostics: Diagnostic[]): WrittenOutput {
  const content = readContent(block.body, isOverride ? forOverrides(OUTPUT_SCHEMA) : OUTPUT_SCHEMA, diagnostics);
  if (!isValidIdentifier(block.labels[0] ?? '')) {
    diagnostics.push(problem('invalid-name', 'Invalid output name', BAD_IDENTIFIER, block.labelRanges[0]));
  }
  const expressionOf = (name: string): Expression | undefined => content.attributes.get(name)?.expression;
  const text = expressionOf('description');
  const sensitive = expressionOf('sensitive');
  const ephemeral = expressionOf('ephemeral');
  const dependsOn = expressionOf('depends_on');
  const description = text && readText(text, diagnostics);
  const isSensitive = sensitive && readTruth(sensitive, diagnostics);
  const isEphemeral = ephemeral && readTruth(ephemeral, diagnostics);
  const dependencies = dependsOn === undefined ? [] : readDependsOn(dependsOn, diagnostics);
  const preconditions: CheckRule[] = [];
  for (const inner of content.blocks) {
    if (inner.type === 'precondition') {
      preconditions.push(decodeCheckRule(inner, 'precondition', isOverride, diagnostics));
    } else {
      const detail = 'Output values can only have preconditions, not postconditions.';
      diagnostics.push(problem('postcondition', 'Postconditions are not allowed', detail, inner.typeRange));
    }
  }
  const expression = expressionOf('value');
  return { block, description, expression, isSensitive, isEphemeral, dependsOn: dependencies, preconditions };
}
