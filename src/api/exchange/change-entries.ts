import { nameIn } from '../../catalogue/name-in.js';
import type { Catalogue } from '../../catalogue/catalogue.js';
import { inRow } from '../../language/in-row.js';
import type { Language } from '../../language/language.js';
import { translate } from '../../language/translate.js';
import type { RecentChange } from '../../observations/recent-change.repository.js';
import type { Release } from '../../scoring/releases/release.js';
import type { ChangeEntry } from './change-feed.js';

/** An entry names so many indicators, and counts the others. */
const MOST_NAMED = 12;

/**
 * Batches that were accepted or taken back.
 * @param about what the feed is about, e.g. `country/KEN`
 */
export function changeEntries(
  changes: readonly RecentChange[],
  catalogue: Catalogue,
  language: Language,
  { about, page }: { readonly about: string; readonly page: string },
): readonly ChangeEntry[] {
  const known = new Set(catalogue.indicators.map(({ code }) => code));
  return changes.map(({ revision, movedAt, communityName, came, ended, indicators, isRevert }) => ({
    name: `revision/${String(revision)}/${about}`,
    at: movedAt,
    title: isRevert
      ? translate(language, 'feed.reverted', { community: communityName, figures: ended })
      : translate(language, 'feed.accepted', { community: communityName, figures: came }),
    about: translate(language, 'feed.indicators', {
      names: inRow(
        indicators
          .slice(0, MOST_NAMED)
          .map((code) => (known.has(code) ? nameIn(catalogue, language, 'indicator', code) : code)),
        language,
      ),
      more: Math.max(0, indicators.length - MOST_NAMED),
      revision: String(revision),
    }),
    page,
  }));
}

/** Releases that were published. */
export function releaseEntries(releases: readonly Release[], language: Language): readonly ChangeEntry[] {
  return releases.flatMap(({ id, date, edition, methodVersion, revision, publishedAt }) =>
    publishedAt === undefined
      ? []
      : {
          name: `release/${id}`,
          at: publishedAt,
          title: translate(language, 'feed.release', { id }),
          about: translate(language, 'feed.releaseAbout', {
            ...{ id, date, edition, method: methodVersion, revision: String(revision) },
          }),
          page: `/${language}/releases/${id}`,
        },
  );
}
