import { describe, expect, it } from 'vitest';
import { SourceFile } from '../text/source-file.ts';
import { parseJsonValue } from './json/parse-json.ts';
import { parseExpression } from './parse.ts';
import { referencesIn } from './references.ts';
import { childrenOf, jsonExpression, walkExpression } from './walk.ts';

function referencesOf(text: string): string[] {
  const { expression } = parseExpression(new SourceFile('test.hcl', text));
  return referencesIn(expression).map(({ file, start, end }) => file.text.slice(start, end));
}

describe('the references in an expression', () => {
  it('come in source order, each with its constant steps', () => {
    expect(referencesOf('a.b["c"][0] + f(d, e[g.h]) ? "${i} x" : { (j) = k, l = m }')).toEqual([
      'a.b["c"][0]',
      'd',
      'e',
      'g.h',
      'i',
      'j',
      'k',
      'm',
    ]);
  });

  it('leave out what a `for` declares, but only inside of it', () => {
    expect(referencesOf('[for k, v in v : k => [for v in v : v.x + w] if k]')).toEqual(['v', 'w']);
    expect(referencesOf('"%{ for x in xs }${x}${y}%{ endfor }${x}"')).toEqual(['xs', 'y', 'x']);
  });

  it('leave out the element of a splat and the bare names of keys', () => {
    expect(referencesOf('a[*].b.c')).toEqual(['a']);
    expect(referencesOf('{ a = 1, "${b}" = 2, null = 3 }')).toEqual(['b']);
  });

  it('are found in the strings and names of JSON', () => {
    const { node } = parseJsonValue(
      new SourceFile('test.tf.json', '{"${a}": ["x ${b.c}", 1, "${", {"d": "${e[f]}"}]}'),
    );
    const found = referencesIn(jsonExpression(node)).map((reference) => reference.root.name);
    expect(found).toEqual(['a', 'b', 'e', 'f']);
  });
});

describe('a walk', () => {
  it('visits parents first and leaves out what a visitor skips', () => {
    const { expression } = parseExpression(new SourceFile('test.hcl', 'f(a + g(b), [c])'));
    const visited: string[] = [];
    walkExpression(expression, {
      functionCall: ({ name }) => {
        visited.push(name);
        return name === 'g' ? 'skip' : 'enter';
      },
      scopeTraversal: ({ root }) => void visited.push(root.name),
    });
    expect(visited).toEqual(['f', 'a', 'g', 'c']);
  });

  it('knows the children of every kind of node', () => {
    const sources: Readonly<Record<string, number>> = {
      '1': 0,
      'a.b': 0,
      'f(x).y': 1,
      'f(x, y)': 2,
      'a ? b : c': 3,
      'a[b]': 2,
      '[a, b]': 2,
      '{ a = b, (c) = d }': 3,
      '[for k, v in a : b if c]': 3,
      '{for k, v in a : b => c if d}': 4,
      'a[*].b': 2,
      '"a${b}c"': 3,
      '"${a}"': 1,
      'a + b': 2,
      '-a': 1,
      '(a)': 1,
    };
    for (const [source, count] of Object.entries(sources)) {
      const { expression } = parseExpression(new SourceFile('test.hcl', source));
      expect(childrenOf(expression), source).toHaveLength(count);
    }
  });
});
