import type { DecodedBlock, Diagnostic } from '@tfwarden/hcl';
import { rangeOfBlock, readContent } from './decoded.ts';
import type { CheckRule } from './module-configuration.ts';
import { problem } from './problem.ts';
import { CHECK_RULE_SCHEMA } from './schemas.ts';
import { staticReferences } from './static-references.ts';

/** Decodes a `validation`, `precondition`, `postcondition` or `assert` block, as Terraform's `decodeCheckRuleBlock`. */
export function decodeCheckRule(
  block: DecodedBlock,
  kind: CheckRule['kind'],
  isOverride: boolean,
  diagnostics: Diagnostic[],
): CheckRule {
  const { headerRange } = block;
  if (isOverride) {
    diagnostics.push(
      problem(
        'unsupported-override',
        `Can't override ${kind} blocks`,
        `Override files cannot override "${kind}" blocks.`,
        headerRange,
      ),
    );
    return { kind, headerRange, range: rangeOfBlock(block), condition: undefined, errorMessage: undefined };
  }
  const content = readContent(block.body, CHECK_RULE_SCHEMA, diagnostics);
  const condition = content.attributes.get('condition')?.expression;
  const errorMessage = content.attributes.get('error_message')?.expression;
  if (condition !== undefined && staticReferences(condition).length === 0) {
    diagnostics.push(
      problem(
        'constant-condition',
        `Invalid ${kind} expression`,
        'The condition expression must refer to at least one object from elsewhere in the configuration, or else its result would not be checking anything.',
        condition,
      ),
    );
  }
  return { kind, headerRange, range: rangeOfBlock(block), condition, errorMessage };
}
