const TEXT = { type: 'string' };
const WHOLE = { type: 'integer', minimum: 0 };

interface DescribedHeader {
  readonly description: string;
  readonly required?: boolean;
  readonly schema: Readonly<Record<string, unknown>>;
  readonly example: string | number;
}

/** Headers that answers carry, told once. */
export const HEADERS: Readonly<Record<string, DescribedHeader>> = {
  'X-Request-Id': {
    description: 'Links this answer to the log',
    required: true,
    schema: TEXT,
    example: '5f0c8a1e-3b52-2f',
  },
  'Content-Language': {
    description: 'Language of labels and sentences',
    required: true,
    schema: TEXT,
    example: 'en',
  },
  ETag: {
    description:
      'Strong entity tag, for If-None-Match; of a submission and its like its version, for If-Match',
    schema: TEXT,
    example: '"3f1c9a7d5b2e4c60"',
  },
  Link: {
    description: 'The next page (`rel="next"`), where there is one. Source: RFC 8288',
    schema: TEXT,
    example: '</api/v1/observations?limit=100&cursor=eyJpZCI6MTAwfQ>; rel="next"',
  },
  Location: {
    description: 'Address of what was made',
    schema: { type: 'string', format: 'uri-reference' },
    example: '/api/v1/submissions/0123456789abcdef0123456789abcdef',
  },
  RateLimit: {
    description:
      'What is left of the limit, and in how many seconds it begins anew. Source: draft-ietf-httpapi-ratelimit-headers',
    schema: TEXT,
    example: '"read";r=598;t=41',
  },
  'RateLimit-Policy': {
    description: 'The limit and its window in seconds. Source: draft-ietf-httpapi-ratelimit-headers',
    schema: TEXT,
    example: '"read";q=600;w=60',
  },
  'Retry-After': {
    description: 'Seconds after which to ask again',
    required: true,
    schema: WHOLE,
    example: 5,
  },
  'WWW-Authenticate': {
    description: 'How to show a key',
    required: true,
    schema: TEXT,
    example: 'Bearer realm="IWW Progress"',
  },
  Deprecation: {
    description: 'Since when it is no longer recommended, in seconds of the epoch. Source: RFC 9745',
    schema: TEXT,
    example: '@1798761600',
  },
  Sunset: {
    description: 'When it will be gone. Source: RFC 8594',
    schema: TEXT,
    example: 'Sat, 01 Jan 2028 00:00:00 GMT',
  },
};

/** Those of them that an answer carries, as references. */
export function namedHeaders(
  ...names: readonly string[]
): Readonly<Record<string, { readonly $ref: string }>> {
  return Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }]));
}
