import type { DescribedOperation, DescribedParameter } from '../support/described-operations.js';
import { allowedValue, spoiltValue, type Schemas } from './described-value.js';
import { BROKEN_JSON, HOSTILE_BYTES, HOSTILE_HEADERS, HOSTILE_TEXTS } from './hostile-values.js';
import { Random } from './random.js';

export interface FuzzedRequest {
  /** Which one it is, for the report of a failure. */
  readonly made: string;
  readonly method: string;
  /** With its query, encoded. */
  readonly address: string;
  /** As described, with its parts in braces. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface FuzzedWorld {
  readonly operations: readonly DescribedOperation[];
  readonly schemas: Schemas;
  /** Headers of those who may ask, and of nobody. */
  readonly callers: readonly Readonly<Record<string, string>>[];
  /** Values that stand for something, by the name of the part of an address. */
  readonly known: Readonly<Record<string, readonly string[]>>;
}

const CSV = 'country,indicator,year,value,source\nKEN,UI_NETUSE,2021,61.5,Survey\n';

/** A request made from the description, now as it says and now as it does not; the same number makes the same one. */
export function fuzzedRequest(
  number: number,
  { operations, schemas, callers, known }: FuzzedWorld,
): FuzzedRequest {
  const random = new Random(number);
  const { method, path, operation, parameters } = random.oneOf(operations);
  const text = (parameter: DescribedParameter): string => {
    if (random.isOnceIn(2)) return encode(random.oneOf(HOSTILE_TEXTS));
    if (random.isOnceIn(12)) return random.oneOf(HOSTILE_BYTES);
    const value = allowedValue(parameter.schema, schemas, random);
    return encode([value].flat().map(String).join(','));
  };
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const parameter = parameters.find((each) => each.in === 'path' && each.name === name);
    const real = known[`${path} ${name}`] ?? known[name];
    if (real !== undefined && !random.isOnceIn(4)) return encode(random.oneOf(real));
    if (real === undefined && parameter !== undefined && !random.isOnceIn(4)) {
      return encode(String(parameter.schema['example']));
    }
    return random.isOnceIn(5) ? random.oneOf(HOSTILE_BYTES) : encode(random.oneOf(HOSTILE_TEXTS));
  });
  const query = parameters
    .filter(
      (each) => each.in === 'query' && (each.required === true ? !random.isOnceIn(8) : random.isOnceIn(4)),
    )
    .flatMap((each) => {
      const pair = `${each.name}=${text(each)}`;
      return random.isOnceIn(15) ? [pair, `${each.name}=${text(each)}`] : [pair];
    });
  if (random.isOnceIn(10))
    query.push(`${encode(random.oneOf(HOSTILE_TEXTS))}=${encode(random.oneOf(HOSTILE_TEXTS))}`);
  if (random.isOnceIn(40)) query.push('__proto__[x]=1', 'a[]=1', '&&==');
  const suffix = random.isOnceIn(10)
    ? random.oneOf(['.json', '.csv', '.svg', '.png', '.xlsx', '.exe', '/'])
    : '';
  const sent = bodyOf(operation.requestBody, schemas, random);
  const headers: Record<string, string> = {
    ...random.oneOf(callers),
    ...sent.headers,
    ...(method === 'GET' || random.isOnceIn(3) ? {} : { 'if-match': '*' }),
  };
  while (random.isOnceIn(4)) {
    const name = random.oneOf(Object.keys(HOSTILE_HEADERS));
    headers[name] = random.oneOf(HOSTILE_HEADERS[name] ?? ['']);
  }
  const address = filled + suffix + (query.length === 0 ? '' : `?${query.join('&')}`);
  return {
    made: `request ${String(number)}: ${method} ${address.slice(0, 300)} ${JSON.stringify(headers).slice(0, 300)} ${(sent.body ?? '').slice(0, 200)}`,
    method,
    address,
    path,
    headers,
    ...(method === 'GET' || sent.body === undefined ? {} : { body: sent.body }),
  };
}

function bodyOf(
  described: unknown,
  schemas: Schemas,
  random: Random,
): { readonly headers: Readonly<Record<string, string>>; readonly body?: string } {
  const content = (described as { readonly content?: Schemas } | undefined)?.content;
  if (content === undefined)
    return random.isOnceIn(5) ? { headers: {}, body: random.oneOf(BROKEN_JSON) } : { headers: {} };
  const type = random.oneOf(Object.keys(content));
  const headers = { 'content-type': type };
  if (type !== 'application/json') {
    const lines = random.isOnceIn(3)
      ? CSV
      : CSV.replace(/UI_NETUSE|2021|61\.5|KEN/, random.oneOf(HOSTILE_TEXTS));
    return { headers, body: random.isOnceIn(8) ? random.oneOf(BROKEN_JSON) : lines };
  }
  if (random.isOnceIn(8)) return { headers, body: random.oneOf(BROKEN_JSON) };
  const allowed = allowedValue((content[type]?.['schema'] ?? {}) as Schemas, schemas, random);
  return { headers, body: JSON.stringify(random.isOnceIn(3) ? allowed : spoiltValue(allowed, random)) };
}

/** As in an address; halves of characters, which have no encoding, as their bytes would be. */
function encode(text: string): string {
  return /\p{Cs}/u.test(text) ? '%ED%A0%80' : encodeURIComponent(text);
}
