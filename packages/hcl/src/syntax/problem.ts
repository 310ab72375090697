/** The fixed part of a diagnostic: everything but its place. Texts are those of hashicorp/hcl v2.23.0. */
export interface Problem {
  readonly code: `hcl/${string}`;
  readonly summary: string;
  readonly detail: string;
}

const BLOCK_NESTING =
  'There is no closing brace for this block before the end of the file. This may be caused by incorrect brace nesting elsewhere in this file.';
const FOR = { code: 'hcl/invalid-for', summary: "Invalid 'for' expression" } as const;
const FOR_DIRECTIVE = { code: 'hcl/invalid-for-directive', summary: "Invalid 'for' directive" } as const;
const SINGLE_ARGUMENT = {
  code: 'hcl/invalid-single-argument-block',
  summary: 'Invalid single-argument block definition',
} as const;
const BLOCK_DEFINITION = { code: 'hcl/invalid-block-definition', summary: 'Invalid block definition' } as const;
const ITEM_REQUIRED = { code: 'hcl/item-required', summary: 'Argument or block definition required' } as const;
const UNCLOSED_INTERPOLATION = {
  code: 'hcl/unclosed-interpolation',
  summary: 'Unclosed template interpolation sequence',
} as const;
const EXTRA_INTERPOLATION = {
  code: 'hcl/extra-characters-in-interpolation',
  summary: 'Extra characters after interpolation expression',
} as const;
const UNCLOSED_OBJECT = {
  code: 'hcl/unclosed-object',
  summary: 'Unterminated object constructor expression',
  detail:
    'There is no corresponding closing brace before the end of the file. This may be caused by incorrect brace nesting elsewhere in this file.',
} as const;

/** How deep expressions, blocks and template directives may nest; real code stays below 20. Evaluators may recurse over the tree. */
export const MAX_NESTING: number = 500;

/** Problems of native syntax whose text is always the same. */
export const PROBLEMS: Readonly<Record<ProblemName, Problem>> = {
  tooDeep: {
    code: 'hcl/too-deep',
    summary: 'Nesting too deep',
    detail: `Expressions, blocks and template directives may be nested at most ${MAX_NESTING} levels deep.`,
  },
  quotedArgumentName: {
    code: 'hcl/invalid-argument-name',
    summary: 'Invalid argument name',
    detail: 'Argument names must not be quoted.',
  },
  unclosedBlock: { code: 'hcl/unclosed-block', summary: 'Unclosed configuration block', detail: BLOCK_NESTING },
  unclosedBody: {
    code: 'hcl/unclosed-body',
    summary: 'Unclosed configuration body',
    detail: 'Found end of file before the end of this configuration body.',
  },
  itemRequired: { ...ITEM_REQUIRED, detail: 'An argument or block definition is required here.' },
  itemNeedsEquals: {
    ...ITEM_REQUIRED,
    detail:
      'An argument or block definition is required here. To set an argument, use the equals sign "=" to introduce the argument value.',
  },
  missingNewline: {
    code: 'hcl/missing-newline-after-argument',
    summary: 'Missing newline after argument',
    detail: 'An argument definition must end with a newline.',
  },
  commaAfterArgument: {
    code: 'hcl/comma-after-argument',
    summary: 'Unexpected comma after argument',
    detail:
      'Argument definitions must be separated by newlines, not commas. An argument definition must end with a newline.',
  },
  blockWithEquals: {
    ...BLOCK_DEFINITION,
    detail: 'The equals sign "=" indicates an argument definition, and must not be used when defining a block.',
  },
  blockWithoutBody: {
    ...BLOCK_DEFINITION,
    detail:
      'A block definition must have block content delimited by "{" and "}", starting on the same line as the block header.',
  },
  blockHeader: {
    ...BLOCK_DEFINITION,
    detail: 'Either a quoted string block label or an opening brace ("{") is expected here.',
  },
  singleArgumentComma: {
    ...SINGLE_ARGUMENT,
    detail:
      'Single-line block syntax can include only one argument definition. To define multiple arguments, use the multi-line block syntax with one argument definition per line.',
  },
  singleArgumentNewline: {
    ...SINGLE_ARGUMENT,
    detail:
      "An argument definition on the same line as its containing block creates a single-line block definition, which must also be closed on the same line. Place the block's closing brace immediately after the argument definition.",
  },
  singleArgumentEnd: {
    ...SINGLE_ARGUMENT,
    detail:
      'A single-line block definition must end with a closing brace immediately after its single argument definition.',
  },
  newlineAfterBlock: {
    code: 'hcl/missing-newline-after-block',
    summary: 'Missing newline after block definition',
    detail: 'A block definition must end with a newline.',
  },
  missingFalseResult: {
    code: 'hcl/missing-false-expression',
    summary: 'Missing false expression in conditional',
    detail: 'The conditional operator (...?...:...) requires a false expression, delimited by a colon.',
  },
  nestedSplat: {
    code: 'hcl/nested-splat',
    summary: 'Nested splat expression not allowed',
    detail: 'A splat expression (*) cannot be used inside another attribute-only splat expression.',
  },
  attributeName: {
    code: 'hcl/invalid-attribute-name',
    summary: 'Invalid attribute name',
    detail: 'An attribute name is required after a dot.',
  },
  splatBracket: {
    code: 'hcl/unclosed-splat',
    summary: 'Missing close bracket on splat index',
    detail: 'The star for a full splat operator must be immediately followed by a closing bracket ("]").',
  },
  indexBracket: {
    code: 'hcl/unclosed-index',
    summary: 'Missing close bracket on index',
    detail: 'The index operator must end with a closing bracket ("]").',
  },
  unbalancedParentheses: {
    code: 'hcl/unbalanced-parentheses',
    summary: 'Unbalanced parentheses',
    detail: 'Expected a closing parenthesis to terminate the expression.',
  },
  missingExpression: {
    code: 'hcl/missing-expression',
    summary: 'Missing expression',
    detail: 'Expected the start of an expression, but found the end of the file.',
  },
  invalidExpression: {
    code: 'hcl/invalid-expression',
    summary: 'Invalid expression',
    detail: 'Expected the start of an expression, but found an invalid expression token.',
  },
  invalidNumber: {
    code: 'hcl/invalid-number',
    summary: 'Invalid number literal',
    detail: 'Failed to recognize the value of this number literal.',
  },
  missingFunctionName: {
    code: 'hcl/missing-function-name',
    summary: 'Missing function name',
    detail: 'Function scope resolution symbol :: must be followed by a function name in this scope.',
  },
  missingOpenParenthesis: {
    code: 'hcl/missing-open-parenthesis',
    summary: 'Missing open parenthesis',
    detail: 'Function selector must be followed by an open parenthesis to begin the function call.',
  },
  expandedArgumentEnd: {
    code: 'hcl/missing-closing-parenthesis',
    summary: 'Missing closing parenthesis',
    detail: 'An expanded function argument (with ...) must be immediately followed by closing parentheses.',
  },
  unclosedCall: {
    code: 'hcl/unclosed-call',
    summary: 'Unterminated function call',
    detail:
      'There is no closing parenthesis for this function call before the end of the file. This may be caused by incorrect parenthesis nesting elsewhere in this file.',
  },
  argumentSeparator: {
    code: 'hcl/missing-argument-separator',
    summary: 'Missing argument separator',
    detail: 'A comma is required to separate each function argument from the next.',
  },
  unclosedTuple: {
    code: 'hcl/unclosed-tuple',
    summary: 'Unterminated tuple constructor expression',
    detail:
      'There is no corresponding closing bracket before the end of the file. This may be caused by incorrect bracket nesting elsewhere in this file.',
  },
  itemSeparator: {
    code: 'hcl/missing-item-separator',
    summary: 'Missing item separator',
    detail: 'Expected a comma to mark the beginning of the next item.',
  },
  missingAttributeValue: {
    code: 'hcl/missing-attribute-value',
    summary: 'Missing attribute value',
    detail: 'Expected an attribute value, introduced by an equals sign ("=").',
  },
  keySeparatorBeforeName: {
    code: 'hcl/missing-key-separator',
    summary: 'Missing key/value separator',
    detail:
      'Expected an equals sign ("=") to mark the beginning of the attribute value. If you intended to given an attribute name containing periods or spaces, write the name in quotes to create a string literal.',
  },
  keySeparator: {
    code: 'hcl/missing-key-separator',
    summary: 'Missing key/value separator',
    detail: 'Expected an equals sign ("=") to mark the beginning of the attribute value.',
  },
  unclosedObject: UNCLOSED_OBJECT,
  attributeSeparator: {
    code: 'hcl/missing-attribute-separator',
    summary: 'Missing attribute separator',
    detail: 'Expected a newline or comma to mark the beginning of the next attribute.',
  },
  forVariable: { ...FOR, detail: "For expression requires variable name after 'for'." },
  forValueVariable: { ...FOR, detail: 'For expression requires value variable name after comma.' },
  forIn: { ...FOR, detail: "For expression requires the 'in' keyword after its name declarations." },
  forColon: { ...FOR, detail: 'For expression requires a colon after the collection expression.' },
  forExtra: { ...FOR, detail: "Extra characters after the end of the 'for' expression." },
  forTupleKey: { ...FOR, detail: 'Key expression is not valid when building a tuple.' },
  forTupleGroup: { ...FOR, detail: 'Grouping ellipsis (...) cannot be used when building a tuple.' },
  forObjectKey: { ...FOR, detail: 'Key expression is required when building an object.' },
  quotedStringRequired: {
    code: 'hcl/invalid-string',
    summary: 'Invalid string literal',
    detail: 'A quoted string is required here.',
  },
  unclosedString: {
    code: 'hcl/unclosed-string',
    summary: 'Unterminated string literal',
    detail: 'Unable to find the closing quote mark before the end of the file.',
  },
  invalidStringItem: {
    code: 'hcl/invalid-string',
    summary: 'Invalid string literal',
    detail: 'This item is not valid in a string literal.',
  },
  unclosedInterpolationAtEnd: {
    ...UNCLOSED_INTERPOLATION,
    detail:
      'There is no closing brace for this interpolation sequence before the end of the file. This might be caused by incorrect nesting inside the given expression.',
  },
  unclosedInterpolationInQuotes: {
    ...UNCLOSED_INTERPOLATION,
    detail:
      'There is no closing brace for this interpolation sequence before the end of the quoted template. This might be caused by incorrect nesting inside the given expression.',
  },
  interpolationColon: {
    ...EXTRA_INTERPOLATION,
    detail:
      'Template interpolation doesn\'t expect a colon at this location. Did you intend this to be a literal sequence to be processed as part of another language? If so, you can escape it by starting with "$${" instead of just "${".',
  },
  interpolationExtra: {
    ...EXTRA_INTERPOLATION,
    detail:
      'Expected a closing brace to end the interpolation expression, but found extra characters.\n\nThis can happen when you include interpolation syntax for another language, such as shell scripting, but forget to escape the interpolation start token. If this is an embedded sequence for another language, escape it by starting with "$${" instead of just "${".',
  },
  invalidDirective: {
    code: 'hcl/invalid-directive',
    summary: 'Invalid template directive',
    detail: 'A template directive keyword ("if", "for", etc) is expected at the beginning of a %{ sequence.',
  },
  forDirectiveVariable: { ...FOR_DIRECTIVE, detail: "For directive requires variable name after 'for'." },
  forDirectiveValueVariable: { ...FOR_DIRECTIVE, detail: 'For directive requires value variable name after comma.' },
  forDirectiveIn: { ...FOR_DIRECTIVE, detail: "For directive requires 'in' keyword after names." },
  unclosedTemplate: {
    code: 'hcl/unclosed-template',
    summary: 'Unterminated template string',
    detail: 'No closing marker was found for the string.',
  },
  elseInFor: {
    code: 'hcl/unbalanced-directive',
    summary: 'Unexpected else directive',
    detail: 'An else clause is not expected for a for directive.',
  },
  extraAfterExpression: {
    code: 'hcl/extra-characters-after-expression',
    summary: 'Extra characters after expression',
    detail: 'An expression was successfully parsed, but extra characters were found after it.',
  },
  variableName: {
    code: 'hcl/invalid-traversal',
    summary: 'Variable name required',
    detail: 'Must begin with a variable name.',
  },
  traversalSplat: {
    code: 'hcl/invalid-traversal',
    summary: 'Attribute name required',
    detail: 'Splat expressions (.*) may not be used here.',
  },
  traversalAttributeName: {
    code: 'hcl/invalid-traversal',
    summary: 'Attribute name required',
    detail: 'Dot must be followed by attribute name.',
  },
  traversalIndexBracket: {
    code: 'hcl/invalid-traversal',
    summary: 'Unclosed index brackets',
    detail: 'Index key must be followed by a closing bracket.',
  },
  traversalFullSplat: {
    code: 'hcl/invalid-traversal',
    summary: 'Attribute name required',
    detail: 'Splat expressions ([*]) may not be used here.',
  },
  traversalIndex: {
    code: 'hcl/invalid-traversal',
    summary: 'Index value required',
    detail: 'Index brackets must contain either a literal number or a literal string.',
  },
  traversalCharacter: {
    code: 'hcl/invalid-traversal',
    summary: 'Invalid character',
    detail: 'Expected an attribute access or an index operator.',
  },
};

type ProblemName =
  | 'tooDeep'
  | 'quotedArgumentName'
  | 'unclosedBlock'
  | 'unclosedBody'
  | 'itemRequired'
  | 'itemNeedsEquals'
  | 'missingNewline'
  | 'commaAfterArgument'
  | 'blockWithEquals'
  | 'blockWithoutBody'
  | 'blockHeader'
  | 'singleArgumentComma'
  | 'singleArgumentNewline'
  | 'singleArgumentEnd'
  | 'newlineAfterBlock'
  | 'missingFalseResult'
  | 'nestedSplat'
  | 'attributeName'
  | 'splatBracket'
  | 'indexBracket'
  | 'unbalancedParentheses'
  | 'missingExpression'
  | 'invalidExpression'
  | 'invalidNumber'
  | 'missingFunctionName'
  | 'missingOpenParenthesis'
  | 'expandedArgumentEnd'
  | 'unclosedCall'
  | 'argumentSeparator'
  | 'unclosedTuple'
  | 'itemSeparator'
  | 'missingAttributeValue'
  | 'keySeparatorBeforeName'
  | 'keySeparator'
  | 'unclosedObject'
  | 'attributeSeparator'
  | 'forVariable'
  | 'forValueVariable'
  | 'forIn'
  | 'forColon'
  | 'forExtra'
  | 'forTupleKey'
  | 'forTupleGroup'
  | 'forObjectKey'
  | 'quotedStringRequired'
  | 'unclosedString'
  | 'invalidStringItem'
  | 'unclosedInterpolationAtEnd'
  | 'unclosedInterpolationInQuotes'
  | 'interpolationColon'
  | 'interpolationExtra'
  | 'invalidDirective'
  | 'forDirectiveVariable'
  | 'forDirectiveValueVariable'
  | 'forDirectiveIn'
  | 'unclosedTemplate'
  | 'elseInFor'
  | 'extraAfterExpression'
  | 'variableName'
  | 'traversalSplat'
  | 'traversalAttributeName'
  | 'traversalIndexBracket'
  | 'traversalFullSplat'
  | 'traversalIndex'
  | 'traversalCharacter';
