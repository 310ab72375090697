import { type Marks, type Range, withMarks } from '@tfwarden/hcl';
import type { Hop } from '@tfwarden/terraform';
import type { Check } from './check.ts';
import type { Finding, FindingStatus, Label } from './finding.ts';
import type { Fix } from './fix.ts';
import type { Place } from './place.ts';
import type { Also, AnyReport, MessageValues } from './report.ts';
import { valueSource } from './value-source.ts';
import type { ResourceView } from './view.ts';

/** Message id and text of an undetermined finding for which the check has no message of its own. */
const UNDECIDED = 'undecided';
const UNDECIDED_TEXT = '`{address}`: `{path}` is not known before apply';
const UNDECIDED_TEXT_WITHOUT_PATH = '`{address}` depends on a value that is not known before apply';

const SENSITIVE: Marks = ['sensitive'];

/** The report of one check for one resource; findings go to `into`. */
export function reportInto(check: Check, into: Finding[]): AnyReport {
  return {
    fail(failure) {
      const { at } = failure;
      const status = at.exists === 'true' || failure.isCertain === true ? 'failed' : 'undetermined';
      const text = check.messages[failure.message] ?? failure.message;
      into.push(new FindingOfCheck(check, status, failure.message, text, at, failure));
    },
    undetermined(finding) {
      const id = finding.message ?? UNDECIDED;
      const text = check.messages[id] ?? (pathOf(finding.at) === '' ? UNDECIDED_TEXT_WITHOUT_PATH : UNDECIDED_TEXT);
      into.push(new FindingOfCheck(check, 'undetermined', id, text, finding.at, finding));
    },
  };
}

/** Says that a resource passed a check. */
export function passedFinding(check: Check, resource: ResourceView): Finding {
  return new FindingOfCheck(check, 'passed', 'passed', check.title, resource, {});
}

interface Details {
  readonly also?: readonly Also[];
  readonly fix?: Fix | undefined;
  readonly values?: MessageValues | undefined;
}

class FindingOfCheck implements Finding {
  readonly check: Check;
  readonly status: FindingStatus;
  readonly messageId: string;
  readonly message: string;
  readonly fix: Fix | undefined;
  readonly #at: Place;
  readonly #also: readonly Also[];

  constructor(check: Check, status: FindingStatus, messageId: string, text: string, at: Place, details: Details) {
    this.check = check;
    this.status = status;
    this.messageId = messageId;
    this.message = fillIn(text, at, details.values);
    this.fix = status === 'failed' ? details.fix : undefined;
    this.#at = at;
    this.#also = details.also ?? [];
  }

  get address(): string {
    return this.#at.owner.address;
  }

  get resourceType(): string {
    return this.#at.owner.type;
  }

  get module(): Finding['module'] {
    return this.#at.owner.module;
  }

  get range(): Finding['range'] {
    return this.#at.range;
  }

  get enclosing(): Finding['enclosing'] {
    return this.#at.enclosing;
  }

  get waitsFor(): Finding['waitsFor'] {
    return this.#at.waitsFor;
  }

  evidence(): readonly Hop[] {
    const hops = this.#at.explain();
    if (this.check.findsSecrets !== true) return hops;
    return hops.map((hop) => ({
      ...hop,
      value: withMarks(hop.value, SENSITIVE),
      part: hop.part === undefined ? undefined : { ...hop.part, value: withMarks(hop.part.value, SENSITIVE) },
    }));
  }

  labels(): readonly Label[] {
    const { range } = this;
    // Elements of a list that comes from elsewhere all stand at the same place.
    const labels: Label[] = this.#also
      .map(({ at, text }) => ({ range: at.range, text }))
      .filter((label) => !isSameRange(label.range, range));
    const source = valueSource(this.#at.explain());
    if (source !== undefined && (source.file !== range.file || source.start > range.end || source.end < range.start)) {
      labels.push({ range: source, text: 'the value comes from here' });
    }
    return labels;
  }
}

function isSameRange(a: Range, b: Range): boolean {
  return a.file === b.file && a.start === b.start && a.end === b.end;
}

/** Replaces `{name}` in a message. A value that is marked sensitive is never shown. */
function fillIn(text: string, at: Place, values: MessageValues = {}): string {
  return text.replace(/\{([a-zA-Z]+)\}/g, (placeholder, name: string) => {
    const given = values[name];
    if (given !== undefined) return String(given);
    if (name === 'address') return at.owner.address;
    if (name === 'path') return pathOf(at);
    return name === 'value' ? valueOf(at) : placeholder;
  });
}

function pathOf(at: Place): string {
  return 'path' in at && typeof at.path === 'string' ? at.path : '';
}

function valueOf(at: Place): string {
  if ('isSensitive' in at && at.isSensitive === true) return '(sensitive)';
  if ('pieces' in at && Array.isArray(at.pieces))
    return shortText(at.pieces.map((piece) => piece ?? '...').join('')) ?? '?';
  return 'text' in at && typeof at.text === 'function' ? (shortText(at.text()) ?? '?') : '?';
}

/** @returns printable text of at most 60 characters */
function shortText(text: unknown): string | undefined {
  if (typeof text !== 'string') return undefined;
  const line = text.replaceAll(/\s+/g, ' ');
  return line.length > 60 ? `${line.slice(0, 57)}...` : line;
}
