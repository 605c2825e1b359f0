import type { OpenAPIObject } from '@nestjs/swagger';
import { sourceLanguage } from '../../language/language.js';
import { translate } from '../../language/translate.js';
import { htmlPage, text } from '../edge/html.js';
import { METHODS } from './described.openapi.js';
import { anchor, inline, paragraphs, schemaHtml } from './schema-html.js';
import { operationHtml, type Told } from './operation-html.js';

/** The description of the interface as a page without script. */
export function docsPage(document: OpenAPIObject): string {
  const told = Object.entries(document.paths).flatMap(([path, item]) =>
    METHODS.flatMap((method): readonly Told[] => {
      const operation = item[method];
      return operation === undefined ? [] : [{ method: method.toUpperCase(), path, operation }];
    }),
  );
  const say = (key: string): string => text(translate(sourceLanguage, key));
  const title = say('docs.title');
  const tags = document.tags ?? [];
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
<ul>${tags.map(({ name }) => `<li><a href="#${anchor(name)}">${text(name)}</a></li>`).join('')}</ul>
${tags
  .map(
    ({ name, description = '' }) =>
      `<h2 id="${anchor(name)}">${text(name)}</h2>${paragraphs(description)}${told
        .filter(({ operation }) => operation.tags?.[0] === name)
        .map(operationHtml)
        .join('')}`,
  )
  .join('\n')}
<h2 id="headers">${say('docs.headers')}</h2>
${headersHtml(document)}
<h2 id="schemas">${say('docs.schemas')}</h2>
${Object.entries(document.components?.schemas ?? {})
  .map(([name, schema]) => schemaHtml(name, schema))
  .join('')}`,
  );
}

/** What answers say beside their body. */
function headersHtml({ components }: OpenAPIObject): string {
  const rows = Object.entries(components?.headers ?? {}).map(([name, header]) => {
    const { description = '', example } = header as {
      readonly description?: string;
      readonly example?: unknown;
    };
    return `<tr><td><code>${text(name)}</code></td><td>${inline(description)}</td><td><code>${text(String(example))}</code></td></tr>`;
  });
  return `<div class="wide"><table><tbody>${rows.join('')}</tbody></table></div>`;
}
