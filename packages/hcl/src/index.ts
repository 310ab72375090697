export type { BlockPosition, Change, EditableBody, Item } from './edit/change.ts';
export {
  addLabel,
  appendBlock,
  insertAttribute,
  insertBlock,
  removeAttribute,
  removeBlock,
  replaceExpression,
  setAttribute,
  setLabel,
} from './edit/edit.ts';
export { format } from './edit/format.ts';
export type { PlannedChanges, RefusedGroup } from './edit/plan-changes.ts';
export { planChanges } from './edit/plan-changes.ts';
export { renderDiff } from './edit/render-diff.ts';
export type { AppliedEdits, AppliedGroups, EditConflict, EditResult, TextEdit } from './edit/text-edit.ts';
export { applyEditGroups, applyEdits } from './edit/text-edit.ts';
export { callConverted, callFunction } from './eval/call-function.ts';
export { evaluate } from './eval/evaluate.ts';
export { bounded } from './eval/limits.ts';
export { MAX_LOOP_WORK } from './eval/local-scope.ts';
export type { FunctionDefinition, LazyArgument, Parameter, Resolved, Scope, WorkBudget } from './eval/scope.ts';
export { FunctionError } from './eval/scope.ts';
export { startRange } from './eval/start-range.ts';
export { attributeOf, indexOf, traverse } from './eval/traverse.ts';
export { attributeStep } from './eval/unknown.ts';
export { takeWork } from './eval/work.ts';
export type {
  AttributeSchema,
  BlockSchema,
  BodySchema,
  DecodedAttribute,
  DecodedAttributes,
  DecodedBlock,
  DecodedBody,
  DecodeOptions,
} from './syntax/decode-body.ts';
export { decodeAttributes, decodeBody } from './syntax/decode-body.ts';
export { isValidIdentifier } from './syntax/identifier.ts';
export { jsonStringTemplate } from './syntax/json/json-template.ts';
export type { ParsedJson, ParsedJsonValue } from './syntax/json/parse-json.ts';
export { parseJson, parseJsonValue, startOfJson } from './syntax/json/parse-json.ts';
export { suggestName } from './syntax/name-suggestion.ts';
export type { ParsedConfig, ParsedExpression, ParsedTraversal } from './syntax/parse.ts';
export { parseConfig, parseExpression, parseTemplate, parseTraversal } from './syntax/parse.ts';
export { MAX_NESTING } from './syntax/problem.ts';
export { referencesIn } from './syntax/references.ts';
export type { ScanMode, TokenStream } from './syntax/scanner.ts';
export { scanTokens } from './syntax/scanner.ts';
export * as Token from './syntax/token.ts';
export type * from './syntax/tree.ts';
export type { ExpressionVisitor, WalkAnswer } from './syntax/walk.ts';
export { childrenOf, jsonExpression, walkExpression } from './syntax/walk.ts';
export type { Frame, FrameLabel, FrameOptions, FramePalette } from './text/code-frame.ts';
export { renderFrame } from './text/code-frame.ts';
export type { Diagnostic } from './text/diagnostic.ts';
export { hasErrors } from './text/diagnostic.ts';
export { goQuote } from './text/go-quote.ts';
export { clusterEnd, countClusters, graphemeClusters } from './text/grapheme.ts';
export { hostRange } from './text/host-range.ts';
export { isPrintable } from './text/printable.ts';
export type { PositionedRange, Range } from './text/range.ts';
export { positionsOf, rangeBetween } from './text/range.ts';
export { rangeText } from './text/range-text.ts';
export type { Position, SourceFileOptions, TokenBounds } from './text/source-file.ts';
export { SourceFile } from './text/source-file.ts';
export type { BigFloat, NumberLike } from './value/big-float.ts';
export * as BigNumber from './value/big-float.ts';
export type { Bound } from './value/bounds.ts';
export { isDefinitelyNotNull, lengthBounds, NOT_NULL, numberBounds } from './value/bounds.ts';
export * from './value/construct.ts';
export type { ConversionFailure } from './value/convert.ts';
export { convert, isConversionFailure } from './value/convert.ts';
export type { Truth } from './value/equality.ts';
export { compareForEquality, equalValues, numbersEqual, rawEquals, truthValue } from './value/equality.ts';
export {
  containsMarks,
  containsUnknown,
  depthOf,
  isWhollyKnown,
  MAX_STRING_LENGTH,
  MAX_VALUE_DEPTH,
  MAX_VALUE_WEIGHT,
  weightOf,
} from './value/extent.ts';
export type { MarkedPath, Marks, PathStep } from './value/marks.ts';
export {
  elementsOf,
  hasMark,
  hasMarkDeep,
  markedPaths,
  marksDeep,
  mergeMarks,
  unmark,
  unmarkDeep,
  withMarks,
} from './value/marks.ts';
export { mismatchMessage } from './value/mismatch.ts';
export { formatNumber, formatShort, MAX_WRITTEN_EXPONENT, parseNumber } from './value/number-text.ts';
export { quote } from './value/quote.ts';
export { refine, refineNotNull, refinePrefix } from './value/refine.ts';
export { renderValue } from './value/render.ts';
export { isSameValue } from './value/same-value.ts';
export { emptySet, hashKey, setHas, setValue } from './value/set.ts';
export * from './value/type.ts';
export {
  conformsTo,
  EMPTY_OBJECT,
  EMPTY_TUPLE,
  hasDynamicTypes,
  typeOf,
  typesEqual,
  withoutOptionalDeep,
} from './value/type-of.ts';
export type { TypeJson } from './value/type-text.ts';
export {
  consoleTypeString,
  friendlyConstraintName,
  friendlyTypeName,
  typeFromJson,
  typeKey,
  typeToJson,
} from './value/type-text.ts';
export { canConvert, unify } from './value/unify.ts';
export type * from './value/value.ts';
export { sameOrigin, waitsForOf } from './value/waits.ts';
