import type { OpenAPIObject } from '@nestjs/swagger';
import { sourceLanguage } from '../../language/language.js';
import { translate } from '../../language/translate.js';
import { htmlPage, text } from '../edge/html.js';

type PathItem = OpenAPIObject['paths'][string];
type Operation = NonNullable<PathItem['get']>;
type Parameter = NonNullable<Operation['parameters']>[number];
type Schema = NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>[string];

const METHODS = ['get', 'post', 'put', 'delete'] as const;

interface Told {
  readonly method: string;
  readonly path: string;
  readonly operation: Operation;
}

/** The description of the interface as a page without script. */
export function docsPage(document: OpenAPIObject): string {
  const told = Object.entries(document.paths).flatMap(([path, item]) =>
    METHODS.flatMap((method): readonly Told[] => {
      const operation = item[method];
      return operation === undefined ? [] : [{ method: method.toUpperCase(), path, operation }];
    }),
  );
  const tags = [...new Set(told.map(tagOf))];
  const say = (key: string): string => text(translate(sourceLanguage, key));
  const title = say('docs.title');
  return htmlPage(
    title,
    `<h1>${title}</h1>
<p>${inline(document.info.description ?? '')}</p>
<h4>${say('docs.try')}</h4>
<pre>curl "$SERVER/api/v1/reports/countries/KEN.csv"
curl "$SERVER/api/v1/observations?indicator=UI_NETUSE&amp;latest=true&amp;limit=5"
curl -H "Authorization: Bearer $KEY" -H "Content-Type: text/csv" --data-binary @figures.csv \\
  "$SERVER/api/v1/submissions?mode=check"</pre>
<p><a href="/api/v1/openapi.json">OpenAPI 3.1</a></p>
<ul>${tags.map((tag) => `<li><a href="#${anchor(tag)}">${text(tag)}</a></li>`).join('')}</ul>
${tags
  .map(
    (tag) =>
      `<h2 id="${anchor(tag)}">${text(tag)}</h2>${told
        .filter((each) => tagOf(each) === tag)
        .map(operationHtml)
        .join('')}`,
  )
  .join('\n')}
<h2 id="schemas">${say('docs.schemas')}</h2>
${Object.entries(document.components?.schemas ?? {})
  .map(schemaHtml)
  .join('')}`,
  );
}

function operationHtml({ method, path, operation }: Told): string {
  return `<h3><span class="method">${method}</span> <code>${text(path)}</code></h3>
<p><strong>${text(operation.summary ?? '')}</strong></p>
${(operation.description ?? '')
  .split('\n\n')
  .map((paragraph) => (paragraph === '' ? '' : `<p>${inline(paragraph)}</p>`))
  .join('')}
${parametersHtml(operation.parameters ?? [])}
<div class="wide"><table><tbody>${Object.entries(operation.responses)
    .map(([status, answer]) => answerHtml(status, answer ?? {}))
    .join('')}</tbody></table></div>`;
}

function parametersHtml(parameters: readonly Parameter[]): string {
  const rows = parameters.flatMap((parameter) => {
    if (!('name' in parameter)) return [];
    const { name, description = '', required = false, schema } = parameter;
    const example = schema !== undefined && 'example' in schema ? JSON.stringify(schema.example) : undefined;
    const notes = [required ? 'required' : '', example === undefined ? '' : `e.g. ${example}`].filter(
      Boolean,
    );
    return [
      `<tr><td><code>${text(name)}</code></td><td>${inline(description)}</td><td>${text(notes.join(', '))}</td></tr>`,
    ];
  });
  return rows.length === 0 ? '' : `<div class="wide"><table><tbody>${rows.join('')}</tbody></table></div>`;
}

function answerHtml(status: string, answer: object): string {
  const { description = '', content = {} } = answer as {
    readonly description?: string;
    readonly content?: Readonly<Record<string, { readonly schema?: unknown }>>;
  };
  const forms = Object.entries(content).map(([type, { schema }]) => `${text(type)} ${schemaName(schema)}`);
  return `<tr><td><code>${text(status)}</code></td><td>${inline(description)}</td><td>${forms.join('<br>')}</td></tr>`;
}

function schemaHtml([name, schema]: [string, Schema]): string {
  const properties = 'properties' in schema ? (schema.properties ?? {}) : {};
  const rows = Object.entries(properties).map(([property, shape]) => {
    const description = 'description' in shape ? (shape.description ?? '') : '';
    return `<tr><td><code>${text(property)}</code></td><td>${schemaName(shape)}</td><td>${inline(description)}</td></tr>`;
  });
  return `<h3 id="${anchor(name)}"><code>${text(name)}</code></h3><div class="wide"><table><tbody>${rows.join('')}</tbody></table></div>`;
}

/** What a value is, with links to the schemas it names. */
function schemaName(schema: unknown): string {
  if (typeof schema !== 'object' || schema === null) return '';
  const { $ref, type, items, allOf, oneOf, properties } = schema as Readonly<Record<string, unknown>>;
  if (typeof $ref === 'string') {
    const name = $ref.split('/').at(-1) ?? '';
    return `<a href="#${anchor(name)}">${text(name)}</a>`;
  }
  if (Array.isArray(allOf)) return allOf.map(schemaName).join(' ');
  if (Array.isArray(oneOf)) return oneOf.map(schemaName).join(' or ');
  if (type === 'array') return `list of ${schemaName(items)}`;
  if (typeof properties === 'object' && properties !== null && 'items' in properties) {
    return `items: ${schemaName(properties.items)}`;
  }
  return text(Array.isArray(type) ? type.join(' or ') : typeof type === 'string' ? type : '');
}

function tagOf({ operation }: Told): string {
  return operation.tags?.[0] ?? '';
}

function anchor(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
}

/** Text in which `backticks` mark code. */
function inline(plain: string): string {
  return text(plain).replaceAll(/`([^`]+)`/g, '<code>$1</code>');
}
