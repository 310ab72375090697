import type { AnyBody, DecodedAttribute, JsonNode } from '@tfwarden/hcl';

/** All attributes of a body by name, blocks left aside; in JSON syntax all properties. */
export function attributesOf(body: AnyBody): ReadonlyMap<string, DecodedAttribute> {
  const attributes = new Map<string, DecodedAttribute>();
  if (body.kind === 'body') {
    for (const attribute of body.attributes) attributes.set(attribute.name, attribute);
    return attributes;
  }
  for (const object of objectsIn(body.node)) {
    for (const { name, nameRange, value } of object.properties) {
      if (name === '//' || attributes.has(name)) continue;
      const { file, start, end } = value;
      const expression = { kind: 'json', node: value, file, start, end } as const;
      attributes.set(name, { name, nameRange, expression, file, start: nameRange.start, end });
    }
  }
  return attributes;
}

function objectsIn(node: JsonNode): readonly (JsonNode & { readonly kind: 'jsonObject' })[] {
  if (node.kind === 'jsonObject') return [node];
  if (node.kind !== 'jsonArray') return [];
  return node.elements.filter((element) => element.kind === 'jsonObject');
}
