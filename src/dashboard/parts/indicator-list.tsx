import type { ComponentChildren, JSX } from 'preact';
import type { IndicatorSummary } from '../../reports/report.js';
import type { Frame } from '../layout.js';
import { ContributeLink } from './contribute-link.js';

interface IndicatorListProps<Line extends IndicatorSummary> {
  readonly indicators: readonly Line[];
  readonly caption: string;
  /** Head and cell of one more column, before the counts. */
  readonly more?: {
    readonly head: string;
    readonly cell: (line: Line) => ComponentChildren;
    readonly isNumber?: boolean;
  };
  readonly frame: Pick<Frame, 'words' | 'named' | 'unit'>;
}

/** Indicators with the number of countries that have a level and the level of the middle one. */
export function IndicatorList<Line extends IndicatorSummary>({
  indicators,
  caption,
  more,
  frame: { words, named, unit },
}: IndicatorListProps<Line>): JSX.Element {
  const moreClass = more?.isNumber === true ? 'number' : undefined;
  return (
    <table class="lines ledger">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{words.t('column.indicator')}</th>
          {more !== undefined && (
            <th scope="col" class={moreClass}>
              {more.head}
            </th>
          )}
          <th scope="col" class="number">
            {words.t('column.countries')}
          </th>
          <th scope="col" class="number">
            {words.t('column.medianLevel')}
          </th>
        </tr>
      </thead>
      <tbody>
        {indicators.map((indicator) => (
          <tr key={indicator.code}>
            <th scope="row">
              <a href={words.to('indicators', indicator.code)}>{named('indicator', indicator)}</a>{' '}
              <span class="unit">{unit(indicator.unit)}</span>
              {!indicator.live && (
                <span class="remark">
                  {words.t('explorer.noFigures')}{' '}
                  <ContributeLink
                    words={words}
                    short
                    of={{ indicator: { code: indicator.code, name: named('indicator', indicator) } }}
                  />
                </span>
              )}
            </th>
            {more !== undefined && (
              <td class={moreClass} data-label={more.head}>
                {more.cell(indicator)}
              </td>
            )}
            <td class="number" data-label={words.t('column.countries')}>
              {indicator.areasWithLevel}
            </td>
            <td class="number" data-label={words.t('column.medianLevel')}>
              {indicator.medianLevel === undefined
                ? words.t('level.none')
                : words.score(indicator.medianLevel)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
