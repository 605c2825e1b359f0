import type { Method } from './described.openapi.js';

/**
 * Name of an operation, for those who make programs from the description: `getReportsCountriesByIso3`.
 * @param path with its parts in braces
 */
export function operationName(method: Method, path: string): string {
  const words = path
    .replace(/^\/api\/v1/, '')
    .split(/[/.-]/)
    .filter((part) => part !== '')
    .map((part) => (part.startsWith('{') ? `By${capitalised(part.slice(1, -1))}` : capitalised(part)));
  return method + words.join('');
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
