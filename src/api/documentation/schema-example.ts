import { isRecord, type Schema, type Schemas } from './described.openapi.js';

/** Schemas within schemas are followed so far. */
const DEEPEST = 24;

/** A value as a schema tells it, put together from the examples of its parts; `undefined` where it gives none. */
export function schemaExample(schema: unknown, schemas: Schemas, depth = 0): unknown {
  if (!isRecord(schema) || depth > DEEPEST) return undefined;
  if ('example' in schema) return schema['example'];
  if (Array.isArray(schema['examples'])) return schema['examples'][0] as unknown;
  if ('const' in schema) return schema['const'];
  if (Array.isArray(schema['enum'])) return schema['enum'][0] as unknown;
  const inside = (part: unknown): unknown => schemaExample(part, schemas, depth + 1);
  const named = nameOf(schema);
  if (named !== undefined) return inside(schemas[named]);
  const choices = schema['oneOf'] ?? schema['anyOf'] ?? schema['allOf'];
  if (Array.isArray(choices)) return inside(choices[0]);
  if (schema['type'] === 'array') return [inside(schema['items'])].filter((item) => item !== undefined);
  const { properties, additionalProperties } = schema;
  if (isRecord(properties)) {
    const fields = Object.entries(properties).map(([name, part]) => [name, inside(part)] as const);
    return Object.fromEntries(fields.filter(([, value]) => value !== undefined));
  }
  return isRecord(additionalProperties) ? {} : undefined;
}

/** Name of the schema that a reference leads to. */
export function nameOf({ $ref }: Schema): string | undefined {
  return typeof $ref === 'string' ? $ref.split('/').at(-1) : undefined;
}
