import type { LookUp } from '../../catalogue/look-up.js';
import type { Statement } from '../../communities/statement.js';
import { areaName } from '../../language/area-name.js';
import type { Language } from '../../language/language.js';
import { translate } from '../../language/translate.js';
import type { ChangeEntry } from './change-feed.js';

/** Statements that were published: who spoke and where to read it. Its words stay on the page, where they can be taken back. */
export function statementEntries(
  statements: readonly Statement[],
  language: Language,
  lookUp: LookUp,
): readonly ChangeEntry[] {
  return statements
    .filter(({ withdrawnAt }) => withdrawnAt === undefined)
    .map(({ id, area, by, publishedAt }) => ({
      name: `statement/${id}`,
      at: new Date(publishedAt),
      title: translate(language, 'following.feed.statement', {
        name: by.name,
        country: areaName(language, { code: area, name: lookUp.area(area)?.name ?? area }),
      }),
      about: translate(language, 'following.feed.statementAbout'),
      page: `/${language}/countries/${area}`,
    }));
}
