import type { ComponentChildren, JSX } from 'preact';
import { bandOf } from '../../reports/band-of.js';
import type { CommitmentReport } from '../../reports/commitment-report.js';
import { Layout, type Frame } from '../layout.js';
import { AreaTable } from '../parts/area-table.js';
import { DistributionTable } from '../parts/distribution-table.js';
import { nodeFinding } from '../parts/node-finding.js';
import { StatementList } from '../parts/statement-list.js';
import type { Words } from '../words.js';

interface CommitmentPageProps {
  readonly frame: Frame;
  readonly report: CommitmentReport;
}

/** One commitment: what was promised, what measures it and why, what nobody measures, and where countries stand. */
export function CommitmentPage({ frame, report }: CommitmentPageProps): JSX.Element {
  const { words, named } = frame;
  const { commitment, areas } = report;
  const title = named('commitment', { code: commitment.id, name: commitment.title });
  const world = report.distributions.find(({ group }) => group.kind === 'world');
  const isScored = areas.some(({ score }) => score !== undefined);
  return (
    <Layout frame={frame} title={title} section="commitments" api={`reports/commitments/${commitment.id}`}>
      <p class="kicker">
        {commitment.objective === undefined ? (
          words.t('commitments.followUp')
        ) : (
          <a href={words.to('objectives', commitment.objective.code)}>
            {named('objective', commitment.objective)}
          </a>
        )}
      </p>
      <h1>{title}</h1>
      <p class="lede">{findingOf(report, words)}</p>
      <Facts commitment={commitment} words={words} />
      <StatementList statements={report.statements} words={words} />
      <Links frame={frame} report={report} />

      {isScored && (
        <>
          <h2>{words.t('node.regions')}</h2>
          <p class="quiet">{words.t('overview.howToRead')}</p>
          <DistributionTable
            distributions={report.distributions}
            name={title}
            caption={words.t('overview.caption', { year: words.year(report.asOfYear) })}
            frame={frame}
          />
          <h2>{words.t('node.countries')}</h2>
          <AreaTable
            areas={areas}
            world={bandOf(world)}
            caption={words.t('node.countriesCaption', { year: words.year(report.asOfYear) })}
            words={words}
          />
        </>
      )}
    </Layout>
  );
}

/** What measures it, and where countries stand if they are scored at all. */
function findingOf(
  { commitment, links, areas, distributions, covered }: CommitmentReport,
  words: Words,
): string {
  const world = distributions.find(({ group }) => group.kind === 'world');
  const measuring = links.filter(({ type }) => type !== 'context').length;
  const what = covered ? words.t('commitment.covered', { measuring }) : words.t('commitment.uncovered');
  const where = commitment.scored ? nodeFinding(areas, world, words) : words.t('commitment.notScored');
  return covered || !commitment.scored ? `${what} ${where}` : what;
}

function Facts({
  commitment,
  words,
}: {
  readonly commitment: CommitmentReport['commitment'];
  readonly words: Words;
}): JSX.Element {
  const { paragraph, section, kind, addressee, by, deadline, measurableBy, sdgTargets } = commitment;
  const measurability = `measurability.${commitment.measurability}`;
  const facts: readonly (readonly [label: string, fact: ComponentChildren])[] = [
    [words.t('commitment.paragraph'), <bdi>{`§${paragraph}, ${section}`}</bdi>],
    [words.t('commitment.kind'), words.t(`commitmentKind.${kind}`)],
    [words.t('commitment.addressee'), addressee],
    [words.t('commitment.by'), by === undefined ? undefined : words.year(by)],
    [words.t('commitment.deadline'), deadline],
    [
      words.t('commitment.measurability'),
      words.has(measurability) ? words.t(measurability) : commitment.measurability,
    ],
    [words.t('commitment.measurableBy'), measurableBy],
    [words.t('commitment.sdg'), sdgTargets.length === 0 ? undefined : sdgTargets.join('; ')],
    [words.t('commitment.confidence'), words.t(`textConfidence.${commitment.confidence}`)],
  ];
  return (
    <dl class="pairs">
      {facts.map(
        ([label, fact]) =>
          fact !== undefined && (
            <>
              <dt key={label}>{label}</dt>
              <dd class="sentence">{fact}</dd>
            </>
          ),
      )}
    </dl>
  );
}

/** Indicators with how and why they speak to it; then those that would measure it if anybody had figures. */
function Links({ frame: { words, named }, report: { links } }: CommitmentPageProps): JSX.Element {
  const idle = links.filter(({ type, live }) => type !== 'context' && !live);
  return (
    <>
      <h2>{words.t('commitment.links')}</h2>
      {links.length === 0 ? (
        <p class="without">{words.t('commitment.noLinks')}</p>
      ) : (
        <table class="lines ledger wordy">
          <caption>{words.t('commitment.linksCaption')}</caption>
          <thead>
            <tr>
              <th scope="col">{words.t('column.indicator')}</th>
              <th scope="col">{words.t('commitment.how')}</th>
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
              <tr key={link.code}>
                <th scope="row">
                  <a href={words.to('indicators', link.code)}>{named('indicator', link)}</a>{' '}
                  <span class="unit">{link.unit}</span>
                </th>
                <td data-label={words.t('commitment.how')}>
                  {words.t('indicator.link', { type: words.t(`link.${link.type}`), reason: link.reason })}
                  <span class="remark">
                    {words.t('commitment.linkReviewed', {
                      official: link.official ? 'yes' : 'no',
                      reviewed: link.reviewed ? 'yes' : 'no',
                    })}
                  </span>
                </td>
                <td class="number" data-label={words.t('column.countries')}>
                  {link.areasWithLevel}
                </td>
                <td class="number" data-label={words.t('column.medianLevel')}>
                  {link.medianLevel === undefined ? words.t('level.none') : words.score(link.medianLevel)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {idle.length > 0 && (
        <p>
          {words.t('commitment.noFigures', { names: words.list(idle.map((one) => named('indicator', one))) })}
        </p>
      )}
    </>
  );
}
