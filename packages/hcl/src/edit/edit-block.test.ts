import { describe, expect, it } from 'vitest';
import { blockIn, fileBody, outcome } from '../../testing/edits.ts';
import { addLabel, appendBlock, insertBlock, removeBlock, setLabel } from './edit.ts';

const RECOVERY = `
  recovery {
    enabled = true
  }
`;

describe('appendBlock', () => {
  it.each([
    [
      'an empty body of one line',
      'table "orders" {}\n',
      'table "orders" {\n  recovery {\n    enabled = true\n  }\n}\n',
    ],
    [
      'an empty body of two lines',
      'table "orders" {\n}\n',
      'table "orders" {\n  recovery {\n    enabled = true\n  }\n}\n',
    ],
    [
      'attributes',
      'table "orders" {\n  name = "orders" # name\n}\n',
      'table "orders" {\n  name = "orders" # name\n\n  recovery {\n    enabled = true\n  }\n}\n',
    ],
    [
      'a body of one line',
      'table "orders" { name = "orders" } # kept\n',
      'table "orders" {\n  name = "orders"\n\n  recovery {\n    enabled = true\n  }\n} # kept\n',
    ],
    [
      'a comment at the end',
      'table "orders" {\n  name = "orders"\n\n  # nothing else\n}\n',
      'table "orders" {\n  name = "orders"\n\n  # nothing else\n\n  recovery {\n    enabled = true\n  }\n}\n',
    ],
    [
      'a blank line at the end',
      'table "orders" {\n  name = "orders"\n\n}\n',
      'table "orders" {\n  name = "orders"\n\n  recovery {\n    enabled = true\n  }\n}\n',
    ],
    [
      'indentation by four spaces',
      'table "orders" {\n    name = "orders"\n}\n',
      'table "orders" {\n    name = "orders"\n\n    recovery {\n      enabled = true\n    }\n}\n',
    ],
    [
      'CRLF',
      'table "orders" {\r\n  name = "orders"\r\n}\r\n',
      'table "orders" {\r\n  name = "orders"\r\n\r\n  recovery {\r\n    enabled = true\r\n  }\r\n}\r\n',
    ],
  ])('appends to %s', (_, before, after) => {
    expect(outcome(before, appendBlock(blockIn(before), RECOVERY))).toBe(after);
  });

  it.each([
    ['', 'recovery {\n  enabled = true\n}\n'],
    ['name = 1\n', 'name = 1\n\nrecovery {\n  enabled = true\n}\n'],
    ['name = 1', 'name = 1\n\nrecovery {\n  enabled = true\n}'],
    ['name = 1\n\n', 'name = 1\n\nrecovery {\n  enabled = true\n}\n'],
  ])('appends to the file %j', (before, after) => {
    expect(outcome(before, appendBlock(fileBody(before), RECOVERY))).toBe(after);
  });

  it('answers with no edits when the block is there already, whatever its spaces', () => {
    const before = 'table "orders" {\n  recovery { enabled=true }\n}\n';
    expect(appendBlock(blockIn(before), RECOVERY)).toEqual({ kind: 'edits', edits: [] });
  });

  it('leaves the text of a heredoc as it is, and indents one that may be', () => {
    const before = 'table "orders" {}\n';
    const block = 'rule {\n  plain = <<A\nkept\nA\n  flush = <<-B\n    moved\n  B\n}\n';
    const after = outcome(before, appendBlock(blockIn(before), block));
    expect(after).toBe(
      'table "orders" {\n  rule {\n    plain = <<A\nkept\nA\n    flush = <<-B\n      moved\n    B\n  }\n}\n',
    );
    expect(appendBlock(blockIn(after), block)).toEqual({ kind: 'edits', edits: [] });
  });

  it('refuses text that is no block', () => {
    const before = 'table "orders" {}\n';
    expect(appendBlock(blockIn(before), 'recovery {').kind).toBe('notEditable');
    expect(appendBlock(blockIn(before), '# nothing').kind).toBe('notEditable');
  });
});

describe('insertBlock', () => {
  const before = 'table "orders" {\n  name = 1\n\n  # the second\n  second {}\n}\n';

  const outer = blockIn(before);
  const [name] = outer.body.attributes;
  const [second] = outer.body.blocks;

  it('inserts before the comments of a block', () => {
    expect(second && outcome(before, insertBlock(outer, 'first {}', { before: second }))).toBe(
      'table "orders" {\n  name = 1\n\n  first {}\n\n  # the second\n  second {}\n}\n',
    );
  });

  it('inserts behind an attribute', () => {
    expect(name && outcome(before, insertBlock(outer, 'first {}', { after: name }))).toBe(
      'table "orders" {\n  name = 1\n\n  first {}\n\n  # the second\n  second {}\n}\n',
    );
  });

  it('inserts at the end', () => {
    expect(second && outcome(before, insertBlock(outer, 'third {}', { after: second }))).toBe(
      'table "orders" {\n  name = 1\n\n  # the second\n  second {}\n\n  third {}\n}\n',
    );
  });

  it('refuses a neighbour of another body', () => {
    expect(second && insertBlock(fileBody(before), 'first {}', { before: second }).kind).toBe('notEditable');
  });
});

describe('removeBlock', () => {
  it.each([
    ['the last', '  a = 1\n\n  # of it\n  gone {\n    b = 1\n  } # end\n', '  a = 1\n'],
    ['one in the middle', '  a = 1\n\n  gone {}\n\n  c {}\n', '  a = 1\n\n  c {}\n'],
    ['the first', '  gone {}\n\n  c {}\n', '  c {}\n'],
  ])('removes %s with its comments', (_, inner, rest) => {
    const before = `table "orders" {\n${inner}}\n`;
    const outer = blockIn(before);
    const gone = outer.body.blocks.find(({ type }) => type === 'gone');
    expect(gone && outcome(before, removeBlock(outer, gone))).toBe(`table "orders" {\n${rest}}\n`);
  });

  it('removes a block of the file', () => {
    const before = 'a {}\n\nb {}\n';
    const body = fileBody(before);
    expect(body.blocks[1] && outcome(before, removeBlock(body, body.blocks[1]))).toBe('a {}\n');
  });
});

describe('labels', () => {
  it('adds one once', () => {
    const after = outcome('table {}\n', addLabel(blockIn('table {}\n'), 'orders'));
    expect(after).toBe('table "orders" {}\n');
    expect(addLabel(blockIn(after), 'orders')).toEqual({ kind: 'edits', edits: [] });
  });

  it('escapes what a string must escape', () => {
    expect(outcome('t "a" {}\n', setLabel(blockIn('t "a" {}\n'), 0, 'say "hi"\n'))).toBe('t "say \\"hi\\"\\n" {}\n');
  });

  it('refuses a label that leaves a hole', () => {
    expect(setLabel(blockIn('table {}\n'), 1, 'orders').kind).toBe('notEditable');
  });
});
