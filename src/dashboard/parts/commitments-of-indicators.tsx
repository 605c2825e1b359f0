import type { JSX } from 'preact';
import type { CommitmentsReport } from '../../reports/commitments-report.js';
import type { Frame } from '../layout.js';

interface CommitmentsOfIndicatorsProps {
  readonly indicators: CommitmentsReport['indicators'];
  readonly open: boolean;
  readonly frame: Frame;
}

/** The crosswalk from its other end: from each indicator to the commitments it says something about. */
export function CommitmentsOfIndicators({
  indicators,
  open,
  frame: { words, named },
}: CommitmentsOfIndicatorsProps): JSX.Element | null {
  if (indicators.length === 0) return null;
  return (
    <section id="indicators">
      <h2>{words.t('explorer.indicators')}</h2>
      <details open={open}>
        <summary>{words.t('explorer.indicatorsCount', { count: indicators.length })}</summary>
        <table class="lines ledger wordy">
          <caption class="unseen">{words.t('explorer.indicatorsCaption')}</caption>
          <thead>
            <tr>
              <th scope="col">{words.t('column.indicator')}</th>
              <th scope="col">{words.t('explorer.title')}</th>
            </tr>
          </thead>
          <tbody>
            {indicators.map((indicator) => (
              <tr key={indicator.code}>
                <th scope="row">
                  <a href={words.to('indicators', indicator.code)}>{named('indicator', indicator)}</a>
                  {!indicator.live && <span class="remark">{words.t('explorer.noFigures')}</span>}
                </th>
                <td data-label={words.t('explorer.title')}>
                  <ul class="plain">
                    {indicator.commitments.map(({ id, title, paragraph, type }) => (
                      <li key={id}>
                        <span class="paragraph">
                          <bdi dir="ltr">§{paragraph}</bdi>
                        </span>{' '}
                        <a href={words.to('commitments', id)}>
                          {named('commitment', { code: id, name: title })}
                        </a>{' '}
                        <span class="quiet">{words.t(`link.${type}`)}</span>
                      </li>
                    ))}
                  </ul>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  );
}
