import { text } from '../edge/html.js';
import { isRecord, type Schema } from './described.openapi.js';

/** One schema: its fields with type, meaning and example. */
export function schemaHtml(name: string, schema: unknown): string {
  const properties = isRecord(schema) && isRecord(schema['properties']) ? schema['properties'] : {};
  const rows = Object.entries(properties).map(([property, field]) => {
    const shape: Schema = isRecord(field) ? field : {};
    const { description = '' } = shape;
    return `<tr><td><code>${text(property)}</code></td><td>${schemaName(shape)}</td><td>${inline(String(description))}</td><td>${exampleHtml(shape)}</td></tr>`;
  });
  return `<h3 id="${anchor(name)}"><code>${text(name)}</code></h3><div class="wide"><table><tbody>${rows.join('')}</tbody></table></div>`;
}

/** What a value is, with links to the schemas it names. */
export function schemaName(schema: unknown): string {
  if (!isRecord(schema)) return '';
  const { $ref, type, items, format, properties } = schema;
  if (typeof $ref === 'string') {
    const name = $ref.split('/').at(-1) ?? '';
    return `<a href="#${anchor(name)}">${text(name)}</a>`;
  }
  const choices = schema['oneOf'] ?? schema['anyOf'] ?? schema['allOf'];
  if (Array.isArray(choices)) return choices.map(schemaName).join(' or ');
  if (type === 'array') return `list of ${schemaName(items)}`;
  if (isRecord(properties) && 'items' in properties) return `items: ${schemaName(properties['items'])}`;
  const types = [type].flat().filter((each) => typeof each === 'string');
  return text(`${types.join(' or ')}${typeof format === 'string' ? ` (${format})` : ''}`);
}

/** What a value may be at most and at least, and one that it may be. */
export function exampleHtml(schema: Schema): string {
  const { enum: values, example, items } = schema;
  const limits = LIMITS.flatMap(([word, sign]) =>
    typeof schema[word] === 'number' ? [`${sign} ${String(schema[word])}`] : [],
  );
  const allowed = values ?? (isRecord(items) ? items['enum'] : undefined);
  const told = [
    ...(Array.isArray(allowed)
      ? [allowed.map((each) => `<code>${text(String(each))}</code>`).join(' ')]
      : []),
    ...(limits.length === 0 ? [] : [text(limits.join(', '))]),
    ...(example === undefined ? [] : [`e.g. <code>${text(JSON.stringify(example))}</code>`]),
  ];
  return told.join('<br>');
}

const LIMITS = [
  ['minimum', '≥'],
  ['maximum', '≤'],
  ['minLength', 'characters ≥'],
  ['maxLength', 'characters ≤'],
  ['maxItems', 'items ≤'],
] as const;

export function anchor(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
}

/** Text in which `backticks` mark code. */
export function inline(plain: string): string {
  return text(plain).replaceAll(/`([^`]+)`/g, '<code>$1</code>');
}

/** Text in which empty lines divide paragraphs. */
export function paragraphs(plain: string): string {
  return plain
    .split('\n\n')
    .map((paragraph) => (paragraph === '' ? '' : `<p>${inline(paragraph)}</p>`))
    .join('');
}
