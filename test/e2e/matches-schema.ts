type Schema = Readonly<Record<string, unknown>>;

interface Described {
  readonly components: { readonly schemas: Readonly<Record<string, unknown>> };
}

/**
 * Where a JSON value differs from a schema of the API description: a sentence for each place, none when it fits.
 * Knows the words our own description uses.
 */
export function schemaFaults(value: unknown, schema: unknown, document: Described, place = ''): string[] {
  if (typeof schema !== 'object' || schema === null) return [`${place}: no schema`];
  const { $ref, allOf, anyOf, oneOf } = schema as Schema;
  if (typeof $ref === 'string') {
    const name = $ref.split('/').at(-1) ?? '';
    return schemaFaults(value, document.components.schemas[name], document, place);
  }
  if (Array.isArray(allOf)) return allOf.flatMap((each) => schemaFaults(value, each, document, place));
  const choices = anyOf ?? oneOf;
  if (!Array.isArray(choices)) return valueFaults(value, schema as Schema, document, place);
  const faults = choices.map((each) => schemaFaults(value, each, document, place));
  return faults.some((list) => list.length === 0) ? [] : (faults[0] ?? []);
}

function valueFaults(value: unknown, schema: Schema, document: Described, place: string): string[] {
  const { type, properties, required = [], items, enum: values } = schema;
  const told = JSON.stringify(value);
  if (type !== undefined && ![type].flat().some((each) => isOfType(value, each))) {
    return [`${place}: ${told} is not ${JSON.stringify(type)}`];
  }
  if (Array.isArray(values) && !values.includes(value)) return [`${place}: ${told} is not listed`];
  if (Array.isArray(value)) {
    return value.flatMap((each, i) => schemaFaults(each, items, document, `${place}/${String(i)}`));
  }
  if (!isRecord(value) || !isRecord(properties)) return [];
  return fieldFaults(value, properties, required as readonly string[], document, place);
}

function isRecord(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null;
}

function fieldFaults(
  value: object,
  shapes: Schema,
  required: readonly string[],
  document: Described,
  place: string,
): string[] {
  const missing = required.filter((name) => !(name in value));
  return [
    ...missing.map((name) => `${place}/${name}: missing`),
    ...Object.entries(value).flatMap(([name, each]) =>
      name in shapes
        ? schemaFaults(each, shapes[name], document, `${place}/${name}`)
        : [`${place}/${name}: not described`],
    ),
  ];
}

function isOfType(value: unknown, type: unknown): boolean {
  if (type === 'null') return value === null;
  if (type === 'array') return Array.isArray(value);
  if (type === 'integer') return Number.isInteger(value);
  if (type === 'object') return typeof value === 'object' && value !== null && !Array.isArray(value);
  return typeof value === type;
}
