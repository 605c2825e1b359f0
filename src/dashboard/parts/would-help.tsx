import type { JSX } from 'preact';
import type { ExplanationReport } from '../../reports/explanation.js';
import { explainAddress } from '../explain-address.js';
import type { Frame } from '../layout.js';

/** Which indicators would move a score most if they reached the middle of the region. */
export function WouldHelp({
  frame: { words, named },
  report: { area, help },
}: {
  readonly frame: Frame;
  readonly report: ExplanationReport;
}): JSX.Element | null {
  const { group, items } = help;
  if (group === undefined || items.length === 0) return null;
  const name = named('group', group);
  return (
    <section id="help">
      <h2>{words.t('explanation.help')}</h2>
      <table class="lines ledger">
        <caption>{words.t('explanation.helpCaption', { group: name })}</caption>
        <thead>
          <tr>
            <th scope="col">{words.t('column.indicator')}</th>
            <th scope="col" class="number">
              {words.t('column.level')}
            </th>
            <th scope="col" class="number">
              {words.t('explanation.groupMedian')}
            </th>
            <th scope="col" class="number">
              {words.t('explanation.adds')}
            </th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={item.code}>
              <th scope="row">
                <a href={explainAddress(words, area.code, item.code)}>{named('indicator', item)}</a>
              </th>
              <td class="number" data-label={words.t('column.level')}>
                {words.score(item.level)}
              </td>
              <td class="number" data-label={words.t('explanation.groupMedian')}>
                <a href={words.to('indicators', item.code)}>{words.score(item.median)}</a>
              </td>
              <td class="number" data-label={words.t('explanation.adds')}>
                {words.t('explanation.upTo', { points: words.score(item.points) })}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
