import type { OpenAPIObject } from '@nestjs/swagger';
import { problemAnswer } from '../edge/problem-answers.decorator.js';
import { HEADERS, namedHeaders } from './answer-headers.js';
import {
  isRecord,
  METHODS,
  type DescribedAnswer,
  type Method,
  type Operation,
  type Parameter,
  type Schema,
} from './described.openapi.js';
import { explainedField, withMeanings } from './glossary.js';
import { operationName } from './operation-name.js';
import { problemExample } from './problem-example.js';
import { nameOf, schemaExample } from './schema-example.js';

const PROBLEM = 'application/problem+json';
/** What every operation may answer, and what those that take a body may. */
const ALWAYS = [400, 406, 415, 429, 500, 503];
const WITH_BODY = [413];

/**
 * A description with what holds for every operation and no route says of itself: its name, the problems any address may
 * answer with, the headers of answers, an example of each body, and whether a key is needed.
 */
export function completeDescription(made: OpenAPIObject): OpenAPIObject {
  const document = withMeanings(made);
  const paths = Object.entries(document.paths).map(([path, item]) => {
    const operations = METHODS.flatMap((method) => {
      const operation = item[method];
      return operation === undefined
        ? []
        : [[method, completeOperation({ document, method, path, operation })] as const];
    });
    return [path, Object.fromEntries(operations)] as const;
  });
  const complete = { ...document, paths: Object.fromEntries(paths) };
  const used = JSON.stringify(complete);
  const tags = (document.tags ?? []).filter(({ name }) => used.includes(`"tags":["${name}"]`));
  const headers = Object.entries(HEADERS).filter(([name]) => used.includes(`/headers/${name}"`));
  return { ...complete, tags, components: { ...document.components, headers: Object.fromEntries(headers) } };
}

interface Told {
  readonly document: OpenAPIObject;
  readonly method: Method;
  readonly path: string;
  readonly operation: Operation;
}

function completeOperation(told: Told): Operation {
  const { document, method, path, operation } = told;
  const declared = operation.responses as Readonly<Record<string, DescribedAnswer>>;
  const further = [...ALWAYS, ...(method === 'get' ? [] : WITH_BODY)].map(
    (status) => [String(status), problemAnswer(status)] as const,
  );
  const known = { ...Object.fromEntries(further), ...withNotModified(declared) };
  const answers = Object.entries(known).map(([status, answer]) => [
    status,
    completeAnswer(answer, Number(status), told),
  ]);
  return {
    ...operation,
    operationId: operationName(method, path),
    security: operation.security ?? [],
    parameters: (operation.parameters ?? []).map((parameter) => explainedParameter(parameter, path)),
    ...withBodies(operation, document),
    responses: Object.fromEntries(answers) as Operation['responses'],
  };
}

/** Codes mean another thing below each address: an example there is one that leads somewhere. */
const CODES: Readonly<Record<string, string>> = {
  areas: 'KEN',
  communities: 'african-igf',
  frameworks: 'iww',
  goals: 'P2.1',
  groups: 'UN-AFRICAN',
  indicators: 'UI_NETUSE',
  issues: 'ACCESS',
  objectives: '1',
  principles: 'P2',
  problems: 'four_eyes',
  regions: 'UN-AFRICAN',
  sdgs: 'SDG-9.1',
  wsis: 'WSIS-C2',
};

function explainedParameter(parameter: Parameter, path: string): Parameter {
  if (!('name' in parameter)) return parameter;
  const { name, description: own, schema = {} } = parameter;
  const told = own === undefined ? {} : { description: own };
  const code = CODES[new RegExp(`/(\\w+)/\\{${name}\\}`).exec(path)?.[1] ?? ''];
  const { description, ...explained } = explainedField(name, { ...schema, ...told });
  return {
    ...parameter,
    ...(description === undefined ? {} : { description }),
    schema: { ...explained, ...(code === undefined ? {} : { example: code }) },
  } as Parameter;
}

/** Whoever shows the tag of an answer that is still so gets 304 instead. */
function withNotModified(
  answers: Readonly<Record<string, DescribedAnswer>>,
): Readonly<Record<string, DescribedAnswer>> {
  const { 200: read } = answers;
  if (read?.headers?.['ETag'] === undefined) return answers;
  return { ...answers, 304: { description: 'You have it already', headers: namedHeaders('ETag') } };
}

function completeAnswer(
  answer: DescribedAnswer,
  status: number,
  { document, path, operation }: Told,
): DescribedAnswer {
  const content = Object.entries(answer.content ?? {}).map(([type, { schema, example }]) => {
    const told =
      example ??
      (type === PROBLEM && nameOf(schema ?? {}) === 'ProblemResponse'
        ? problemExample(status, path)
        : schemaExample(schema, document.components?.schemas ?? {}));
    return [type, { ...(schema && { schema }), ...(told === undefined ? {} : { example: told }) }] as const;
  });
  return {
    ...answer,
    headers: { ...namedHeaders(...headersOf(status, path, operation, answer)), ...answer.headers },
    ...(answer.content && { content: Object.fromEntries(content) }),
  };
}

function headersOf(
  status: number,
  path: string,
  operation: Operation,
  { content = {} }: DescribedAnswer,
): readonly string[] {
  const isProblem = PROBLEM in content;
  const isApi = path.startsWith('/api/');
  const isDone = status >= 200 && status < 300;
  return [
    'X-Request-Id',
    ...(isProblem ? ['Content-Language'] : []),
    ...(isApi ? ['RateLimit', 'RateLimit-Policy'] : []),
    ...(status === 401 ? ['WWW-Authenticate'] : []),
    ...(status === 429 || status === 503 ? ['Retry-After'] : []),
    ...(isDone && comesInPages(operation.parameters ?? []) ? ['Link'] : []),
    ...(isDone && makesThings(operation) ? ['Location'] : []),
    ...(operation.deprecated === true ? ['Deprecation', 'Sunset', 'Link'] : []),
  ];
}

/** JSON is one of our objects, a form one of its own, and a file text. */
function isFor(choice: Schema, type: string): boolean {
  if (type === 'application/json') return '$ref' in choice;
  return choice['type'] === (type === 'multipart/form-data' ? 'object' : 'string');
}

function comesInPages(parameters: readonly Parameter[]): boolean {
  return parameters.some((parameter) => 'name' in parameter && parameter.name === 'cursor');
}

/** Made now or before: the answer tells where it is. */
function makesThings({ responses }: Operation): boolean {
  const answers = Object.values(responses) as unknown as readonly DescribedAnswer[];
  return answers.some(({ headers = {} }) => 'Location' in headers);
}

/** Each form of a body with what it holds: JSON an object, files text or bytes. */
function withBodies({ requestBody }: Operation, document: OpenAPIObject): Partial<Operation> {
  if (requestBody === undefined || !('content' in requestBody)) return {};
  const content = Object.entries(requestBody.content).map(([type, { schema, example }]) => {
    const choices = isRecord(schema) && Array.isArray(schema['oneOf']) ? (schema['oneOf'] as Schema[]) : [];
    const own = choices.find((choice) => isFor(choice, type)) ?? schema;
    const told = (example as unknown) ?? schemaExample(own, document.components?.schemas ?? {});
    return [type, { schema: own, ...(told === undefined ? {} : { example: told }) }] as const;
  });
  return { requestBody: { ...requestBody, content: Object.fromEntries(content) } } as Partial<Operation>;
}
