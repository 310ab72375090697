import type { Diagnostic, SourceFile } from '@tfwarden/hcl';
import { EVENT_ID, type Event, getScalarValue, parseEvents, SCALAR_STYLE, YAMLException } from 'js-yaml';
import type { DataMember, DataNode, DataScalar } from './data-node.ts';

/** Reads the first document of a YAML file with YAML 1.1's words for truth, as tfsec's reader has them. Tags are not read. */
export function readYaml(file: SourceFile): { readonly node: DataNode } | { readonly diagnostic: Diagnostic } {
  try {
    const reader: Reader = {
      file,
      events: parseEvents(file.text, { maxDepth: 100 }),
      at: 0,
      last: 0,
      anchors: new Map(),
    };
    if (reader.events[reader.at]?.type !== EVENT_ID.DOCUMENT) return { node: emptyDocument(file) };
    reader.at++;
    const node = readNode(reader);
    if (reader.events.slice(reader.at).some((event) => event.type === EVENT_ID.DOCUMENT)) {
      return { diagnostic: problem(file, reader.last, 'Expected one document, found another one behind it.') };
    }
    return { node };
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    const offset = Math.min(file.text.length, error.mark?.position ?? 0);
    return { diagnostic: problem(file, offset, `${error.reason}.`) };
  }
}

interface Reader {
  readonly file: SourceFile;
  readonly events: readonly Event[];
  at: number;
  /** Where the scalar before ended: the place of a value that is not written. */
  last: number;
  readonly anchors: Map<string, DataNode>;
}

function emptyDocument(file: SourceFile): DataScalar {
  return { kind: 'scalar', file, start: 0, end: 0, value: null };
}

function readNode(reader: Reader): DataNode {
  const { file, events, anchors } = reader;
  const event = events[reader.at++];
  switch (event?.type) {
    case EVENT_ID.SCALAR: {
      const text = getScalarValue(file.text, event);
      const value = event.style === SCALAR_STYLE.PLAIN ? resolvePlain(text) : text;
      const start = event.valueStart >= 0 ? event.valueStart : reader.last;
      const end = Math.max(start, event.valueEnd);
      reader.last = end;
      return anchored(reader, event, { kind: 'scalar', file, start, end, value });
    }
    case EVENT_ID.SEQUENCE: {
      const items: DataNode[] = [];
      while (events[reader.at]?.type !== EVENT_ID.POP && reader.at < events.length) items.push(readNode(reader));
      reader.at++;
      const end = items.at(-1)?.end ?? event.start;
      return anchored(reader, event, { kind: 'array', file, start: event.start, end, items });
    }
    case EVENT_ID.MAPPING: {
      const members: DataMember[] = [];
      const replaced: DataMember[] = [];
      while (events[reader.at]?.type !== EVENT_ID.POP && reader.at < events.length) {
        // A key is text, also where it looks like something else: `on`, `404`.
        const keyEvent = events[reader.at];
        const name = keyEvent?.type === EVENT_ID.SCALAR ? getScalarValue(file.text, keyEvent) : '';
        const key = readNode(reader);
        const value = readNode(reader);
        if (name === '<<' && value.kind === 'object') {
          for (const member of value.members) {
            if (!members.some((own) => own.name === member.name)) members.push(member);
          }
          continue;
        }
        const earlier = members.findIndex((member) => member.name === name);
        if (earlier >= 0) replaced.push(...members.splice(earlier, 1));
        members.push({ name, nameRange: key, value });
      }
      reader.at++;
      const end = members.at(-1)?.value.end ?? event.start;
      return anchored(reader, event, { kind: 'object', file, start: event.start, end, members, replaced });
    }
    case EVENT_ID.ALIAS:
      return anchors.get(file.text.slice(event.anchorStart, event.anchorEnd)) ?? emptyDocument(file);
    default:
      return emptyDocument(file);
  }
}

function anchored(
  reader: Reader,
  event: { readonly anchorStart: number; readonly anchorEnd: number },
  node: DataNode,
): DataNode {
  if (event.anchorStart >= 0) reader.anchors.set(reader.file.text.slice(event.anchorStart, event.anchorEnd), node);
  return node;
}

const TRUE_WORDS: ReadonlySet<string> = new Set(['true', 'True', 'TRUE', 'yes', 'Yes', 'YES', 'on', 'On', 'ON']);
const FALSE_WORDS: ReadonlySet<string> = new Set(['false', 'False', 'FALSE', 'no', 'No', 'NO', 'off', 'Off', 'OFF']);
const NULL_WORDS: ReadonlySet<string> = new Set(['', '~', 'null', 'Null', 'NULL']);

function resolvePlain(text: string): DataScalar['value'] {
  if (NULL_WORDS.has(text)) return null;
  if (TRUE_WORDS.has(text)) return true;
  if (FALSE_WORDS.has(text)) return false;
  if (/^[-+]?(?:0|[1-9]\d*)(?:\.\d*)?(?:[eE][-+]?\d+)?$/.test(text)) return Number(text);
  return text;
}

function problem(file: SourceFile, offset: number, detail: string): Diagnostic {
  return {
    severity: 'error',
    code: 'data/yaml-syntax',
    summary: 'Not valid YAML',
    detail: detail.charAt(0).toUpperCase() + detail.slice(1),
    subject: { file, start: offset, end: Math.min(file.text.length, offset + 1) },
  };
}
