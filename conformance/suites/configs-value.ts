import type { Value } from '@tfwarden/hcl';
import { formatNumber } from '@tfwarden/hcl';

/** A place in a value: attribute names, map keys as `text`, and indexes as `#0`, as the golden data are read. */
export type Path = readonly string[];

/** The value as golden data show it; undefined where it is unknown, which lists show as null and objects leave out. */
export function renderValue(value: Value): unknown {
  switch (value.kind) {
    case 'unknown':
      return undefined;
    case 'null':
      return null;
    case 'string':
    case 'bool':
      return value.value;
    case 'number':
      return `#${Number(formatNumber(value.value, value.precision))}`;
    case 'list':
    case 'set':
    case 'tuple':
      return value.elements.map((element) => renderValue(element) ?? null);
    case 'map':
      return renderFields(value.elements);
    case 'object':
      return renderFields(value.attributes);
  }
}

function renderFields(fields: ReadonlyMap<string, Value>): Record<string, unknown> {
  const rendered: Record<string, unknown> = {};
  for (const [name, field] of fields) {
    const shown = renderValue(field);
    if (shown !== undefined) rendered[name] = shown;
  }
  return rendered;
}

/** Where a value is unknown. */
export function unknownPaths(value: Value): readonly Path[] {
  const found: Path[] = [];
  collect(value, [], (part) => part.kind === 'unknown', found);
  return found;
}

/** Where a value is marked as sensitive; the outermost places. */
export function sensitivePaths(value: Value): readonly Path[] {
  const found: Path[] = [];
  collect(value, [], (part) => part.marks?.includes('sensitive') === true, found);
  return found;
}

function collect(value: Value, path: Path, isWanted: (value: Value) => boolean, found: Path[]): void {
  if (isWanted(value)) {
    found.push(path);
    return;
  }
  switch (value.kind) {
    case 'list':
    case 'set':
    case 'tuple':
      for (const [index, element] of value.elements.entries())
        collect(element, [...path, `#${index}`], isWanted, found);
      return;
    case 'map':
      for (const [key, element] of value.elements) collect(element, [...path, key], isWanted, found);
      return;
    case 'object':
      for (const [name, element] of value.attributes) collect(element, [...path, name], isWanted, found);
      return;
    case 'string':
    case 'number':
    case 'bool':
    case 'null':
    case 'unknown':
      return;
  }
}
