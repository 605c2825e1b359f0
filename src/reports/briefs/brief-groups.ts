import type { Words } from '../../language/words.js';
import { bandOf, type Band } from '../band-of.js';
import type { Distribution } from '../report.js';

/** Where a group of countries stands, printed. Places on the line are for drawing only. */
export interface BriefGroup {
  readonly name: string;
  readonly counted: string;
  readonly median: string;
  readonly half: string;
  readonly line?: { readonly band: Band };
}

/** @param name of the group in the reader's language */
export function briefGroup(of: Distribution, name: string, words: Words): BriefGroup {
  const band = bandOf(of);
  const none = words.t('level.none');
  return {
    name,
    counted: words.t('distribution.count', { count: of.withScore, all: of.members }),
    median: band === undefined ? none : words.score(band.middle),
    half:
      band === undefined
        ? none
        : words.t('brief.half', { low: words.score(band.low), high: words.score(band.high) }),
    ...(band && { line: { band } }),
  };
}
