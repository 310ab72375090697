import { describe, expect, it } from 'vitest';
import { blockIn, fileBody, outcome } from '../../testing/edits.ts';
import { insertAttribute, removeAttribute, replaceExpression, setAttribute } from './edit.ts';

describe('setAttribute', () => {
  it('replaces the value and keeps the comment behind it', () => {
    const before = 'bucket "logs" {\n  public = true # for now\n  name   = "logs"\n}\n';
    expect(outcome(before, setAttribute(blockIn(before), 'public', 'false'))).toBe(
      'bucket "logs" {\n  public = false # for now\n  name   = "logs"\n}\n',
    );
  });

  it('moves the comments of the lines around it, as terraform fmt would', () => {
    const before = 'bucket "logs" {\n  days = 7 # short\n  name = 1 # name\n}\n';
    expect(outcome(before, setAttribute(blockIn(before), 'days', '3650'))).toBe(
      'bucket "logs" {\n  days = 3650 # short\n  name = 1    # name\n}\n',
    );
  });

  it('changes nothing but the value in a file that is not formatted', () => {
    const before = 'bucket "logs" {\n\tpublic=true\n\n\n\tname   =   "logs"   \n}\n';
    expect(outcome(before, setAttribute(blockIn(before), 'public', 'false'))).toBe(before.replace('true', 'false'));
  });

  it('answers with no edits when the value is there already', () => {
    const before = 'bucket "logs" {\n  ports = [ 1,2 ] # both\n}\n';
    expect(setAttribute(blockIn(before), 'ports', '[1, 2]')).toEqual({ kind: 'edits', edits: [] });
  });

  it('indents a value of several lines', () => {
    const before = 'bucket "logs" {\n  tags = {}\n}\n';
    expect(outcome(before, setAttribute(blockIn(before), 'tags', '{\nteam = "orders"\nid = 1\n}'))).toBe(
      'bucket "logs" {\n  tags = {\n    team = "orders"\n    id   = 1\n  }\n}\n',
    );
  });

  it('puts what follows a new heredoc on a line of its own', () => {
    const before = 'bucket "logs" {\n  policy = "" # empty\n}\n';
    expect(outcome(before, setAttribute(blockIn(before), 'policy', '<<EOT\n{}\nEOT'))).toBe(
      'bucket "logs" {\n  policy = <<EOT\n{}\nEOT\n  # empty\n}\n',
    );
  });

  it('keeps CRLF in a value of several lines', () => {
    const before = 'bucket "logs" {\r\n  tags = {}\r\n}\r\n';
    expect(outcome(before, setAttribute(blockIn(before), 'tags', '{\n  id = 1\n}'))).toBe(
      'bucket "logs" {\r\n  tags = {\r\n    id = 1\r\n  }\r\n}\r\n',
    );
  });

  it.each([
    ['1 +', 'Invalid expression'],
    ['1\nname = 2', 'It is more than one expression'],
    ['1 # one', 'A comment stands behind it'],
    ['', 'Invalid expression'],
  ])('refuses %j', (text, problem) => {
    const before = 'bucket "logs" {\n}\n';
    const result = setAttribute(blockIn(before), 'public', text);
    expect(result.kind === 'notEditable' && result.diagnostic.detail).toContain(problem);
  });
});

describe('insertAttribute', () => {
  it('leaves an attribute that exists alone', () => {
    const before = 'bucket "logs" {\n  public = true\n}\n';
    expect(insertAttribute(blockIn(before), 'public', 'false')).toEqual({ kind: 'edits', edits: [] });
  });

  it.each([
    ['an empty body of one line', 'bucket "logs" {}\n', 'bucket "logs" {\n  public = false\n}\n'],
    ['an empty body of two lines', 'bucket "logs" {\n}\n', 'bucket "logs" {\n  public = false\n}\n'],
    ['a body of one line', 'bucket "logs" { name = 1 }\n', 'bucket "logs" {\n  name   = 1\n  public = false\n}\n'],
    [
      'a body of one line with comments',
      'bucket "logs" { /* a */ name = 1 /* b */ } # c\n',
      'bucket "logs" {\n  /* a */ name = 1 /* b */\n  public       = false\n} # c\n',
    ],
    [
      'a body with a comment only',
      'bucket "logs" { # all\n  # none yet\n}\n',
      'bucket "logs" { # all\n  # none yet\n  public = false\n}\n',
    ],
    [
      'a body with a comment before its brace',
      'bucket "logs" {\n  name = 1\n/* end */ }\n',
      'bucket "logs" {\n  name   = 1\n  public = false\n/* end */ }\n',
    ],
    [
      'attributes with a comment behind the last',
      'bucket "logs" {\n  name = 1 # one\n\n  rule {}\n}\n',
      'bucket "logs" {\n  name   = 1 # one\n  public = false\n\n  rule {}\n}\n',
    ],
    [
      'blocks only',
      'bucket "logs" {\n  # first\n  rule {}\n}\n',
      'bucket "logs" {\n  public = false\n\n  # first\n  rule {}\n}\n',
    ],
    [
      'a last attribute of several lines',
      'bucket "logs" {\n  name = 1\n\n  tags = {\n    a = 1\n  }\n}\n',
      'bucket "logs" {\n  name   = 1\n  public = false\n\n  tags = {\n    a = 1\n  }\n}\n',
    ],
    [
      'attributes of several lines only',
      'bucket "logs" {\n  tags = {\n    a = 1\n  }\n}\n',
      'bucket "logs" {\n  tags = {\n    a = 1\n  }\n\n  public = false\n}\n',
    ],
    [
      'depends_on at the end',
      'bucket "logs" {\n  name = 1\n\n  depends_on = [x.y]\n}\n',
      'bucket "logs" {\n  name   = 1\n  public = false\n\n  depends_on = [x.y]\n}\n',
    ],
    [
      'indentation by tabs',
      'bucket "logs" {\n\trule {\n\t}\n}\n',
      'bucket "logs" {\n\tpublic = false\n\n\trule {\n\t}\n}\n',
    ],
    ['CRLF', 'bucket "logs" {\r\n  name = 1\r\n}\r\n', 'bucket "logs" {\r\n  name   = 1\r\n  public = false\r\n}\r\n'],
    ['no final newline', 'bucket "logs" {}', 'bucket "logs" {\n  public = false\n}'],
  ])('adds to %s', (_, before, after) => {
    expect(outcome(before, insertAttribute(blockIn(before), 'public', 'false'))).toBe(after);
  });

  it('aligns with the attribute above in a file that is not formatted', () => {
    const before =
      'bucket "logs" {\n    long_name     = 1\n      odd=2\n}\n\nx {\n    name     = 1\n    other = 2\n}\n';
    expect(outcome(before, insertAttribute(blockIn(before, 1), 'id', '3'))).toBe(
      before.replace('other = 2\n', 'other = 2\n    id    = 3\n'),
    );
  });

  it.each([
    ['name = 1', 'name = 1\nid = 2'],
    ['name = 1\n', 'name = 1\nid   = 2\n'],
    ['', 'id = 2\n'],
    ['# only a comment', '# only a comment\nid = 2'],
    ['name = 1\n\n\n', 'name = 1\nid   = 2\n\n\n'],
  ])('adds to the file %j', (before, after) => {
    expect(outcome(before, insertAttribute(fileBody(before), 'id', '2'))).toBe(
      before.endsWith('\n') ? after : after.replace('id = 2', before.includes('name') ? 'id   = 2' : 'id = 2'),
    );
  });

  it('refuses a name that is none', () => {
    const before = 'bucket "logs" {}\n';
    expect(insertAttribute(blockIn(before), 'a b', '1').kind).toBe('notEditable');
  });
});

describe('removeAttribute', () => {
  it.each([
    ['with its line and comment', '  a = 1\n  b = 2 # why\n  c = 3\n', '  a = 1\n  c = 3\n'],
    ['with the comment above', '  a = 1\n  # of b\n  b = 2\n  c = 3\n', '  a = 1\n  c = 3\n'],
    [
      'not a comment that begins a paragraph',
      '  a = 1\n\n  # of b and c\n  b = 2\n  c = 3\n',
      '  a = 1\n\n  # of b and c\n  c = 3\n',
    ],
    ['with its paragraph', '  a = 1\n\n  # of b\n  b = 2\n\n  c = 3\n', '  a = 1\n\n  c = 3\n'],
    ['at the end', '  a = 1\n\n  b = 2\n', '  a = 1\n'],
    ['at the start', '  b = 2\n\n  c = 3\n', '  c = 3\n'],
    ['the only one', '  b = 2\n', ''],
    ['and aligns what stays', '  a   = 1\n  b = 2\n'.replace('b = 2', 'bcd = 2'), '  a = 1\n'],
    ['of several lines', '  a = 1\n  b = [\n    1,\n  ]\n  c = 3\n', '  a = 1\n  c = 3\n'],
  ])('removes one %s', (_, inner, rest) => {
    const before = `bucket "logs" {\n${inner}}\n`;
    const name = inner.includes('bcd') ? 'bcd' : 'b';
    expect(outcome(before, removeAttribute(blockIn(before), name))).toBe(`bucket "logs" {\n${rest}}\n`);
  });

  it('empties a body of one line and keeps its comments', () => {
    const before = 'bucket "logs" { b = 1 }\nx { /* c */ b = 1 }\n';
    expect(outcome(before, removeAttribute(blockIn(before), 'b'))).toBe('bucket "logs" {}\nx { /* c */ b = 1 }\n');
    expect(outcome(before, removeAttribute(blockIn(before, 1), 'b'))).toBe('bucket "logs" { b = 1 }\nx { /* c */ }\n');
  });

  it('keeps a file without a final newline so', () => {
    const before = 'a = 1\nb = 2';
    expect(outcome(before, removeAttribute(fileBody(before), 'b'))).toBe('a = 1');
  });

  it('leaves a heredoc before it the newline that it needs', () => {
    const before = 'a = <<EOT\nx\nEOT\nb = 2';
    expect(outcome(before, removeAttribute(fileBody(before), 'b'))).toBe('a = <<EOT\nx\nEOT\n');
  });

  it('answers with no edits when there is no such attribute', () => {
    const before = 'bucket "logs" {}\n';
    expect(removeAttribute(blockIn(before), 'b')).toEqual({ kind: 'edits', edits: [] });
  });
});

describe('replaceExpression', () => {
  it('replaces an element of a list', () => {
    const before = 'rule {\n  cidrs = ["0.0.0.0/0", "::/0"]\n}\n';
    const value = blockIn(before).body.attributes[0]?.expression;
    const second = value?.kind === 'tuple' ? value.items[1] : undefined;
    expect(second !== undefined && outcome(before, replaceExpression(second, '"10.0.0.0/8"'))).toBe(
      'rule {\n  cidrs = ["0.0.0.0/0", "10.0.0.0/8"]\n}\n',
    );
  });

  it('refuses a file with syntax errors', () => {
    const before = 'rule {\n  a = 1\n}\nb = = 2\n';
    const value = blockIn(before).body.attributes[0]?.expression;
    const result = value === undefined ? undefined : replaceExpression(value, '2');
    expect(result?.kind).toBe('notEditable');
  });
});
