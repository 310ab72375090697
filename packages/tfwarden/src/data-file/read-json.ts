import { parse, type ValueNode } from '@humanwhocodes/momoa';
import type { Diagnostic, SourceFile } from '@tfwarden/hcl';
import type { DataMember, DataNode } from './data-node.ts';

/** Reads JSON; comments are allowed, as editors write them. */
export function readJson(file: SourceFile): { readonly node: DataNode } | { readonly diagnostic: Diagnostic } {
  try {
    const text = file.text.startsWith('\uFEFF') ? ` ${file.text.slice(1)}` : file.text;
    const document = parse(text, { mode: 'jsonc', ranges: true });
    return { node: convert(document.body, file) };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const offset = offsetOf(error, file);
    return {
      diagnostic: {
        severity: 'error',
        code: 'data/json-syntax',
        summary: 'Not valid JSON',
        detail: inOurWords(message),
        subject: { file, start: offset, end: Math.min(file.text.length, offset + 1) },
      },
    };
  }
}

/** The reader's names of tokens, as a person writes them. */
const TOKENS: Readonly<Record<string, string>> = {
  LBrace: '`{`',
  RBrace: '`}`',
  LBracket: '`[`',
  RBracket: '`]`',
  Colon: '`:`',
  Comma: '`,`',
  String: 'a text',
  Number: 'a number',
  Boolean: '`true` or `false`',
  Null: '`null`',
};

function inOurWords(message: string): string {
  const text = message.replace(/\s*\(\d+:\d+\)$/, '').replace(/\.+$/, '');
  const token = /^Unexpected token (\w+) found$/.exec(text)?.[1];
  return `${token === undefined ? text : `Unexpected ${TOKENS[token] ?? token}`}.`;
}

function offsetOf(error: unknown, file: SourceFile): number {
  if (typeof error === 'object' && error !== null && 'offset' in error && typeof error.offset === 'number') {
    return Math.min(error.offset, file.text.length);
  }
  return file.text.length;
}

function convert(node: ValueNode, file: SourceFile): DataNode {
  const [start, end] = node.range ?? [0, 0];
  const range = { file, start, end };
  switch (node.type) {
    case 'Object': {
      const members = new Map<string, DataMember>();
      const replaced: DataMember[] = [];
      for (const member of node.members) {
        const [from, to] = member.name.range ?? [start, start];
        const name = member.name.type === 'String' ? member.name.value : member.name.name;
        const earlier = members.get(name);
        if (earlier !== undefined) replaced.push(earlier);
        members.delete(name);
        members.set(name, { name, nameRange: { file, start: from, end: to }, value: convert(member.value, file) });
      }
      return { kind: 'object', ...range, members: [...members.values()], replaced };
    }
    case 'Array':
      return { kind: 'array', ...range, items: node.elements.map((element) => convert(element.value, file)) };
    case 'String':
    case 'Number':
    case 'Boolean':
      return { kind: 'scalar', ...range, value: node.value };
    case 'Null':
      return { kind: 'scalar', ...range, value: null };
    case 'NaN':
      return { kind: 'scalar', ...range, value: Number.NaN };
    case 'Infinity':
      return { kind: 'scalar', ...range, value: Number.POSITIVE_INFINITY };
  }
}
