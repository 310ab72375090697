import type { Expression, Origin, UnknownOptions, UnknownValue, Value } from '@tfwarden/hcl';
import { boolValue, numberValue, SourceFile, STRING, stringValue, tupleValue, unknownValue } from '@tfwarden/hcl';
import type { DataSourceInput } from '../src/evaluate/data-source.ts';
import type { EvaluatedAttribute, EvaluatedBlock, EvaluatedBody } from '../src/evaluate/instance.ts';
import { memoryFileSystem } from '../src/source/memory-file-system.ts';

/** An argument of a body in a test: a value, or what is easily made one. */
export type Written = Value | string | boolean | number | readonly Written[];

export interface BodyFixture {
  readonly [name: string]: Written | readonly BlockFixture[];
}

export interface BlockFixture {
  readonly block: BodyFixture;
  readonly isCertain?: boolean;
}

/** A block that exists. */
export function block(body: BodyFixture): BlockFixture {
  return { block: body };
}

/** The one block of a `dynamic` over an unknown collection. */
export function blockThatMayBe(body: BodyFixture): BlockFixture {
  return { block: body, isCertain: false };
}

/** What `aws_s3_bucket.logs.arn` is before apply. */
export function unknownText(address: string, path: string, options: UnknownOptions = {}): UnknownValue {
  const origin: Origin = { subject: { kind: 'resource', address }, path };
  return unknownValue(STRING, { origin, ...options });
}

export function inputOf(
  type: string,
  body: BodyFixture,
  files: Readonly<Record<string, string>> = {},
): DataSourceInput {
  return {
    type,
    address: `data.${type}.orders`,
    body: bodyOf(body),
    fileSystem: memoryFileSystem(files),
    directory: '.',
    diagnostics: [],
  };
}

const FILE = new SourceFile('main.tf', '');
const PLACE = { file: FILE, start: 0, end: 0 };

function bodyOf(fixture: BodyFixture): EvaluatedBody {
  const attributes = new Map<string, EvaluatedAttribute>();
  const blocks = new Map<string, readonly EvaluatedBlock[]>();
  for (const [name, written] of Object.entries(fixture)) {
    if (isBlocks(written))
      blocks.set(
        name,
        written.map((one) => blockOf(name, one)),
      );
    else attributes.set(name, attributeOf(name, valueOf(written)));
  }
  return {
    range: PLACE,
    attributeNames: [...attributes.keys()],
    attribute: (name) => attributes.get(name),
    blockTypes: [...blocks.keys()],
    blocks: (type) => blocks.get(type) ?? [],
    mayHaveMore: (type) => blocks.get(type)?.some((one) => !one.isCertain) ?? false,
    unknownBlockSource: () => undefined,
  };
}

function isBlocks(written: Written | readonly BlockFixture[]): written is readonly BlockFixture[] {
  return (
    Array.isArray(written) && written.length > 0 && written.every((one) => typeof one === 'object' && 'block' in one)
  );
}

function blockOf(type: string, { block: body, isCertain = true }: BlockFixture): EvaluatedBlock {
  return { type, labels: [], headerRange: PLACE, range: PLACE, body: bodyOf(body), isCertain, syntax: undefined };
}

function attributeOf(name: string, value: Value): EvaluatedAttribute {
  const expression: Expression = { kind: 'literal', value, ...PLACE };
  return { name, range: PLACE, nameRange: PLACE, expression, value, diagnostics: [], explain: () => [] };
}

function valueOf(written: Written): Value {
  if (typeof written === 'string') return stringValue(written);
  if (typeof written === 'boolean') return boolValue(written);
  if (typeof written === 'number') return numberValue(written);
  return isValue(written) ? written : tupleValue(written.map(valueOf));
}

function isValue(written: Value | readonly Written[]): written is Value {
  return 'kind' in written;
}
