import type { Type, Value } from '@tfwarden/hcl';
import { convert, FunctionError, objectValue, quote, STRING, tupleValue, typeOf, weightOf } from '@tfwarden/hcl';
import type { EVENT_ID, Event, SCALAR_STYLE } from 'js-yaml';
import { yaml } from '../library/yaml.ts';
import { MAX_DECODE_DEPTH, MAX_YAML_VALUES } from '../limits.ts';
import type { ScalarMeaning } from './resolve-scalar.ts';
import { resolveScalar } from './resolve-scalar.ts';

/**
 * Reads one YAML document as `yamldecode` does: mappings become objects, sequences tuples, and aliases the values they stand for.
 * Throws `FunctionError`.
 */
export function readYaml(text: string): Value {
  const reader: Reader = { text, events: eventsOf(text), at: 0, tagPrefixes: new Map(), anchors: new Map() };
  const start = reader.events[reader.at++];
  if (STARTS_WITH_END.test(text)) throw new FunctionError('did not find expected node content');
  if (start?.type !== EVENTS.DOCUMENT) throw new FunctionError(`${lineAtEnd(text)}missing start of document`);
  for (const directive of start.directives) {
    if (directive.kind === 'tag') reader.tagPrefixes.set(directive.handle, directive.prefix);
  }
  const value = readNode(reader);
  reader.at++;
  if (reader.at < reader.events.length) {
    throw new FunctionError(`${secondStart(text, start.explicitStart)}unexpected extra content after value`);
  }
  return value;
}

/** go-cty-yaml counts lines from 0 here, reads a line into an empty text, and does not mention the first line. */
function lineAtEnd(text: string): string {
  const line = text === '' ? 1 : text.split('\n').length - 1;
  return line === 0 ? '' : `on line ${line}, column 1: `;
}

/** Where the second document begins; here, too, lines count from 0. */
function secondStart(text: string, isFirstMarked: boolean): string {
  const markers = [...text.matchAll(/^---(?=\s|$)/gm)];
  const { index = 0 } = markers[isFirstMarked ? 1 : 0] ?? {};
  const line = text.slice(0, index).split('\n').length - 1;
  return line === 0 ? '' : `on line ${line}, column 1: `;
}

/** libyaml, other than YAML 1.2, does not let a document end that has not begun. */
const STARTS_WITH_END = /^\ufeff?(?:[ \t]*(?:#[^\n]*)?\r?\n)*\.\.\.(?:\s|$)/;

/** The library's own constants, which cannot be used without loading it; their types say that these are the same. */
const EVENTS: typeof EVENT_ID = { DOCUMENT: 1, SEQUENCE: 2, MAPPING: 3, SCALAR: 4, ALIAS: 5, POP: 6 };
const STYLES: typeof SCALAR_STYLE = { PLAIN: 1, SINGLE_QUOTED: 2, DOUBLE_QUOTED: 3, LITERAL_BLOCK: 4, FOLDED_BLOCK: 5 };

interface Reader {
  readonly text: string;
  readonly events: readonly Event[];
  at: number;
  /** Of the `%TAG` directives, by handle. */
  readonly tagPrefixes: Map<string, string>;
  /** What has been read under each anchor; `pending` inside its own definition. */
  readonly anchors: Map<string, Value | 'pending'>;
}

type NodeEvent = Exclude<Event, { type: typeof EVENT_ID.DOCUMENT } | { type: typeof EVENT_ID.POP }>;

const MAP_TAG = 'tag:yaml.org,2002:map';
const SEQ_TAG = 'tag:yaml.org,2002:seq';

function eventsOf(text: string): readonly Event[] {
  const library = yaml();
  try {
    return library.parseEvents(text, { maxDepth: MAX_DECODE_DEPTH });
  } catch (error) {
    if (!(error instanceof library.YAMLException)) throw error;
    const { mark } = error;
    const where = mark === undefined ? '' : `on line ${mark.line + 1}, column ${mark.column + 1}: `;
    throw new FunctionError(`${where}${error.reason}`);
  }
}

function readNode(reader: Reader): Value {
  const event = reader.events[reader.at++];
  switch (event?.type) {
    case EVENTS.SCALAR:
      return anchored(reader, event, () => readScalar(reader, event));
    case EVENTS.MAPPING:
      return anchored(reader, event, () => readMapping(reader, event));
    case EVENTS.SEQUENCE:
      return anchored(reader, event, () => readSequence(reader, event));
    case EVENTS.ALIAS:
      return readAlias(reader, event);
    default:
      throw new FunctionError('expecting value but found end of stream');
  }
}

function anchored(reader: Reader, event: NodeEvent, read: () => Value): Value {
  if (event.anchorStart < 0) return read();
  const name = reader.text.slice(event.anchorStart, event.anchorEnd);
  reader.anchors.set(name, 'pending');
  const value = read();
  reader.anchors.set(name, value);
  return value;
}

function readAlias(reader: Reader, event: NodeEvent): Value {
  const name = reader.text.slice(event.anchorStart, event.anchorEnd);
  const value = reader.anchors.get(name);
  if (value === 'pending') {
    return refuse(reader, event, `cannot refer to anchor ${quote(name)} from inside its own definition`);
  }
  return value ?? refuse(reader, event, `reference to undefined anchor ${quote(name)}`);
}

function readScalar(reader: Reader, event: ScalarEvent): Value {
  const meaning = meaningOf(reader, event);
  if (meaning === 'merge') return { kind: 'string', value: '<<', marks: undefined };
  if ('problem' in meaning) return refuse(reader, event, meaning.problem);
  // A block scalar is a string by type, yet its text is read as if it were plain: `|-` over `1.50` is "1.5".
  return isBlock(event) && tagOf(reader, event) === '' ? toType(reader, event, meaning, STRING) : meaning;
}

type ScalarEvent = Extract<Event, { type: typeof EVENT_ID.SCALAR }>;

function meaningOf(reader: Reader, event: ScalarEvent): ScalarMeaning {
  return resolveScalar(tagOf(reader, event), yaml().getScalarValue(reader.text, event), isQuoted(event));
}

function isQuoted({ style }: ScalarEvent): boolean {
  return style === STYLES.SINGLE_QUOTED || style === STYLES.DOUBLE_QUOTED;
}

function isBlock(event: ScalarEvent): boolean {
  return event.style === STYLES.LITERAL_BLOCK || event.style === STYLES.FOLDED_BLOCK;
}

function readMapping(reader: Reader, event: NodeEvent): Value {
  const tag = tagOf(reader, event);
  if (tag !== '' && tag !== MAP_TAG) return refuse(reader, event, `can't interpret mapping as ${tag}`);
  const attributes = new Map<string, Value>();
  for (;;) {
    const next = reader.events[reader.at++];
    if (next === undefined || next.type === EVENTS.POP) return bounded(objectValue(attributes));
    if (next.type !== EVENTS.SCALAR) return refuse(reader, next, 'only strings are allowed as mapping keys');
    const key = meaningOf(reader, next);
    if (key === 'merge') {
      mergeInto(reader, next, attributes);
      continue;
    }
    if ('problem' in key) throw new FunctionError(key.problem);
    const name = toType(reader, next, key, STRING);
    if (name.kind !== 'string') return refuse(reader, next, 'mapping key cannot be null');
    attributes.set(name.value, readNode(reader));
  }
}

function mergeInto(reader: Reader, key: NodeEvent, attributes: Map<string, Value>): void {
  const value = readNode(reader);
  if (value.kind !== 'object') refuse(reader, key, `cannot merge ${friendlyKind(typeOf(value))} into mapping`);
  else for (const [name, attribute] of value.attributes) attributes.set(name, attribute);
}

function friendlyKind(type: Type): string {
  return type.kind;
}

function readSequence(reader: Reader, event: NodeEvent): Value {
  const tag = tagOf(reader, event);
  if (tag !== '' && tag !== SEQ_TAG) return refuse(reader, event, `can't interpret sequence as ${tag}`);
  const elements: Value[] = [];
  for (;;) {
    const next = reader.events[reader.at];
    if (next === undefined || next.type === EVENTS.POP) {
      reader.at++;
      return bounded(tupleValue(elements));
    }
    elements.push(readNode(reader));
  }
}

/** The tag in its long form, as libyaml's parser resolves it; empty where there is none. */
function tagOf(reader: Reader, event: NodeEvent): string {
  if (!('tagStart' in event) || event.tagStart < 0) return '';
  const tag = reader.text.slice(event.tagStart, event.tagEnd);
  if (tag === '!') return '';
  if (tag.startsWith('!<')) return tag.slice(2, -1);
  const handle = /^![\w-]*!/.exec(tag)?.[0] ?? '!';
  const prefix = reader.tagPrefixes.get(handle) ?? (handle === '!!' ? 'tag:yaml.org,2002:' : handle);
  return prefix + tag.slice(handle.length);
}

function bounded(value: Value): Value {
  if (weightOf(value) > MAX_YAML_VALUES) {
    throw new FunctionError(`the document describes more than ${MAX_YAML_VALUES} values`);
  }
  return value;
}

function toType(reader: Reader, event: NodeEvent, value: Value, type: Type): Value {
  const converted = convert(value, type);
  return 'message' in converted ? refuse(reader, event, 'only strings are allowed as mapping keys') : converted;
}

function refuse(reader: Reader, event: Event, message: string): never {
  const offset = offsetOf(event);
  const before = reader.text.slice(0, offset);
  // go-cty-yaml counts lines from 0 and columns from 1, and does not mention the first line.
  const line = before.split('\n').length - 1;
  const where = line === 0 ? '' : `on line ${line}, column ${offset - before.lastIndexOf('\n')}: `;
  throw new FunctionError(where + message);
}

/** Where a node begins, with its tag and anchor; the offsets of an anchor are those of its name. */
function offsetOf(event: Event): number {
  const starts: number[] = [];
  if ('tagStart' in event) starts.push(event.tagStart);
  if ('anchorStart' in event) starts.push(event.anchorStart - 1);
  if ('start' in event) starts.push(event.start);
  if (event.type === EVENTS.SCALAR) starts.push(isQuoted(event) ? event.valueStart - 1 : event.valueStart);
  return Math.min(...starts.filter((start) => start >= 0));
}
