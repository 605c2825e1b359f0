import type { JSX } from 'preact';
import { linkCode } from '../../catalogue/source-texts.js';
import type { CommitmentReport, LinkedIndicator } from '../../reports/commitment-report.js';
import type { Frame } from '../layout.js';
import { ContributeLink } from './contribute-link.js';
import { Explained } from './explained.js';

interface CommitmentLinksProps {
  readonly frame: Frame;
  readonly report: CommitmentReport;
}

/** Indicators with how and why they speak to it and who said so; then those that would measure it if anybody had figures. */
export function CommitmentLinks({ frame, report }: CommitmentLinksProps): JSX.Element {
  const { words, named } = frame;
  const { commitment, links } = report;
  const idle = links.filter(({ type, live }) => type !== 'context' && !live);
  return (
    <section id="links">
      <h2>{words.t('commitment.links')}</h2>
      {links.length === 0 ? (
        <p class="without">{words.t('commitment.noLinks')}</p>
      ) : (
        <table class="lines ledger wordy">
          <caption>{words.t('commitment.linksCaption')}</caption>
          <thead>
            <tr>
              <th scope="col">{words.t('column.indicator')}</th>
              <th scope="col">
                <Explained words={words} of="crosswalk">
                  {words.t('commitment.how')}
                </Explained>
              </th>
              <th scope="col" class="number">
                {words.t('column.countries')}
              </th>
              <th scope="col" class="number">
                {words.t('column.medianLevel')}
              </th>
            </tr>
          </thead>
          <tbody>
            {links.map((link) => (
              <LinkRow key={link.code} link={link} commitment={commitment.id} frame={frame} />
            ))}
          </tbody>
        </table>
      )}
      {idle.length > 0 && (
        <>
          <p>{words.t('explorer.idle', { count: idle.length })}</p>
          <ul class="plain">
            {idle.map((one) => (
              <li key={one.code}>
                <a href={words.to('indicators', one.code)}>{named('indicator', one)}</a>{' '}
                <ContributeLink
                  words={words}
                  short
                  of={{ indicator: { code: one.code, name: named('indicator', one) } }}
                />
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function LinkRow({
  link,
  commitment,
  frame: { words, named, told, unit },
}: {
  readonly link: LinkedIndicator;
  readonly commitment: string;
  readonly frame: Frame;
}): JSX.Element {
  const { code, type, reason, official, reviewed, date } = link;
  return (
    <tr>
      <th scope="row">
        <a href={words.to('indicators', code)}>{named('indicator', link)}</a>{' '}
        <span class="unit">{unit(link.unit)}</span>
      </th>
      <td data-label={words.t('commitment.how')}>
        <strong>{words.t(`link.${type}`)}</strong>
        <span class="remark sentence">
          {told('crosswalk', linkCode({ indicator: code, commitment }), 'reason', reason)}
        </span>
        <span class="remark">
          {words.t('commitment.linkReviewed', {
            official: official ? 'yes' : 'no',
            reviewed: reviewed ? 'yes' : 'no',
          })}{' '}
          {words.t('explorer.linkedOn', { day: words.day(date) })}
        </span>
      </td>
      <td class="number" data-label={words.t('column.countries')}>
        {link.areasWithLevel}
      </td>
      <td class="number" data-label={words.t('column.medianLevel')}>
        {link.medianLevel === undefined ? words.t('level.none') : words.score(link.medianLevel)}
      </td>
    </tr>
  );
}
