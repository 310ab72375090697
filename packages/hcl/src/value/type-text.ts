import { quote } from './quote.ts';
import type { Type } from './type.ts';
import { BOOL, DYNAMIC, listOf, mapOf, NUMBER, objectOf, STRING, setOf, tupleOf } from './type.ts';

/** The type in words as cty's `FriendlyName`: `list of string`, `object`, `dynamic`. */
export function friendlyTypeName(type: Type): string {
  switch (type.kind) {
    case 'list':
    case 'set':
    case 'map':
      return `${type.kind} of ${friendlyTypeName(type.element)}`;
    case 'string':
    case 'number':
    case 'bool':
    case 'tuple':
    case 'object':
    case 'dynamic':
      return type.kind;
  }
}

/** The type in words where it is asked for, as cty's `FriendlyNameForConstraint`: `any type`, `list of any single type`. */
export function friendlyConstraintName(type: Type): string {
  switch (type.kind) {
    case 'list':
    case 'set':
    case 'map':
      return `${type.kind} of ${type.element.kind === 'dynamic' ? 'any single type' : friendlyConstraintName(type.element)}`;
    case 'dynamic':
      return 'any type';
    case 'string':
    case 'number':
    case 'bool':
    case 'tuple':
    case 'object':
      return type.kind;
  }
}

/** What `type(...)` prints in `terraform console`. */
export function consoleTypeString(type: Type, indent: number = 0): string {
  switch (type.kind) {
    case 'object': {
      if (type.attributes.size === 0) return 'object({})';
      const pad = '    '.repeat(indent + 1);
      const lines = [...type.attributes].map(([name, t]) => `${pad}${name}: ${consoleTypeString(t, indent + 1)},\n`);
      return `object({\n${lines.join('')}${'    '.repeat(indent)}})`;
    }
    case 'tuple': {
      if (type.elements.length === 0) return 'tuple([])';
      const pad = '    '.repeat(indent + 1);
      const lines = type.elements.map((t) => `${pad}${consoleTypeString(t, indent + 1)},\n`);
      return `tuple([\n${lines.join('')}${'    '.repeat(indent)}])`;
    }
    case 'list':
    case 'set':
    case 'map': {
      if (type.element.kind !== 'object' && type.element.kind !== 'tuple') {
        return `${type.kind}(${consoleTypeString(type.element, indent)})`;
      }
      const pad = '    '.repeat(indent + 1);
      return `${type.kind}(\n${pad}${consoleTypeString(type.element, indent + 1)},\n${'    '.repeat(indent)})`;
    }
    case 'string':
    case 'number':
    case 'bool':
    case 'dynamic':
      return type.kind;
  }
}

/** cty's JSON form of a type: `"string"`, `["list","string"]`, `["object",{...},["optional"]]`. */
export type TypeJson = string | readonly [string, ...(readonly unknown[])];

export function typeToJson(type: Type): TypeJson {
  switch (type.kind) {
    case 'list':
    case 'set':
    case 'map':
      return [type.kind, typeToJson(type.element)];
    case 'tuple':
      return ['tuple', type.elements.map(typeToJson)];
    case 'object': {
      const attributes = Object.fromEntries([...type.attributes].map(([name, t]) => [name, typeToJson(t)]));
      return type.optional.size > 0 ? ['object', attributes, [...type.optional].toSorted()] : ['object', attributes];
    }
    case 'string':
    case 'number':
    case 'bool':
    case 'dynamic':
      return type.kind;
  }
}

/** @returns undefined when the JSON is not a type */
export function typeFromJson(json: unknown): Type | undefined {
  if (typeof json === 'string') return PRIMITIVES.get(json);
  if (!Array.isArray(json)) return undefined;
  const [kind, argument, optional]: unknown[] = json;
  switch (kind) {
    case 'list':
    case 'set':
    case 'map': {
      const element = typeFromJson(argument);
      if (element === undefined) return undefined;
      return kind === 'list' ? listOf(element) : kind === 'set' ? setOf(element) : mapOf(element);
    }
    case 'tuple': {
      if (!Array.isArray(argument)) return undefined;
      const elements: Type[] = [];
      for (const item of argument) {
        const element = typeFromJson(item);
        if (element === undefined) return undefined;
        elements.push(element);
      }
      return tupleOf(elements);
    }
    case 'object': {
      if (typeof argument !== 'object' || argument === null) return undefined;
      const attributes: [string, Type][] = [];
      for (const [name, item] of Object.entries(argument)) {
        const attribute = typeFromJson(item);
        if (attribute === undefined) return undefined;
        attributes.push([name, attribute]);
      }
      return objectOf(attributes, new Set(Array.isArray(optional) ? optional.map(String) : []));
    }
    default:
      return undefined;
  }
}

const PRIMITIVES: ReadonlyMap<string, Type> = new Map<string, Type>([
  ['string', STRING],
  ['number', NUMBER],
  ['bool', BOOL],
  ['dynamic', DYNAMIC],
]);

/** A text that is the same for equal types only, for use as a key. */
export function typeKey(type: Type): string {
  switch (type.kind) {
    case 'list':
    case 'set':
    case 'map':
      return `${type.kind}(${typeKey(type.element)})`;
    case 'tuple':
      return `[${type.elements.map(typeKey).join(',')}]`;
    case 'object': {
      const attributes: string[] = [];
      for (const [name, t] of type.attributes) {
        attributes.push(`${quote(name)}${type.optional.has(name) ? '?' : ''}:${typeKey(t)}`);
      }
      return `{${attributes.join(',')}}`;
    }
    case 'string':
    case 'number':
    case 'bool':
    case 'dynamic':
      return type.kind;
  }
}
