import { readFileSync } from 'node:fs';
import { isRecord, type Schema } from './described.openapi.js';

/** A meaning, an example, and a type or format that is narrower than what the code says. */
type Entry = readonly [description: string, example?: unknown, narrower?: string];

/** What the names mean that stand in many answers. */
const GLOSSARY = JSON.parse(readFileSync(new URL('./glossary.json', import.meta.url), 'utf8')) as Readonly<
  Record<string, Entry | undefined>
>;

/** A schema whose fields say what they mean: in their own words where a class has some, else in those of the glossary. */
export function withMeanings<Part>(part: Part): Part {
  if (Array.isArray(part)) return part.map((each: unknown) => withMeanings(each)) as Part;
  if (!isRecord(part)) return part;
  const { properties } = part;
  const inside = Object.entries(part).map(([name, each]) => [name, withMeanings(each)] as const);
  const same = Object.fromEntries(inside) as Schema;
  if (!isRecord(properties) || part['type'] !== 'object') return same as Part;
  const explained = Object.entries(properties).map(([name, field]): readonly [string, Schema] => [
    name,
    explainedField(name, withMeanings(field) as Schema),
  ]);
  return { ...same, properties: Object.fromEntries(explained) } as Part;
}

/** The same for a parameter of a request. */
export function explainedField(name: string, field: Schema): Schema {
  const [description, example, narrower] = GLOSSARY[name] ?? [];
  const exact = narrowed(field, narrower);
  return {
    ...exact,
    ...('description' in field || description === undefined ? {} : { description }),
    ...(example === undefined || hasExample(field) || !fits(example, exact) ? {} : { example }),
  };
}

/** Whole numbers and formats, which the code does not tell. */
function narrowed(field: Schema, narrower: string | undefined): Schema {
  const types = [field['type']].flat();
  if (types.includes('number')) {
    if ('format' in field) return field;
    const isWhole = narrower === 'integer' || Number.isInteger(field['multipleOf']);
    if (!isWhole) return { ...field, format: 'double' };
    const whole = types.map((type) => (type === 'number' ? 'integer' : type));
    return { ...field, type: whole.length === 1 ? whole[0] : whole, format: 'int32' };
  }
  const isFormat = narrower !== undefined && narrower !== 'integer';
  const isOpen = types.includes('string') && !('format' in field);
  return isFormat && isOpen ? { ...field, format: narrower } : field;
}

function hasExample(field: Schema): boolean {
  return ['example', 'examples', 'enum', 'const', '$ref', 'anyOf'].some((word) => word in field);
}

/** Names mean the same everywhere, and yet are not always of one type. */
function fits(example: unknown, { type, items, oneOf }: Schema): boolean {
  if (Array.isArray(oneOf)) return oneOf.some((choice) => isRecord(choice) && fits(example, choice));
  const isHeldByRef = isRecord(items) && '$ref' in items;
  return [type].flat().some((each) => {
    if (each === 'array') return Array.isArray(example) && !(isHeldByRef && example.length > 0);
    if (each === 'integer') return Number.isInteger(example);
    if (each === 'null') return example === null;
    if (each === 'object') return isRecord(example);
    return typeof example === each;
  });
}
