import type { FastifyRequest } from 'fastify';
import { languages, sourceLanguage, type Language } from '../language/language.js';

/** Nothing but our own files: no inline script or style, no third party; framing by nobody, or by anybody. */
const contentSecurityPolicy = (framing: "'none'" | '*'): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    `frame-ancestors ${framing}`,
  ].join('; ');

/** What every page says about itself. */
export function pageHeaders(language: Language): Readonly<Record<string, string>> {
  return {
    'content-type': 'text/html; charset=utf-8',
    'content-language': language,
    'content-security-policy': contentSecurityPolicy("'none'"),
    'cache-control': 'no-cache',
    vary: 'accept-encoding',
  };
}

/** What pages made for frames on other sites say instead. */
export const FRAMED_HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': contentSecurityPolicy('*'),
  'cross-origin-resource-policy': 'cross-origin',
};

/** Whether an Accept-Encoding header takes gzip: named, or meant by `*`, and not with a weight of zero. */
export function acceptsGzip(acceptEncoding: string | undefined): boolean {
  const weights = new Map(
    (acceptEncoding ?? '').split(',').map((part): [string, number] => {
      const [coding = '', ...settings] = part.split(';').map((piece) => piece.trim().toLowerCase());
      const weight = settings.find((setting) => setting.startsWith('q='));
      return [coding, weight === undefined ? 1 : Number(weight.slice(2))];
    }),
  );
  return (weights.get('gzip') ?? weights.get('*') ?? 0) > 0;
}

/** The language a page's address names. */
export function languageOf({ url }: Pick<FastifyRequest, 'url'>): Language {
  const [, first = ''] = url.split(/[/?]/);
  return languages.includes(first) ? first : sourceLanguage;
}
