import type { FastifyRequest } from 'fastify';
import { languages, preferredLanguage, type Language } from '../../language/language.js';

/** The language to answer in: `?lang=` wins where it is one we speak, then Accept-Language. */
export function readerLanguage(request: Pick<FastifyRequest, 'query' | 'headers'>): Language {
  const { lang } = (request.query ?? {}) as { readonly lang?: unknown };
  return typeof lang === 'string' && languages.includes(lang)
    ? lang
    : preferredLanguage(request.headers['accept-language']);
}
