import { describe, expect, it } from 'vitest';
import { fileBody } from '../../testing/edits.ts';
import type { Body } from '../syntax/tree.ts';
import { SourceFile } from '../text/source-file.ts';
import type { Change } from './change.ts';
import type { PlannedChanges } from './plan-changes.ts';
import { planChanges } from './plan-changes.ts';
import { applyEdits } from './text-edit.ts';

const TWO_TABLES = 'table "orders" {\n  name = "orders"\n}\n\ntable "audit" {\n  name = "audit"\n}\n';

describe('planChanges', () => {
  it('makes several changes of one block, aligned together', () => {
    const [orders] = bodiesOf(TWO_TABLES);
    const planned = planChanges([
      [{ kind: 'insertAttribute', body: orders, name: 'encrypted', expression: 'true' }],
      [{ kind: 'appendBlock', body: orders, text: 'recovery {\n  enabled = true\n}' }],
      [{ kind: 'appendBlock', body: orders, text: 'timeouts {}' }],
      [{ kind: 'setAttribute', body: orders, name: 'name', expression: '"new"' }],
    ]);
    expect(planned.done).toEqual([0, 1, 2, 3]);
    expect(textAfter(TWO_TABLES, planned)).toBe(
      TWO_TABLES.replace(
        '  name = "orders"\n',
        '  name      = "new"\n  encrypted = true\n\n  recovery {\n    enabled = true\n  }\n\n  timeouts {}\n',
      ),
    );
  });

  it('opens up a block of one line once', () => {
    const text = 'table "orders" { name = 1 }\n';
    const [orders] = bodiesOf(text);
    const planned = planChanges([
      [{ kind: 'insertAttribute', body: orders, name: 'a', expression: '1' }],
      [{ kind: 'insertAttribute', body: orders, name: 'b', expression: '2' }],
    ]);
    expect(textAfter(text, planned)).toBe('table "orders" {\n  name = 1\n  a    = 1\n  b    = 2\n}\n');
  });

  it('makes a group whole or not at all', () => {
    const [orders, audit] = bodiesOf(TWO_TABLES);
    const planned = planChanges([
      [
        { kind: 'insertAttribute', body: orders, name: 'a', expression: '1' },
        { kind: 'insertAttribute', body: audit, name: 'a', expression: '1 +' },
      ],
      [{ kind: 'insertAttribute', body: audit, name: 'b', expression: '2' }],
    ]);
    expect(planned.done).toEqual([1]);
    expect(planned.refused.map(({ group, diagnostic }) => [group, diagnostic.code])).toEqual([[0, 'hcl/not-editable']]);
    expect(textAfter(TWO_TABLES, planned)).toBe(TWO_TABLES.replace('"audit"\n', '"audit"\n  b    = 2\n'));
  });

  it('makes equal changes once', () => {
    const [orders] = bodiesOf(TWO_TABLES);
    const change: Change = { kind: 'appendBlock', body: orders, text: 'recovery {}' };
    const block: Change = {
      kind: 'insertAfter',
      after: fileOf(orders).blocks[0] ?? orders,
      text: 'policy "orders" {}',
    };
    const planned = planChanges([[change], [block], [change, block]]);
    expect(planned.done).toEqual([0, 1, 2]);
    expect(textAfter(TWO_TABLES, planned)).toBe(
      TWO_TABLES.replace('"orders"\n}\n', '"orders"\n\n  recovery {}\n}\n\npolicy "orders" {}\n'),
    );
  });

  it('refuses to change what an earlier change removed', () => {
    const [orders] = bodiesOf(TWO_TABLES);
    const planned = planChanges([
      [{ kind: 'removeBlock', body: fileOf(orders), block: orders }],
      [{ kind: 'removeBlock', body: fileOf(orders), block: orders }],
      [{ kind: 'insertAttribute', body: orders, name: 'a', expression: '1' }],
    ]);
    expect(planned.done).toEqual([0, 1]);
    expect(textAfter(TWO_TABLES, planned)).toBe('table "audit" {\n  name = "audit"\n}\n');
  });

  it('aligns the paragraphs that were formatted and leaves the others as they are', () => {
    const text = 'table "a" {\n  id = 1\n}\n\ntable "b" {\n  id=1\n  x = 2\n}\n';
    const [a, b] = bodiesOf(text);
    const planned = planChanges([
      [{ kind: 'insertAttribute', body: a, name: 'long', expression: '2' }],
      [{ kind: 'insertAttribute', body: b, name: 'long', expression: '2' }],
    ]);
    expect(textAfter(text, planned)).toBe(
      'table "a" {\n  id   = 1\n  long = 2\n}\n\ntable "b" {\n  id=1\n  x = 2\n  long = 2\n}\n',
    );
  });

  it('puts parentheses around an operand that needs them, and refuses pieces of strings', () => {
    const text = 'a = x * 2\nb = "text ${x}"\n';
    const body = fileBody(text);
    const [product, string] = body.attributes.map(({ expression }) => expression);
    const operand = product?.kind === 'binary' ? product.left : undefined;
    const piece = string?.kind === 'template' ? string.parts[0] : undefined;
    const planned = planChanges(
      [operand, piece].flatMap((target) =>
        target ? [[{ kind: 'replaceExpression', target, expression: 'y + 1' }]] : [],
      ),
    );
    expect(planned.refused.map(({ group }) => group)).toEqual([1]);
    expect(textAfter(text, planned)).toBe('a = (y + 1) * 2\nb = "text ${x}"\n');
  });

  it('refuses JSON', () => {
    const file = new SourceFile('main.tf.json', '{}');
    const node = { kind: 'jsonObject', file, start: 0, end: 2, properties: [] } as const;
    const open = { file, start: 0, end: 1 };
    const body = {
      kind: 'jsonBody',
      file,
      start: 0,
      end: 2,
      node: { ...node, openRange: open, closeRange: open },
    } as const;
    const planned = planChanges([[{ kind: 'appendBlock', body, text: 'a {}' }]]);
    expect(planned.refused).toHaveLength(1);
    expect(planned.edits).toEqual([]);
  });
});

/** The file that the bodies of `bodiesOf` are from. */
function fileOf(body: Body): Body {
  const parsed = files.get(body.file);
  if (parsed === undefined) throw new Error('not a body of `bodiesOf`');
  return parsed;
}

const files = new Map<SourceFile, Body>();

/** Bodies of the first two blocks; the second is the first where there is none. */
function bodiesOf(text: string): readonly [Body, Body] {
  const body = fileBody(text);
  files.set(body.file, body);
  const [first, second] = body.blocks;
  if (first === undefined) throw new Error('the text has no block');
  return [first.body, (second ?? first).body];
}

function textAfter(text: string, { edits }: PlannedChanges): string {
  const applied = applyEdits(text, edits);
  if (applied.kind === 'conflict') throw new Error('the edits conflict');
  return applied.text;
}
