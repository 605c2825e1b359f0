import type { FastifyRequest } from 'fastify';
import { languages, type Language } from '../language/language.js';
import { belowLanguage } from './page-address.js';
import { languageOf } from './page-headers.js';

type Asking = Pick<FastifyRequest, 'url' | 'host' | 'headers'>;

/** The language a reader chose earlier, where a cookie says so. */
export function rememberedLanguage({ headers }: Pick<Asking, 'headers'>): Language | undefined {
  const chosen = /(?:^|;\s*)lang=([a-z]{2,3})(?:;|$)/.exec(headers.cookie ?? '')?.[1];
  return chosen !== undefined && languages.includes(chosen) ? chosen : undefined;
}

/** The language a reader has just chosen: by coming to a page from one of ours in another language. Never of an embed. */
export function chosenLanguage(request: Asking): Language | undefined {
  const { referer = '' } = request.headers;
  const from = URL.canParse(referer) ? new URL(referer) : undefined;
  if (from?.host !== request.host || belowLanguage(request.url).startsWith('embed/')) return undefined;
  const before = from.pathname.split('/')[1] ?? '';
  const now = languageOf(request);
  return languages.includes(before) && before !== now ? now : undefined;
}

/**
 * Headers that keep a choice for the next time somebody comes without naming a language. It is one reader's own, so that
 * no cache between may keep the answer.
 */
export function rememberingHeaders(language: Language): Readonly<Record<string, string>> {
  return {
    'set-cookie': `lang=${language}; Path=/; Max-Age=31536000; SameSite=Lax`,
    'cache-control': 'private, no-cache',
  };
}
