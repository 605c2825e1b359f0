import type { OpenAPIObject } from '@nestjs/swagger';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import ajvFormats from 'ajv-formats';
import Papa from 'papaparse';

type Json = Readonly<Record<string, unknown>>;

interface Header {
  readonly $ref?: string;
  readonly required?: boolean;
}

interface Answer {
  readonly headers?: Readonly<Record<string, Header>>;
  readonly content?: Json;
}

/** One answer of a running application. */
export interface GivenAnswer {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly headers: Headers;
  /** Absent where it was not read to its end, such as a stream. */
  readonly body?: string;
}

/** Addresses that the description tells of. */
const DESCRIBED = /^\/(api|health|metrics|problems)(\/|$)/;
/** Ours, and not told: the style of the page that shows the description. */
const UNTOLD = '/api/docs.css';
const SUFFIX = /\.(json|csv|svg|png|pdf|xlsx|html|txt|zip)$/;
/** What the web server says of any address before an operation is found, beside that there is none. */
const BEFORE_ROUTING = [400, 404, 405, 406, 408, 413, 414, 415, 429, 431, 500, 503];
/** An answer that has one of these has to say so in its description. */
const TOLD_HEADERS = [
  'deprecation',
  'etag',
  'link',
  'location',
  'ratelimit',
  'ratelimit-policy',
  'retry-after',
  'sunset',
  'www-authenticate',
];
const PROBLEM = 'application/problem+json';

/** Holds answers against the description an application gives of itself. */
export class AnswerCheck {
  private readonly ajv: Ajv2020;
  private readonly validators = new Map<string, ValidateFunction>();
  private readonly paths: readonly (readonly [RegExp, string])[];

  constructor(private readonly document: OpenAPIObject) {
    this.ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: true });
    ajvFormats.default(this.ajv);
    this.ajv.addFormat('binary', true).addSchema(closed(document) as object, 'description');
    // Addresses without parts first: `/areas/groups` before `/areas/{code}`.
    this.paths = Object.keys(document.paths)
      .sort((a, b) => Number(a.includes('{')) - Number(b.includes('{')))
      .map((path) => [patternOf(path), path] as const);
  }

  /** Everything in which an answer differs from its description, a sentence each. */
  faultsOf(answer: GivenAnswer): readonly string[] {
    const { method, status } = answer;
    if (!DESCRIBED.test(answer.path) || answer.path === UNTOLD) return [];
    const path = this.pathOf(answer.path);
    const verb = method === 'HEAD' ? 'get' : method.toLowerCase();
    const operation = path === undefined ? undefined : (this.document.paths[path] as Json)[verb];
    if (method === 'OPTIONS' && status === 204) return [];
    const isOtherForm = [404, 405].includes(status) && SUFFIX.test(answer.path);
    if (operation === undefined || isOtherForm) return this.faultsWithoutOperation(answer);
    const told = (operation as { readonly responses: Readonly<Record<string, Answer>> }).responses[status];
    if (told === undefined) {
      // Headers that the parser refuses never reach an operation.
      return status === 431 || status === 414 || status === 408
        ? []
        : [`status ${String(status)} is not described`];
    }
    const place = `paths/${escaped(path ?? '')}/${verb}/responses/${String(status)}`;
    return [...this.headerFaults(answer, told), ...this.bodyFaults(answer, told, place)];
  }

  private pathOf(path: string): string | undefined {
    const plain = path.replace(/(.)\/$/, '$1');
    const find = (wanted: string): string | undefined =>
      this.paths.find(([pattern]) => pattern.test(wanted))?.[1];
    const bare = plain.replace(SUFFIX, '');
    const isTwin = bare !== plain && !(plain in this.document.paths);
    return isTwin ? (find(bare) ?? find(plain)) : find(plain);
  }

  private faultsWithoutOperation({ status, headers, body, method }: GivenAnswer): readonly string[] {
    if (!BEFORE_ROUTING.includes(status))
      return [`no operation is described, and it answers ${String(status)}`];
    const type = bareType(headers);
    if (type !== PROBLEM) return [`a problem came as ${type}`];
    if (method === 'HEAD' || body === undefined) return [];
    return this.schemaFaults('components/schemas/ProblemResponse', JSON.parse(body));
  }

  private headerFaults({ headers }: GivenAnswer, told: Answer): readonly string[] {
    const shared = (this.document.components?.headers ?? {}) as Readonly<Record<string, Header>>;
    const known = Object.entries(told.headers ?? {}).map(([name, header]) => ({
      name: name.toLowerCase(),
      required: (shared[header.$ref?.split('/').at(-1) ?? ''] ?? header).required,
    }));
    const missing = known.filter(({ name, required }) => required === true && !headers.has(name));
    const untold = TOLD_HEADERS.filter(
      (name) => headers.has(name) && !known.some((header) => header.name === name),
    );
    return [
      ...missing.map(({ name }) => `the header ${name} is missing`),
      ...untold.map((name) => `the header ${name} is not described`),
    ];
  }

  private bodyFaults({ method, headers, body }: GivenAnswer, told: Answer, place: string): readonly string[] {
    if (method === 'HEAD' || body === undefined) return [];
    if (told.content === undefined) return body === '' ? [] : ['a body came, and none is described'];
    const type = bareType(headers);
    if (!(type in told.content)) return [`the media type ${type} is not described`];
    if (type === 'text/csv') return csvFaults(body);
    if (!/^application\/(.*\+)?json$/.test(type)) return [];
    return this.schemaFaults(`${place}/content/${escaped(type)}/schema`, JSON.parse(body));
  }

  private schemaFaults(place: string, value: unknown): readonly string[] {
    let validate = this.validators.get(place);
    if (validate === undefined) {
      validate = this.ajv.compile({ $ref: `description#/${place}` });
      this.validators.set(place, validate);
    }
    if (validate(value)) return [];
    return (validate.errors ?? []).map(({ instancePath, message = '', params }) => {
      return `${instancePath === '' ? '(the whole)' : instancePath} ${message} ${JSON.stringify(params)}`;
    });
  }
}

/** Of the first application of a test file: all of them are described alike. */
let check: AnswerCheck | undefined;

/**
 * From now on every answer to `fetch` under an address is held against the description; one that differs fails the
 * request that got it.
 * @param url of a running application
 * @returns what ends this, and throws when a fault was passed over
 */
export function checkAnswers(url: string, document: () => OpenAPIObject): () => void {
  const plainFetch = globalThis.fetch;
  const faults: string[] = [];
  globalThis.fetch = async (input, init) => {
    const response = await plainFetch(input, init);
    const address = input instanceof Request ? input.url : String(input);
    if (!address.startsWith(`${url}/`)) return response;
    const method = (init?.method ?? (input instanceof Request ? input.method : 'GET')).toUpperCase();
    const { pathname } = new URL(response.url === '' ? address : response.url);
    if (!DESCRIBED.test(pathname)) return response;
    check ??= new AnswerCheck(document());
    const { status, headers } = response;
    const body = await bodyOf(response);
    const given = { method, path: pathname, status, headers, ...(body === undefined ? {} : { body }) };
    const found = check.faultsOf(given);
    if (found.length === 0) return response;
    const told = `${method} ${pathname} (${String(status)}) differs from its description: ${found.slice(0, 8).join('; ')}`;
    faults.push(told);
    throw new Error(told);
  };
  return () => {
    globalThis.fetch = plainFetch;
    if (faults.length > 0) throw new Error(faults.join('\n'));
  };
}

/** The whole body; `undefined` for streams, which may have no end, and for what breaks off. */
async function bodyOf(response: Response): Promise<string | undefined> {
  const type = bareType(response.headers);
  const isEndless = type === 'text/event-stream';
  const isStreamed = type === 'text/csv' && !response.headers.has('content-length');
  if (isEndless || isStreamed) return undefined;
  return response
    .clone()
    .text()
    .catch(() => undefined);
}

/** Source: RFC 4180; with semicolons where commas stand before decimals. */
function csvFaults(body: string): readonly string[] {
  const text = body.replace(/^\ufeff/, '');
  const { data, errors } = Papa.parse<readonly string[]>(text, {
    delimiter: /^[^,\r\n]*;/.test(text) ? ';' : ',',
    newline: '\r\n',
  });
  const [header = [], ...rows] = data.filter(
    (row, i) => i < data.length - 1 || row.length > 1 || row[0] !== '',
  );
  const uneven = rows.findIndex((row) => row.length !== header.length);
  return [
    ...errors.map(({ message, row }) => `row ${String(row)} of the CSV: ${message}`),
    ...(uneven < 0
      ? []
      : [`row ${String(uneven + 2)} of the CSV has another number of cells than the header`]),
    ...(body === '' || body.endsWith('\r\n') ? [] : ['the CSV does not end with a line end']),
  ];
}

function bareType(headers: Headers): string {
  return (headers.get('content-type') ?? '').split(';')[0] ?? '';
}

function escaped(part: string): string {
  return encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'));
}

function patternOf(path: string): RegExp {
  const parts = path.split(/\{\w+\}/).map((part) => part.replaceAll(/[.+?^$()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('[^/]+')}$`);
}

/** The same description, in which no object may have more than it tells of. */
function closed(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(closed);
  if (typeof part !== 'object' || part === null) return part;
  const same = Object.fromEntries(Object.entries(part).map(([name, each]) => [name, closed(each)]));
  const isOpen = typeof same['properties'] === 'object' && same['type'] === 'object';
  return isOpen && !('additionalProperties' in same) ? { ...same, additionalProperties: false } : same;
}
