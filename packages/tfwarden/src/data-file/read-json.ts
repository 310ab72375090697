import { parse, type ValueNode } from '@humanwhocodes/momoa';
import type { Diagnostic, SourceFile } from '@tfwarden/hcl';
import type { DataNode } from './data-node.ts';

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
        detail: `${message.replace(/\s*\(\d+:\d+\)$/, '')}.`,
        subject: { file, start: offset, end: Math.min(file.text.length, offset + 1) },
      },
    };
  }
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
    case 'Object':
      return {
        kind: 'object',
        ...range,
        members: node.members.map((member) => {
          const [from, to] = member.name.range ?? [start, start];
          const name = member.name.type === 'String' ? member.name.value : member.name.name;
          return { name, nameRange: { file, start: from, end: to }, value: convert(member.value, file) };
        }),
      };
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
