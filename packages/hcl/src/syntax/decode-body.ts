import type { Diagnostic } from '../text/diagnostic.ts';
import { goQuote } from '../text/go-quote.ts';
import type { Range } from '../text/range.ts';
import { decodeJsonAttributes, decodeJsonBody } from './json/decode-json-body.ts';
import { suggestName } from './name-suggestion.ts';
import { BodyNode } from './nodes.ts';
import type { AnyBody, Attribute, Block, Body, Expression } from './tree.ts';

/** What a body may hold. */
export interface BodySchema {
  readonly attributes?: readonly AttributeSchema[];
  readonly blocks?: readonly BlockSchema[];
}

export interface AttributeSchema {
  readonly name: string;
  readonly required?: boolean;
}

export interface BlockSchema {
  readonly type: string;
  /** One for each label the block must have. */
  readonly labelNames?: readonly string[];
}

/** An attribute of either syntax; the range runs from the name to the end of the expression. */
export interface DecodedAttribute extends Range {
  readonly name: string;
  readonly nameRange: Range;
  readonly expression: Expression;
}

/** A block of either syntax. */
export interface DecodedBlock {
  readonly type: string;
  readonly labels: readonly string[];
  readonly body: AnyBody;
  /** From the type to the last label; in JSON, the opening bracket of the content. */
  readonly headerRange: Range;
  readonly typeRange: Range;
  readonly labelRanges: readonly Range[];
}

export interface DecodedBody {
  /** In source order. */
  readonly attributes: ReadonlyMap<string, DecodedAttribute>;
  /** In source order. */
  readonly blocks: readonly DecodedBlock[];
  /** What the schema did not name. */
  readonly remain: AnyBody;
  /** Where to say that something is missing. */
  readonly missingItemRange: Range;
  readonly diagnostics: readonly Diagnostic[];
}

export interface DecodeOptions {
  /** Leaves what the schema does not name to `remain` instead of reporting it. */
  readonly partial?: boolean;
}

/**
 * Reads a body by a schema. Blocks with wrong labels are reported and left out; attributes of the wrong syntax level too.
 * hashicorp/hcl: `Content`, and `PartialContent` with `partial`. Types of values are not looked at.
 */
export function decodeBody(body: AnyBody, schema: BodySchema, options: DecodeOptions = {}): DecodedBody {
  return body.kind === 'jsonBody' ? decodeJsonBody(body, schema, options) : decodeNativeBody(body, schema, options);
}

export interface DecodedAttributes {
  readonly attributes: ReadonlyMap<string, DecodedAttribute>;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads a body that has attributes of any name and no blocks. hashicorp/hcl: `JustAttributes`. */
export function decodeAttributes(body: AnyBody): DecodedAttributes {
  if (body.kind === 'jsonBody') return decodeJsonAttributes(body);
  const [block] = body.blocks;
  const diagnostics: Diagnostic[] = [];
  if (block !== undefined) {
    diagnostics.push({
      severity: 'error',
      code: 'hcl/unexpected-block',
      summary: `Unexpected ${goQuote(block.type)} block`,
      detail: 'Blocks are not allowed here.',
      subject: block.typeRange,
    });
  }
  return { attributes: new Map(body.attributes.map((attribute) => [attribute.name, attribute])), diagnostics };
}

/** "Missing required argument", as both syntaxes report it. */
export function missingArgument(name: string, subject: Range): Diagnostic {
  return {
    severity: 'error',
    code: 'hcl/missing-argument',
    summary: 'Missing required argument',
    detail: `The argument ${goQuote(name)} is required, but no definition was found.`,
    subject,
  };
}

const NO_LABELS: readonly string[] = [];

function decodeNativeBody(body: Body, schema: BodySchema, { partial = false }: DecodeOptions): DecodedBody {
  const diagnostics: Diagnostic[] = [];
  const missingItemRange = { file: body.file, start: body.start, end: body.start };
  const attributeSchemas = schema.attributes ?? [];
  const wanted = wantedIn(schema);
  const attributes = new Map<string, DecodedAttribute>();
  const otherAttributes: Attribute[] = [];
  for (const attribute of body.attributes) {
    if (wanted.attributes.has(attribute.name)) attributes.set(attribute.name, attribute);
    else otherAttributes.push(attribute);
  }
  for (const { name, required = false } of attributeSchemas) {
    if (required && !attributes.has(name)) diagnostics.push(missingArgument(name, missingItemRange));
  }

  const blocks: DecodedBlock[] = [];
  const otherBlocks: Block[] = [];
  for (const block of body.blocks) {
    const labelNames = wanted.blocks.get(block.type);
    if (labelNames === undefined) otherBlocks.push(block);
    else if (block.labels.length === labelNames.length) blocks.push(block);
    else diagnostics.push(wrongLabels(block, labelNames));
  }

  if (!partial) {
    for (const attribute of otherAttributes) diagnostics.push(unsupportedArgument(attribute, schema, attributes));
    for (const block of otherBlocks) diagnostics.push(unsupportedBlock(block, schema));
  }
  const remain = new BodyNode(body, otherAttributes, otherBlocks);
  return { attributes, blocks, remain, missingItemRange, diagnostics };
}

interface Wanted {
  readonly attributes: ReadonlySet<string>;
  /** Names of the labels, by block type. */
  readonly blocks: ReadonlyMap<string, readonly string[]>;
}

/** A schema is used for many bodies. */
const WANTED = new WeakMap<BodySchema, Wanted>();

function wantedIn(schema: BodySchema): Wanted {
  let wanted = WANTED.get(schema);
  if (wanted === undefined) {
    wanted = {
      attributes: new Set((schema.attributes ?? []).map(({ name }) => name)),
      blocks: new Map((schema.blocks ?? []).map((block) => [block.type, block.labelNames ?? NO_LABELS])),
    };
    WANTED.set(schema, wanted);
  }
  return wanted;
}

function wrongLabels(block: Block, labelNames: readonly string[]): Diagnostic {
  const { type, labels, labelRanges, typeRange, openBraceRange } = block;
  const context = { file: block.file, start: typeRange.start, end: openBraceRange.end };
  const count = labelNames.length;
  const names = labelNames.join(', ');
  if (labels.length > count) {
    return {
      severity: 'error',
      code: 'hcl/extraneous-label',
      summary: `Extraneous label for ${type}`,
      detail:
        count === 0
          ? `No labels are expected for ${type} blocks.`
          : `Only ${count} labels (${names}) are expected for ${type} blocks.`,
      subject: labelRanges[count],
      context,
    };
  }
  return {
    severity: 'error',
    code: 'hcl/missing-label',
    summary: `Missing ${labelNames[labels.length]} for ${type}`,
    detail: `All ${type} blocks must have ${count} labels (${names}).`,
    subject: openBraceRange,
    context,
  };
}

function unsupportedArgument(
  { name, nameRange }: Attribute,
  schema: BodySchema,
  defined: ReadonlyMap<string, DecodedAttribute>,
): Diagnostic {
  const free = (schema.attributes ?? []).map((attribute) => attribute.name).filter((other) => !defined.has(other));
  const suggestion = suggestName(name, free);
  let hint = '';
  if (suggestion !== undefined) hint = ` Did you mean ${goQuote(suggestion)}?`;
  else if (schema.blocks?.some(({ type }) => type === name)) {
    hint = ` Did you mean to define a block of type ${goQuote(name)}?`;
  }
  return {
    severity: 'error',
    code: 'hcl/unsupported-argument',
    summary: 'Unsupported argument',
    detail: `An argument named ${goQuote(name)} is not expected here.${hint}`,
    subject: nameRange,
  };
}

function unsupportedBlock({ type, typeRange }: Block, schema: BodySchema): Diagnostic {
  const suggestion = suggestName(
    type,
    (schema.blocks ?? []).map((block) => block.type),
  );
  let hint = '';
  if (suggestion !== undefined) hint = ` Did you mean ${goQuote(suggestion)}?`;
  else if (schema.attributes?.some(({ name }) => name === type)) {
    hint = ` Did you mean to define argument ${goQuote(type)}? If so, use the equals sign to assign it a value.`;
  }
  return {
    severity: 'error',
    code: 'hcl/unsupported-block',
    summary: 'Unsupported block type',
    detail: `Blocks of type ${goQuote(type)} are not expected here.${hint}`,
    subject: typeRange,
  };
}
