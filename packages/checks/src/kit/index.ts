export { anySetting } from './account-settings.ts';
export type * from './check.ts';
export type { ModuleVerdict } from './check-module.ts';
export { checkModule, groupChecks, joinVerdicts, touchedBy } from './check-module.ts';
export type * from './cidr.ts';
export { holdsPort, parseRange, reachOf } from './cidr.ts';
export type * from './container-definitions.ts';
export { containersOf, memberOf } from './container-definitions.ts';
export { defineCheck } from './define-check.ts';
export type * from './description.ts';
export { judgeDescription } from './description.ts';
export type * from './document/document.ts';
export { documentOf } from './document/document-of.ts';
export { edit } from './edit.ts';
export { editsOfFix } from './edits-of-fix.ts';
export type * from './estate.ts';
export type { CheckResults, EvaluateOptions } from './evaluate-checks.ts';
export { evaluateChecks } from './evaluate-checks.ts';
export type * from './finding.ts';
export type * from './fix.ts';
export { dedent, hcl } from './hcl-text.ts';
export type * from './place.ts';
export type * from './policy/policy.ts';
export { policyOf, policyOfDocument } from './policy/policy-of.ts';
export { forbidPublicRanges, forbidWorld } from './range-shapes.ts';
export { referenceOf } from './referred-resources.ts';
export type * from './report.ts';
export { findSecretInScript } from './secret-in-script.ts';
export { isSensitiveName } from './secret-name.ts';
export type * from './secret-text.ts';
export { entropyOf, findSecret, mayBeSecret } from './secret-text.ts';
export type * from './shapes.ts';
export {
  allowOnly,
  eachBlock,
  forbidFalse,
  forbidOneOf,
  forbidResource,
  forbidTrue,
  requireAtLeast,
  requireAtMost,
  requireBlock,
  requireOneOf,
  requireSet,
  requireTrue,
} from './shapes.ts';
export type * from './text-pieces.ts';
export { endsWithText, equalsText, includesText, startsWithText, textOfAttribute } from './text-pieces.ts';
export type { TouchedPath } from './touched-paths.ts';
export { listenToTouchedPaths } from './touched-paths.ts';
export * from './truth.ts';
export type * from './user-data.ts';
export { UNKNOWN_PIECE, userDataOf } from './user-data.ts';
export type * from './view.ts';
