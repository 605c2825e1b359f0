import { Problem } from '../../platform/problem.js';

/** Forms an answer can take, by the suffix of the address. */
export const MEDIA_TYPES = {
  json: 'application/json; charset=utf-8',
  csv: 'text/csv; charset=utf-8; header=present',
  svg: 'image/svg+xml; charset=utf-8',
  png: 'image/png',
  pdf: 'application/pdf',
  html: 'text/html; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  zip: 'application/zip',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

/** Media types under which a file of figures may be sent. What it is, is told by its bytes. */
export const FILE_MEDIA_TYPES = [
  'text/csv',
  'text/tab-separated-values',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/octet-stream',
] as const;

export type Suffix = keyof typeof MEDIA_TYPES;

/** Media type without parameters. */
export function bareMediaType(suffix: Suffix): string {
  return MEDIA_TYPES[suffix].split(';')[0] ?? '';
}

/**
 * The form to answer in: what the address ends with, else what the Accept header likes best among the offered ones;
 * of several liked alike the first offered.
 * @param path of the request, without query
 * @param offered at least one
 * @throws Problem `not_acceptable` when nothing offered is accepted
 */
export function chooseMedia(path: string, accept: string | undefined, offered: readonly Suffix[]): Suffix {
  const bySuffix = offered.find((suffix) => path.endsWith(`.${suffix}`));
  if (bySuffix !== undefined) return bySuffix;
  const wishes = readAccept(accept);
  let best: { readonly suffix: Suffix; readonly weight: number } | undefined;
  for (const suffix of offered) {
    const weight = weightOf(bareMediaType(suffix), wishes);
    if (weight > (best?.weight ?? 0)) best = { suffix, weight };
  }
  if (best === undefined) {
    throw new Problem('not_acceptable', 406, {
      accept: accept ?? '',
      allowed: offered.map(bareMediaType).join(', '),
    });
  }
  return best.suffix;
}

/** @throws Problem `not_acceptable` when none of the media types offered is accepted; of no type at all, anything is */
export function requireAcceptable(accept: string | undefined, offered: readonly string[]): void {
  if (accept === undefined || accept === '*/*' || offered.length === 0) return;
  const wishes = readAccept(accept);
  if (offered.some((type) => weightOf(type, wishes) > 0)) return;
  throw new Problem('not_acceptable', 406, { accept, allowed: offered.join(', ') });
}

/** Addresses of programs: their problems are never told as a page. */
export const FOR_PROGRAMS = /^\/(api|health|metrics|problems|sdmx)(\/|$)/;

/** Whether somebody reads this answer in a browser, who likes a page better than anything for programs. */
export function prefersPage(accept: string | undefined): boolean {
  const wishes = readAccept(accept);
  return weightOf('text/html', wishes) > weightOf('application/json', wishes);
}

interface MediaWish {
  readonly range: string;
  readonly weight: number;
}

function readAccept(accept: string | undefined): readonly MediaWish[] {
  if (accept === undefined || accept.trim() === '') return [{ range: '*/*', weight: 1 }];
  return accept.split(',').map((part) => {
    const [range = '', ...parameters] = part
      .trim()
      .toLowerCase()
      .split(/\s*;\s*/);
    const weight = Number(parameters.find((parameter) => parameter.startsWith('q='))?.slice(2) ?? '1');
    return { range, weight: Number.isFinite(weight) ? weight : 0 };
  });
}

/** The most exact range that fits decides. Source: RFC 9110, section 12.5.1. */
function weightOf(type: string, wishes: readonly MediaWish[]): number {
  const ranges = [type, `${type.split('/')[0] ?? ''}/*`, '*/*'];
  for (const range of ranges) {
    const wish = wishes.find((candidate) => candidate.range === range);
    if (wish !== undefined) return wish.weight;
  }
  return 0;
}
