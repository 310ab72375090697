import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { configArbitrary } from '../../testing/config-arbitrary.ts';
import { parseConfig } from '../syntax/parse.ts';
import type { Body } from '../syntax/tree.ts';
import { SourceFile } from '../text/source-file.ts';
import type { EditableBody } from './change.ts';
import {
  appendBlock,
  insertAttribute,
  insertBlock,
  removeAttribute,
  removeBlock,
  setAttribute,
  setLabel,
} from './edit.ts';
import { format } from './format.ts';
import type { EditResult } from './text-edit.ts';
import { applyEdits } from './text-edit.ts';

const NOTHING: EditResult = { kind: 'edits', edits: [] };

type Operation = (body: EditableBody) => EditResult;

const value = fc.constantFrom(
  'true',
  '"text"',
  '[\n  1, # one\n  2,\n]',
  '{\n  a = 1\n  bcd = 2\n}',
  '<<-EOT\n  one\n    two\n  EOT',
  '<<EOT\none\nEOT',
);

const block = fc.constantFrom(
  'added {}',
  '\n    added "x" {\n      on = true\n      text = <<-EOT\n        a\n      EOT\n    }\n',
);

/** Changes that keep every comment. */
const additions: fc.Arbitrary<Operation> = fc.oneof(
  value.map(
    (text): Operation =>
      (body) =>
        insertAttribute(body, 'added', text),
  ),
  block.map(
    (text): Operation =>
      (body) =>
        appendBlock(body, text),
  ),
  fc.tuple(block, fc.nat(5), fc.boolean()).map(
    ([text, index, before]): Operation =>
      (body) => {
        const items = itemsOf(body);
        const neighbour = items[index % Math.max(1, items.length)];
        if (neighbour === undefined) return NOTHING;
        return insertBlock(body, text, before ? { before: neighbour } : { after: neighbour });
      },
  ),
  fc.tuple(fc.nat(5), fc.string()).map(
    ([index, label]): Operation =>
      (body) => {
        const nested = blocksOf(body)[index];
        return nested === undefined ? NOTHING : setLabel(nested, 0, label);
      },
  ),
);

/** Changes that take what they remove with them. */
const changes: fc.Arbitrary<Operation> = fc.oneof(
  fc.tuple(fc.nat(5), value).map(
    ([index, text]): Operation =>
      (body) => {
        const name = attributesOf(body)[index]?.name;
        return name === undefined ? NOTHING : setAttribute(body, name, text);
      },
  ),
  fc.nat(5).map(
    (index): Operation =>
      (body) => {
        const name = attributesOf(body)[index]?.name;
        return name === undefined ? NOTHING : removeAttribute(body, name);
      },
  ),
  fc.nat(5).map(
    (index): Operation =>
      (body) => {
        const nested = blocksOf(body)[index];
        return nested === undefined ? NOTHING : removeBlock(body, nested);
      },
  ),
);

const texts = fc
  .tuple(configArbitrary, fc.boolean())
  .map(([text, isFormatted]) => (isFormatted ? formattedOrSame(text) : text));

describe('an edit', () => {
  it('gives a text that parses, and that is formatted when it was before', () => {
    fc.assert(
      fc.property(texts, fc.oneof(additions, changes), fc.nat(10), (before, operation, where) => {
        const after = apply(before, operation, where);
        const formatted = format(after);
        expect(typeof formatted).toBe('string');
        expect(format(before) !== before || after === formatted).toBe(true);
      }),
      { numRuns: 600 },
    );
  });

  it('made twice is the same as made once', () => {
    fc.assert(
      fc.property(texts, additions, fc.nat(10), (before, operation, where) => {
        const once = apply(before, operation, where);
        expect(apply(once, operation, where)).toBe(once);
      }),
      { numRuns: 400 },
    );
  });

  it('keeps the comments', () => {
    fc.assert(
      fc.property(texts, additions, fc.nat(10), (before, operation, where) => {
        const kept = commentsOf(before);
        const found = commentsOf(apply(before, operation, where));
        // New code may bring comments of its own, so the old ones are a subsequence.
        let next = 0;
        for (const comment of found) if (comment === kept[next]) next++;
        expect(next).toBe(kept.length);
      }),
      { numRuns: 400 },
    );
  });

  it('leaves other paragraphs alone', () => {
    fc.assert(
      fc.property(texts, fc.oneof(additions, changes), fc.nat(10), (text, operation, where) => {
        const head = 'first{\n}\n\n';
        const before = `${head}${text.replace(/\s*$/, '\n')}\nlast{ # c\n}\n`;
        const bodies = allBodies(parse(before)).slice(2, -1);
        const body = bodies[where % Math.max(1, bodies.length)];
        const result = body === undefined ? NOTHING : operation(body);
        for (const { start, end } of result.kind === 'edits' ? result.edits : []) {
          expect(start).toBeGreaterThanOrEqual(head.length);
          expect(end).toBeLessThan(before.lastIndexOf('\nlast'));
        }
      }),
      { numRuns: 300 },
    );
  });
});

function formattedOrSame(text: string): string {
  const formatted = format(text);
  return typeof formatted === 'string' ? formatted : text;
}

function parse(text: string): Body {
  return parseConfig(new SourceFile('main.tf', text)).parsed.body;
}

/** Makes the edit in one of the bodies of the text; an edit that is refused changes nothing. */
function apply(text: string, operation: Operation, where: number): string {
  const bodies = allBodies(parse(text));
  const body = bodies[where % bodies.length];
  if (body === undefined) return text;
  const result = operation(body);
  if (result.kind === 'notEditable') return text;
  const applied = applyEdits(text, result.edits);
  expect(applied.kind).toBe('applied');
  return applied.kind === 'applied' ? applied.text : text;
}

/** The bodies that an edit made before has not added. */
function allBodies(body: Body): readonly EditableBody[] {
  const nested = body.blocks.filter(({ type }) => type !== 'added');
  return [body, ...nested.flatMap((inner): readonly EditableBody[] => [inner, ...allBodies(inner.body).slice(1)])];
}

function bodyOf(target: EditableBody): Body | undefined {
  if (target.kind === 'jsonBody') return undefined;
  return target.kind === 'block' ? target.body : target;
}

function attributesOf(target: EditableBody): Body['attributes'] {
  return bodyOf(target)?.attributes ?? [];
}

function blocksOf(target: EditableBody): Body['blocks'] {
  return bodyOf(target)?.blocks ?? [];
}

function itemsOf(target: EditableBody): readonly (Body['attributes'][number] | Body['blocks'][number])[] {
  return [...attributesOf(target), ...blocksOf(target)];
}

function commentsOf(text: string): readonly string[] {
  return parseConfig(new SourceFile('main.tf', text)).parsed.comments.map((comment) => comment.text);
}
