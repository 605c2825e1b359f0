import type { Language } from '../language/language.js';

/** Path and query of an address below its language: `countries/KEN?indicator=UI_NETUSE` of `/en/countries/KEN?...`. */
export function belowLanguage(url: string): string {
  return url.replace(/^\/[^/?]*\/?/, '');
}

/** The same in a language. The state a page is of is left to `keepMoment`, which gives it to every link of a page. */
export function inLanguage(path: string, language: Language): string {
  const [page = '', query = ''] = path.split('?');
  const asked = new URLSearchParams(query);
  asked.delete('release');
  asked.delete('asOf');
  return `/${language}/${page}${asked.size === 0 ? '' : `?${asked.toString()}`}`;
}
