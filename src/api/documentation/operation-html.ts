import { sourceLanguage } from '../../language/language.js';
import { translate } from '../../language/translate.js';
import { text } from '../edge/html.js';
import { isRecord, type DescribedAnswer, type Operation, type Parameter } from './described.openapi.js';
import { anchor, exampleHtml, inline, paragraphs, schemaName } from './schema-html.js';

export interface Told {
  readonly method: string;
  readonly path: string;
  readonly operation: Operation;
}

/** One operation: what it does, who may ask, its parameters, what it takes, and everything it may answer. */
export function operationHtml({ method, path, operation }: Told): string {
  const { operationId = '', summary = '', description = '', deprecated = false } = operation;
  const notes = [deprecated ? 'docs.deprecated' : '', keyNote(operation)].filter((key) => key !== '');
  return `<h3 id="${anchor(operationId)}"><span class="method">${method}</span> <code>${text(path)}</code></h3>
<p><strong>${text(summary)}</strong></p>
${notes.map((key) => `<p class="method">${text(translate(sourceLanguage, key))}</p>`).join('')}
${paragraphs(description)}
${tableOf((operation.parameters ?? []).map(parameterRow))}
${tableOf(bodyRows(operation))}
${tableOf(Object.entries(operation.responses).map(([status, answer]) => answerRow(status, answer as DescribedAnswer)))}`;
}

function keyNote({ security = [] }: Operation): string {
  if (security.length === 0) return '';
  return security.some((way) => Object.keys(way).length === 0) ? 'docs.key-if-any' : 'docs.key-needed';
}

function parameterRow(parameter: Parameter): string {
  if (!('name' in parameter)) return '';
  const { name, in: place, description = '', required = false, schema = {} } = parameter;
  const kind = [place, required ? 'required' : ''].filter(Boolean).join(', ');
  return `<tr><td><code>${text(name)}</code></td><td>${text(kind)}</td><td>${inline(description)}</td><td>${isRecord(schema) ? exampleHtml(schema) : ''}</td></tr>`;
}

function bodyRows({ requestBody }: Operation): readonly string[] {
  if (requestBody === undefined || !('content' in requestBody)) return [];
  return Object.entries(requestBody.content).map(
    ([type, { schema, example }]) =>
      `<tr><td><code>${text(type)}</code></td><td>${schemaName(schema)}</td><td>${exampleBlock(example)}</td></tr>`,
  );
}

function answerRow(status: string, { description, content = {}, headers = {} }: DescribedAnswer): string {
  const forms = Object.entries(content).map(([type, { schema, example }]) => {
    // The example of a success is as long as its answer: the schema it leads to tells it field by field.
    const isShort = Number(status) >= 400 && Number(status) !== 500;
    return `${text(type)} ${schemaName(schema)}${isShort ? exampleBlock(example) : ''}`;
  });
  const named = Object.keys(headers).map((name) => `<code>${text(name)}</code>`);
  return `<tr><td><code>${text(status)}</code></td><td>${inline(description)}</td><td>${forms.join('<br>')}</td><td>${named.join(' ')}</td></tr>`;
}

/** An example to be opened: few read it, and it needs room. */
function exampleBlock(example: unknown): string {
  if (example === undefined) return '';
  const shown = typeof example === 'string' ? example : JSON.stringify(example, null, 1);
  const title = text(translate(sourceLanguage, 'docs.example'));
  return `<details><summary>${title}</summary><pre>${text(shown)}</pre></details>`;
}

function tableOf(rows: readonly string[]): string {
  return rows.length === 0 ? '' : `<div class="wide"><table><tbody>${rows.join('')}</tbody></table></div>`;
}
