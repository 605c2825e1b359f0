import type { JSX } from 'preact';
import type { CommunityReport } from '../../reports/group-report.js';
import type { Frame } from '../layout.js';
import type { Words } from '../words.js';

interface CommunityContributionProps {
  readonly report: Pick<CommunityReport, 'contribution'>;
  readonly frame: Pick<Frame, 'words' | 'named'>;
}

type Contribution = CommunityReport['contribution'];

/** What a community sent and what became of it: a section with its own heading of the second level. */
export function CommunityContribution({
  report: { contribution },
  frame,
}: CommunityContributionProps): JSX.Element {
  const { words } = frame;
  return (
    <section id="contribution">
      <h2>{words.t('contribution.title')}</h2>
      {contribution.firstAccepted === undefined ? (
        <p class="without">{words.t('contribution.none')}</p>
      ) : (
        <>
          <p>{sentences(contribution, words).join(' ')}</p>
          <Years contribution={contribution} words={words} />
          {contribution.indicators.length > 0 && <Sent contribution={contribution} frame={frame} />}
        </>
      )}
    </section>
  );
}

function sentences(contribution: Contribution, words: Words): readonly string[] {
  const { submissions, decisions, figures, firstAccepted = '', lastAccepted = '' } = contribution;
  const more: readonly (readonly [key: string, count: number])[] = [
    ['contribution.superseded', figures.superseded],
    ['contribution.takenBack', figures.takenBack],
    ['contribution.returned', decisions.returned],
  ];
  return [
    words.t('contribution.sentence', {
      submissions: submissions.reduce((sum, { accepted, reverted }) => sum + accepted + reverted, 0),
      first: words.day(firstAccepted),
      last: words.day(lastAccepted),
      figures: figures.live,
      indicators: contribution.indicators.length,
      areas: contribution.areas.length,
    }),
    ...more.filter(([, count]) => count > 0).map(([key, count]) => words.t(key, { count })),
  ];
}

function Years({
  contribution: { submissions },
  words,
}: {
  readonly contribution: Contribution;
  readonly words: Words;
}): JSX.Element {
  return (
    <table class="years">
      <caption>{words.t('contribution.yearsCaption')}</caption>
      <thead>
        <tr>
          <th scope="col">{words.t('column.year')}</th>
          <th scope="col" class="number">
            {words.t('contribution.stand')}
          </th>
          <th scope="col" class="number">
            {words.t('contribution.reverted')}
          </th>
        </tr>
      </thead>
      <tbody>
        {submissions.map(({ year, accepted, reverted }) => (
          <tr key={year}>
            <th scope="row">{words.year(year)}</th>
            <td class="number">{words.value(accepted)}</td>
            <td class="number">{words.value(reverted)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Sent({
  contribution: { indicators, areas },
  frame: { words, named },
}: {
  readonly contribution: Contribution;
  readonly frame: Pick<Frame, 'words' | 'named'>;
}): JSX.Element {
  return (
    <>
      <table class="issues">
        <caption>{words.t('contribution.indicatorsCaption')}</caption>
        <thead>
          <tr>
            <th scope="col">{words.t('column.indicator')}</th>
            <th scope="col" class="number">
              {words.t('contribution.areas')}
            </th>
            <th scope="col" class="number">
              {words.t('contribution.figures')}
            </th>
            <th scope="col" class="number">
              {words.t('contribution.years')}
            </th>
          </tr>
        </thead>
        <tbody>
          {indicators.map((line) => (
            <tr key={line.code}>
              <th scope="row">
                <a href={words.to('indicators', line.code)}>{named('indicator', line)}</a>
              </th>
              <td class="number">{words.value(line.areas)}</td>
              <td class="number">{words.value(line.figures)}</td>
              <td class="number">
                {words.t('contribution.fromTo', {
                  same: line.firstYear === line.lastYear ? 'yes' : 'no',
                  first: words.year(line.firstYear),
                  last: words.year(line.lastYear),
                })}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <table class="issues">
        <caption>{words.t('contribution.areasCaption')}</caption>
        <thead>
          <tr>
            <th scope="col">{words.t('column.country')}</th>
            <th scope="col" class="number">
              {words.t('contribution.indicators')}
            </th>
            <th scope="col" class="number">
              {words.t('contribution.figures')}
            </th>
          </tr>
        </thead>
        <tbody>
          {words.inOrder(areas.map((line) => ({ ...line, name: words.area(line) }))).map((line) => (
            <tr key={line.code}>
              <th scope="row">
                <a href={words.to('countries', line.code)}>{line.name}</a>
              </th>
              <td class="number">{words.value(line.indicators)}</td>
              <td class="number">{words.value(line.figures)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
