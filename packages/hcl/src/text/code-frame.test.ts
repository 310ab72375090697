import { describe, expect, it } from 'vitest';
import { jsonStringTemplate } from '../syntax/json/json-template.ts';
import { parseJson } from '../syntax/json/parse-json.ts';
import { referencesIn } from '../syntax/references.ts';
import { type FrameOptions, renderFrame } from './code-frame.ts';
import type { Range } from './range.ts';
import { SourceFile } from './source-file.ts';

const TABLE = new SourceFile(
  'main.tf',
  `variable "pitr" {
  default = false
}

resource "aws_dynamodb_table" "orders" {
  name = "orders"

  point_in_time_recovery {
    enabled = var.pitr
  }
}
`,
);

function placeOf(text: string, file: SourceFile = TABLE, from = 0): Range {
  const start = file.text.indexOf(text, from);
  return { file, start, end: start + text.length };
}

/** Characters of East Asia take two columns. */
function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) width += character > '\u2e80' ? 2 : 1;
  return width;
}

describe('a code frame', () => {
  it('marks the primary place with carets and others with dashes', () => {
    const text = renderFrame({
      primary: placeOf('var.pitr'),
      primaryLabel: 'this is `false`',
      labels: [{ range: placeOf('false'), text: 'the value comes from here' }],
    });
    expect(text).toBe(
      [
        '  --> main.tf:9:15',
        '   |',
        ' 2 |   default = false',
        '   |             ----- the value comes from here',
        ' ...',
        ' 9 |     enabled = var.pitr',
        '   |               ^^^^^^^^ this is `false`',
        '   |',
      ].join('\n'),
    );
  });

  it('hangs the texts of several marks of one line below each other', () => {
    const text = renderFrame({
      primary: placeOf('var.pitr'),
      primaryLabel: 'this is `false`',
      labels: [{ range: placeOf('enabled'), text: 'used here' }],
    });
    expect(text).toBe(
      [
        '  --> main.tf:9:15',
        '   |',
        ' 9 |     enabled = var.pitr',
        '   |     -------   ^^^^^^^^ this is `false`',
        '   |     |',
        '   |     used here',
        '   |',
      ].join('\n'),
    );
  });

  it('keeps the text of a mark that the primary place covers', () => {
    const text = renderFrame({
      primary: placeOf('var.pitr'),
      primaryLabel: 'this',
      labels: [{ range: placeOf('pitr', TABLE, 140), text: 'the name' }],
    });
    expect(text).toContain('^^^^^^^^ this\n');
    expect(text).toContain('|                   the name\n');
  });

  it('draws a bar beside a place of several lines', () => {
    const start = TABLE.text.indexOf('resource');
    const text = renderFrame({
      primary: { file: TABLE, start, end: TABLE.text.length - 1 },
      primaryLabel: 'this table',
      labels: [{ range: placeOf('enabled'), text: 'switched here' }],
    });
    expect(text).toBe(
      [
        '   --> main.tf:5:1',
        '    |',
        '  5 | / resource "aws_dynamodb_table" "orders" {',
        '  6 | |   name = "orders"',
        '  7 | |',
        '  8 | |   point_in_time_recovery {',
        '  9 | |     enabled = var.pitr',
        '    | |     ------- switched here',
        ' 10 | |   }',
        ' 11 | | }',
        '    | |_^ this table',
        '    |',
      ].join('\n'),
    );
  });

  it('begins the bar under the line when text stands before the place', () => {
    const start = TABLE.text.indexOf('{', TABLE.text.indexOf('point'));
    const text = renderFrame({ primary: { file: TABLE, start, end: TABLE.text.indexOf('}', start) + 1 } });
    expect(text).toBe(
      [
        '   --> main.tf:8:26',
        '    |',
        '  8 |     point_in_time_recovery {',
        '    |  __________________________^',
        '  9 | |     enabled = var.pitr',
        ' 10 | |   }',
        '    | |___^',
        '    |',
      ].join('\n'),
    );
  });

  it('cuts the middle out of a long place', () => {
    const file = new SourceFile('list.tf', `a = [\n${'  1,\n'.repeat(40)}]\n`);
    const text = renderFrame({ primary: { file, start: 4, end: file.text.length - 1 } });
    expect(text.split('\n')).toHaveLength(12);
    expect(text).toContain('\n ...  |\n');
    expect(text).toContain(' 42 | | ]');
  });

  it('shows lines around the primary place when asked', () => {
    const text = renderFrame({ primary: placeOf('name = "orders"') }, { contextLines: 1 });
    expect(text.split('\n').slice(2, 6)).toEqual([
      ' 5 | resource "aws_dynamodb_table" "orders" {',
      ' 6 |   name = "orders"',
      '   |   ^^^^^^^^^^^^^^^',
      ' 7 |',
    ]);
  });

  it('shows a place in another file in a section of its own', () => {
    const values = new SourceFile('prod.tfvars', 'pitr = false\n');
    const text = renderFrame({
      primary: placeOf('var.pitr'),
      labels: [{ range: placeOf('false', values), text: 'set here' }],
    });
    expect(text.split('\n').slice(5)).toEqual([
      '  --> prod.tfvars:1:8',
      '   |',
      ' 1 | pitr = false',
      '   |        ----- set here',
      '   |',
    ]);
  });

  it('measures wide characters and tabs as they are shown', () => {
    const file = new SourceFile('wide.tf', '\ta = "日本" + oops');
    const text = renderFrame({ primary: placeOf('oops', file) }, { displayWidth });
    expect(text.split('\n').slice(2, 4)).toEqual([' 1 |     a = "日本" + oops', '   |                  ^^^^']);
  });

  it('cuts a long line around the mark', () => {
    const file = new SourceFile('long.tf', `a = "${'x'.repeat(1_000_000)}" + oops + "${'y'.repeat(1_000_000)}"`);
    const text = renderFrame({ primary: placeOf('oops', file) }, { maxWidth: 50 });
    expect(text.split('\n').slice(2, 4)).toEqual([
      ` 1 | …${'x'.repeat(20)}" + oops + "${'y'.repeat(17)}…`,
      `   |  ${' '.repeat(24)}^^^^`,
    ]);
  });

  it('makes control characters visible instead of sending them to the terminal', () => {
    const file = new SourceFile('evil.tf', 'a = "\u001b[2J\u202e" + oops');
    expect(renderFrame({ primary: placeOf('oops', file) })).toContain(' 1 | a = "␛[2J\ufffd" + oops');
    const label = renderFrame({ primary: placeOf('a', file), primaryLabel: 'is\u001b[31m red' });
    expect(label).toContain('^ is␛[31m red');
  });

  it('marks the end of a file and survives an empty one', () => {
    const end = { file: TABLE, start: TABLE.text.length, end: TABLE.text.length };
    expect(renderFrame({ primary: end, primaryLabel: 'here' })).toContain('\n 12 |\n    | ^ here\n');
    const empty = new SourceFile('empty.tf', '');
    expect(renderFrame({ primary: { file: empty, start: 0, end: 0 } })).toContain(' 1 |\n   | ^\n');
  });

  it('paints with the palette that it is given', () => {
    const palette: FrameOptions['palette'] = {
      gutter: (text) => `<g>${text}</g>`,
      primary: (text) => `<p>${text}</p>`,
      secondary: (text) => `<s>${text}</s>`,
    };
    const text = renderFrame(
      { primary: placeOf('var.pitr'), labels: [{ range: placeOf('enabled'), text: 'x' }] },
      { palette },
    );
    expect(text.split('\n')[3]).toBe('<g>   |</g>     <s>-------</s>   <p>^^^^^^^^</p>');
  });

  it('shows a reference inside a JSON string in the JSON file', () => {
    const file = new SourceFile('main.tf.json', '{"a": "\\"\\u0041 ${var.pitr}"}');
    const { node } = parseJson(file).parsed.body;
    const value = node.kind === 'jsonObject' ? node.properties[0]?.value : undefined;
    if (value?.kind !== 'jsonString') throw new Error('a string is expected');
    const [reference] = referencesIn(jsonStringTemplate(value).expression);
    if (reference === undefined) throw new Error('a reference is expected');
    expect(renderFrame({ primary: reference }).split('\n').slice(2, 4)).toEqual([
      ' 1 | {"a": "\\"\\u0041 ${var.pitr}"}',
      '   |                   ^^^^^^^^',
    ]);
  });
});
