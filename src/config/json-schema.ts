import { writeFile } from 'node:fs/promises';
import { z } from 'zod';
import { configSchema, sourceSchema } from './schema.ts';

type JsonSchema = z.core.JSONSchema.BaseSchema;

/**
 * JSON Schemas of what an operator writes, by the name of the file in `config/` that editors read them
 * from. Draft 7, because that is what YAML language servers know best.
 */
export function jsonSchemas(): Record<string, JsonSchema> {
  const sources = z.union([sourceSchema, z.array(sourceSchema)]);
  return {
    'newsrelay.schema.json': describedSchema(configSchema, 'newsrelay: the config file'),
    'source.schema.json': describedSchema(
      sources,
      'newsrelay: an included file, one source or a list',
    ),
  };
}

function describedSchema(schema: z.ZodType, title: string): JsonSchema {
  const described = z.toJSONSchema(schema, { target: 'draft-7', io: 'input' });
  return { title, ...allowVariables(described) };
}

const VARIABLE = '\\$\\{[A-Za-z_]';

/** Lets `${NAME}` stand where a number, a boolean, a choice or a text of a certain form belongs. */
function allowVariables(node: JsonSchema): JsonSchema {
  const schema = mapValues(node, (value) =>
    Array.isArray(value)
      ? value.map((item: unknown) => (isObject(item) ? allowVariables(item) : item))
      : isObject(value)
        ? allowVariables(value)
        : value,
  );
  if (schema.type === 'integer' || schema.type === 'number' || schema.type === 'boolean') {
    // `pattern` binds texts only, as `minimum` and `maximum` bind numbers only.
    return { ...schema, type: [schema.type, 'string'], pattern: VARIABLE } as JsonSchema;
  }
  if (typeof schema.pattern === 'string') {
    return { ...schema, pattern: `(?:${schema.pattern})|${VARIABLE}` };
  }
  if (Array.isArray(schema.enum)) {
    const { type: _, enum: choices, ...rest } = schema;
    return { ...rest, anyOf: [{ enum: choices }, { type: 'string', pattern: VARIABLE }] };
  }
  return schema;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const mapValues = (object: object, change: (value: unknown) => unknown): JsonSchema =>
  Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value)]));

if (import.meta.main) {
  for (const [name, schema] of Object.entries(jsonSchemas())) {
    const file = new URL(`../../config/${name}`, import.meta.url);
    await writeFile(file, `${JSON.stringify(schema, null, 2)}\n`);
  }
}
