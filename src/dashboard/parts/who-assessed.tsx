import type { JSX } from 'preact';
import type { Assessment } from '../../reports/assessment.js';
import { tookPartWords } from '../../reports/took-part-words.js';
import type { Words } from '../words.js';

/** What each community says on the ladder, who took part, and how far apart they are. */
export function WhoAssessed({
  assessment: { members, spread, disputed },
  words,
}: {
  readonly assessment: Assessment;
  readonly words: Words;
}): JSX.Element {
  const communities = members.length;
  return (
    <>
      <h3 id="assessments">{words.t('assessment.title')}</h3>
      <p>
        {words.t('assessment.lede', { communities })}{' '}
        {communities > 1 && words.t(disputed ? 'assessment.disputed' : 'assessment.spread', { spread })}
      </p>
      <table class="lines ledger">
        <caption class="unseen">{words.t('assessment.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{words.t('assessment.community')}</th>
            <th scope="col" class="number">
              {words.t('assessment.level')}
            </th>
            <th scope="col">{words.t('column.year')}</th>
            <th scope="col">{words.t('assessment.tookPart')}</th>
            <th scope="col">{words.t('assessment.confidence')}</th>
          </tr>
        </thead>
        <tbody>
          {members.map(({ observation, communityName, level, year, tookPart, confidence }) => (
            <tr key={observation}>
              <th scope="row">
                <bdi>{communityName}</bdi>
              </th>
              <td class="number" data-label={words.t('assessment.level')}>
                <a href={words.to('observations', observation)}>{words.exact(level)}</a>
              </td>
              <td data-label={words.t('column.year')}>{words.year(year)}</td>
              <td data-label={words.t('assessment.tookPart')}>
                {tookPart.length === 0 ? words.t('assessment.notTold') : tookPartWords(tookPart, words)}
              </td>
              <td data-label={words.t('assessment.confidence')}>
                {words.t(
                  confidence === undefined ? 'assessment.notTold' : `assessment.confidence.${confidence}`,
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="quiet">{words.t('assessment.protected')}</p>
    </>
  );
}
