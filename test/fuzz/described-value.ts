import { HOSTILE_JSON } from './hostile-values.js';
import type { Random } from './random.js';

type Schema = Readonly<Record<string, unknown>>;
export type Schemas = Readonly<Record<string, Schema>>;

/** Schemas within schemas are filled in so far. */
const DEEPEST = 6;

/** A value that a schema allows, with fields left out and filled in at random. */
export function allowedValue(schema: Schema, schemas: Schemas, random: Random, depth = 0): unknown {
  const { $ref, enum: values, example } = schema;
  const inside = (part: unknown): unknown => allowedValue(part as Schema, schemas, random, depth + 1);
  if (depth > DEEPEST) return null;
  if (typeof $ref === 'string') return inside(schemas[$ref.split('/').at(-1) ?? ''] ?? {});
  if (Array.isArray(values)) return random.oneOf(values as readonly unknown[]);
  // A reference with words of its own stands as the only part of `allOf`.
  const choices = schema['oneOf'] ?? schema['anyOf'] ?? schema['allOf'];
  if (Array.isArray(choices)) return inside(random.oneOf(choices));
  return example !== undefined && !random.isOnceIn(4) ? example : ofType(schema, random, inside);
}

function ofType(
  { type, items, properties, required = [] }: Schema,
  random: Random,
  inside: (part: unknown) => unknown,
): unknown {
  const one = random.oneOf([type].flat());
  if (one === 'array') return Array.from({ length: random.below(4) }, () => inside(items));
  if (one !== 'object') return random.oneOf(PLAIN[String(one)] ?? TEXTS);
  const fields = Object.entries((properties ?? {}) as Schemas).filter(
    ([name]) => (required as readonly string[]).includes(name) || random.isOnceIn(2),
  );
  return Object.fromEntries(fields.map(([name, field]) => [name, inside(field)]));
}

const TEXTS = ['a', 'KEN', 'UI_NETUSE', 'Survey 2024', 'é', 'https://example.org/a'];
const PLAIN: Readonly<Record<string, readonly unknown[]>> = {
  integer: [0, 1, 2, 2024, 2 ** 31 - 1],
  number: [0, 61.5, -3, 1e-9, 1e15],
  boolean: [true, false],
  null: [null],
};

/** The same value with one thing in it that nobody expects: a field gone, one too many, or something else in its place. */
export function spoiltValue(value: unknown, random: Random): unknown {
  if (typeof value !== 'object' || value === null || random.isOnceIn(6)) return random.oneOf(HOSTILE_JSON);
  if (Array.isArray(value)) {
    const at = random.below(value.length + 1);
    return [
      ...(value as unknown[]).slice(0, at),
      spoiltValue(value[at], random),
      ...(value as unknown[]).slice(at + 1),
    ];
  }
  const names = Object.keys(value);
  const name = names.length === 0 || random.isOnceIn(4) ? 'unheardOf' : random.oneOf(names);
  const { [name]: field, ...others } = value as Readonly<Record<string, unknown>>;
  return random.isOnceIn(4) ? others : { ...others, [name]: spoiltValue(field, random) };
}
