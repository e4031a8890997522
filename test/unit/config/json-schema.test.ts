import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { jsonSchemas } from '../../../src/config/json-schema.ts';

interface Node {
  description?: string;
  properties?: Record<string, Node>;
  items?: Node;
  anyOf?: Node[];
  oneOf?: Node[];
}

/** Paths of the settings without a description; a union's variants are described by the union. */
function undescribed(node: Node, path: string): string[] {
  const inner = Object.entries(node.properties ?? {}).flatMap(([name, property]) => [
    ...(property.description || 'const' in property ? [] : [`${path}.${name}`]),
    ...undescribed(property, `${path}.${name}`),
  ]);
  const variants = [node.items, ...(node.anyOf ?? [])].filter((variant) => variant !== undefined);
  return [...inner, ...variants.flatMap((variant) => undescribed(variant, path))];
}

describe.each(Object.entries(jsonSchemas()))('config/%s', (name, schema) => {
  test('is current (after a change of the schema: node src/config/json-schema.ts && oxfmt config)', async () => {
    expect(JSON.parse(await readFile(`config/${name}`, 'utf8'))).toEqual(schema);
  });

  test('describes every setting, for editors and the README', () => {
    expect(undescribed(schema as Node, '')).toEqual([]);
  });
});
