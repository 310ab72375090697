import * as fc from 'fast-check';

// The parts come first because the arbitrary is built from them when the module loads.
const space = fc.constantFrom('', ' ', '  ', '\t');
const gap = fc.constantFrom(' ', ' ', '  ', '\t');
const name = fc.constantFrom('name', 'id', 'größe', 'tags', 'for_each', 'x-y');
const comment = fc.constantFrom('', '', '', '# why', '// è', '/* in */', '/* a */ # b');
const inlineComment = fc.constantFrom('', '', '', '', '/* c */', '/* 日本 */');
const ownLine = fc.constantFrom('', '', '# above', '// above', '/* two\nlines */', '\n', '  ');
const leaf = fc.constantFrom(
  '1',
  'true',
  'null',
  '"text"',
  '"a $${b} \\" é"',
  '"${var.x}-${ y }"',
  'var.list[0]',
  'a.*.b',
  '-x',
  '<<EOT\n  plain ${x}\nEOT\n',
  '<<-EOT\n    flush\n      # no comment\n    EOT\n',
);

type Rules = { item: string; block: string; attribute: string; expression: string };

function itemsOf(tie: fc.LetrecTypedTie<Rules>): { [Key in keyof Rules]: fc.Arbitrary<string> } {
  return {
    item: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      tie('attribute'),
      ownLine.map((line) => `${line}\n`),
      tie('block'),
    ),
    attribute: fc
      .tuple(space, inlineComment, name, space, space, tie('expression'), gap, comment)
      .map(([before, lead, key, left, right, value, behind, trailing]) => {
        const end = value.endsWith('\n') ? '' : `${behind}${trailing}\n`;
        return `${before}${lead}${key}${left}=${right}${value}${end}`;
      }),
    block: fc
      .tuple(
        space,
        name,
        fc.subarray([' "one"', '\t"two"']),
        space,
        comment,
        fc.array(tie('item'), { maxLength: 4 }),
        space,
      )
      .map(([before, type, labels, gapBefore, trailing, items, indent]) => {
        const body = items.join('');
        const tail = body === '' && trailing === '' ? '}' : `${gapBefore}${trailing}\n${body}${indent}}`;
        return `${before}${type}${labels.join('')}${gapBefore}{${tail}\n`;
      }),
    expression: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      leaf,
      fc.array(tie('expression'), { maxLength: 3 }).map((items) => `[${items.join(', ')}]`),
      fc
        .array(fc.tuple(name, space, tie('expression'), comment), { maxLength: 3 })
        .map((items) => `{\n${items.map(([key, s, value, c]) => objectLine(key, s, value, c)).join('')}}`),
      fc
        .tuple(tie('expression'), space, fc.constantFrom('+', '==', '&&'), space)
        .map(([value, left, operator, right]) => `(a${left}${operator}${right}${value})`),
    ),
  };
}

function objectLine(key: string, gapAround: string, value: string, trailing: string): string {
  return `${key}${gapAround}=${gapAround}${value}${value.endsWith('\n') ? '' : ` ${trailing}\n`}`;
}

/** Attributes of one body need different names: each gets a number. */
function distinctNames(text: string): string {
  let count = 0;
  return text.replace(/(größe|name|id|tags|for_each|x-y)(?=\s*=)/g, (match) => `${match}${count++}`);
}

/** Configuration in native syntax without syntax errors, with comments everywhere and spaces and line endings as people never write them. */
export const configArbitrary: fc.Arbitrary<string> = fc
  .tuple(
    fc.array(fc.letrec<{ item: string; block: string; attribute: string; expression: string }>(itemsOf).item, {
      maxLength: 5,
    }),
    fc.boolean(),
    fc.boolean(),
  )
  .map(([items, hasCrlf, hasFinalNewline]) => {
    const text = distinctNames(items.join(''));
    // The marker that ends a heredoc needs its newline.
    const ended = hasFinalNewline || /EOT\n+$/.test(text) ? text : text.replace(/\n+$/, '');
    return hasCrlf ? ended.replaceAll('\n', '\r\n') : ended;
  });
