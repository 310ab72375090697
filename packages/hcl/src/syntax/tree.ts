import type { Diagnostic } from '../text/diagnostic.ts';
import type { Range } from '../text/range.ts';
import type { SourceFile } from '../text/source-file.ts';
import type { Value } from '../value/value.ts';

/** The body of a file or block in native syntax. Attributes and blocks are in source order. */
export interface Body extends Range {
  readonly kind: 'body';
  readonly attributes: readonly Attribute[];
  readonly blocks: readonly Block[];
  /** Where the body ends: its closing brace or the end of the file; an empty range. */
  readonly endRange: Range;
}

export interface Attribute extends Range {
  readonly kind: 'attribute';
  readonly name: string;
  readonly nameRange: Range;
  readonly equalsRange: Range;
  readonly expression: Expression;
}

/** A block; the node's own range runs from the type to the closing brace. */
export interface Block extends Range {
  readonly kind: 'block';
  readonly type: string;
  readonly typeRange: Range;
  readonly labels: readonly string[];
  readonly labelRanges: readonly Range[];
  readonly openBraceRange: Range;
  readonly closeBraceRange: Range;
  /** From the type to the last label: what hashicorp/hcl calls `DefRange`. */
  readonly headerRange: Range;
  readonly body: Body;
}

export type Expression =
  | Literal
  | ScopeTraversal
  | RelativeTraversal
  | FunctionCall
  | Conditional
  | Index
  | TupleConstructor
  | ObjectConstructor
  | ForExpression
  | Splat
  | SplatItem
  | Template
  | TemplateWrap
  | TemplateJoin
  | BinaryOperation
  | UnaryOperation
  | Parentheses
  | SyntaxErrorExpression
  | JsonExpression;

/** A constant: number, bool, null or a piece of text. `<<unknown>>` placeholders of recovery are literals with an unknown value. */
export interface Literal extends Range {
  readonly kind: 'literal';
  readonly value: Value;
}

/** `var.tags["x"]`: a name of the scope and constant steps. */
export interface ScopeTraversal extends Range {
  readonly kind: 'scopeTraversal';
  readonly root: TraversalRoot;
  readonly steps: readonly TraversalStep[];
}

export interface TraversalRoot extends Range {
  readonly name: string;
}

export type TraversalStep = AttributeStep | IndexStep;

export interface AttributeStep extends Range {
  readonly kind: 'attributeStep';
  readonly name: string;
}

export interface IndexStep extends Range {
  readonly kind: 'indexStep';
  readonly key: Value;
}

/** Constant steps behind any other expression: `f(x).name`. */
export interface RelativeTraversal extends Range {
  readonly kind: 'relativeTraversal';
  readonly source: Expression;
  readonly steps: readonly TraversalStep[];
}

export interface FunctionCall extends Range {
  readonly kind: 'functionCall';
  /** With namespaces, as written: `core::length`, `provider::aws::arn_parse`. */
  readonly name: string;
  readonly nameRange: Range;
  readonly arguments: readonly Expression[];
  /** The last argument is followed by `...`. */
  readonly expandFinal: boolean;
  readonly openRange: Range;
  readonly closeRange: Range;
  /** Recovery: the file ends before the closing parenthesis; `closeRange` is empty. */
  readonly isUnclosed?: true;
}

export interface Conditional extends Range {
  readonly kind: 'conditional';
  readonly condition: Expression;
  readonly trueResult: Expression;
  readonly falseResult: Expression;
}

/** An index whose key is not constant; constant keys are traversal steps. */
export interface Index extends Range {
  readonly kind: 'index';
  readonly collection: Expression;
  readonly key: Expression;
  readonly openRange: Range;
}

export interface TupleConstructor extends Range {
  readonly kind: 'tuple';
  readonly items: readonly Expression[];
  readonly openRange: Range;
}

export interface ObjectConstructor extends Range {
  readonly kind: 'object';
  readonly items: readonly ObjectItem[];
  readonly openRange: Range;
}

export interface ObjectItem {
  readonly key: ObjectKey;
  readonly value: Expression;
}

export interface ObjectKey extends Range {
  readonly kind: 'objectKey';
  readonly wrapped: Expression;
  /** `(name) = 1`: the key is evaluated even when it looks like a bare name. */
  readonly forceNonLiteral: boolean;
  /** The bare name, when the key is one and is read as a string. */
  readonly keyword: string | undefined;
}

export interface ForExpression extends Range {
  readonly kind: 'for';
  readonly keyVariable: string | undefined;
  readonly valueVariable: string;
  readonly collection: Expression;
  /** Absent for a tuple. */
  readonly keyExpression: Expression | undefined;
  readonly valueExpression: Expression;
  readonly condition: Expression | undefined;
  /** `...` behind the value: values of one key are grouped. */
  readonly group: boolean;
  readonly openRange: Range;
  readonly closeRange: Range;
}

export interface Splat extends Range {
  readonly kind: 'splat';
  readonly source: Expression;
  /** What is evaluated for each element; the node `item` stands in it for the element. */
  readonly each: Expression;
  readonly item: SplatItem;
  readonly markerRange: Range;
}

export interface SplatItem extends Range {
  readonly kind: 'splatItem';
}

export interface Template extends Range {
  readonly kind: 'template';
  readonly parts: readonly Expression[];
}

/** A string that is one interpolation and nothing else: any type passes through. */
export interface TemplateWrap extends Range {
  readonly kind: 'templateWrap';
  readonly wrapped: Expression;
}

/** `%{ for }`: joins the strings of its `for` expression. */
export interface TemplateJoin extends Range {
  readonly kind: 'templateJoin';
  readonly tuple: Expression;
}

export type BinaryOperator = '||' | '&&' | '==' | '!=' | '>' | '>=' | '<' | '<=' | '+' | '-' | '*' | '/' | '%';

export interface BinaryOperation extends Range {
  readonly kind: 'binary';
  readonly operator: BinaryOperator;
  readonly left: Expression;
  readonly right: Expression;
}

export interface UnaryOperation extends Range {
  readonly kind: 'unary';
  readonly operator: '!' | '-';
  readonly operand: Expression;
  readonly symbolRange: Range;
}

export interface Parentheses extends Range {
  readonly kind: 'parentheses';
  readonly inner: Expression;
}

/** Recovery: an expression that did not parse. Its value is unknown. */
export interface SyntaxErrorExpression extends Range {
  readonly kind: 'syntaxError';
  readonly placeholder: Value;
  /** What was wrong with it; among the diagnostics of the parse too. */
  readonly parseDiagnostics: readonly Diagnostic[];
}

/** An expression of JSON syntax; strings in it are templates where a scope is given. */
export interface JsonExpression extends Range {
  readonly kind: 'json';
  readonly node: JsonNode;
}

export type JsonNode = JsonObject | JsonArray | JsonString | JsonNumber | JsonBool | JsonNull | JsonInvalid;

export interface JsonObject extends Range {
  readonly kind: 'jsonObject';
  readonly properties: readonly JsonProperty[];
  readonly openRange: Range;
  readonly closeRange: Range;
}

export interface JsonProperty {
  readonly name: string;
  readonly nameRange: Range;
  readonly value: JsonNode;
}

export interface JsonArray extends Range {
  readonly kind: 'jsonArray';
  readonly elements: readonly JsonNode[];
  readonly openRange: Range;
}

export interface JsonString extends Range {
  readonly kind: 'jsonString';
  readonly value: string;
}

export interface JsonNumber extends Range {
  readonly kind: 'jsonNumber';
  readonly value: Value;
}

export interface JsonBool extends Range {
  readonly kind: 'jsonBool';
  readonly value: boolean;
}

export interface JsonNull extends Range {
  readonly kind: 'jsonNull';
}

export interface JsonInvalid extends Range {
  readonly kind: 'jsonInvalid';
}

/** The body of a JSON file or of an object in it. It has no shape until a schema is applied. */
export interface JsonBody extends Range {
  readonly kind: 'jsonBody';
  /** An object, or an array of objects whose properties are read one after the other. */
  readonly node: JsonNode;
  /** Names that an earlier partial decoding has used; they count as absent. */
  readonly hidden?: ReadonlySet<string>;
}

export type AnyBody = Body | JsonBody;

export interface Comment extends Range {
  /** With its marks: `# x`, `// x`, or a block comment. */
  readonly text: string;
}

/** What parsing a configuration file gives; always complete, whatever the text. */
export interface ParsedFile<B extends AnyBody = AnyBody> {
  readonly file: SourceFile;
  readonly body: B;
  /** In source order; empty for JSON. */
  readonly comments: readonly Comment[];
}
