import type { ComponentChildren, JSX } from 'preact';
import type { AreaGroup } from '../../catalogue/catalogue.js';
import { bandOf } from '../../reports/band-of.js';
import type { CommitmentReport } from '../../reports/commitment-report.js';
import { Layout, type Frame } from '../layout.js';
import type { PagePicture } from '../page-pictures.js';
import { AreaTable } from '../parts/area-table.js';
import { CommitmentLinks } from '../parts/commitment-links.js';
import { CompareLink } from '../parts/compare-link.js';
import { DistributionTable } from '../parts/distribution-table.js';
import { FollowLink } from '../parts/follow-link.js';
import { HowToCite } from '../parts/how-to-cite.js';
import { nodeFinding } from '../parts/node-finding.js';
import { PagePictures } from '../parts/page-pictures.js';
import { StatementList } from '../parts/statement-list.js';
import type { Words } from '../words.js';

interface CommitmentPageProps {
  readonly frame: Frame;
  readonly report: CommitmentReport;
  readonly groups: readonly AreaGroup[];
  readonly pictures: readonly PagePicture[];
}

/** One commitment: what was promised, what measures it and why, what nobody measures, and where countries stand. */
export function CommitmentPage({ frame, report, groups, pictures }: CommitmentPageProps): JSX.Element {
  const { words, named } = frame;
  const { commitment, areas } = report;
  const title = named('commitment', { code: commitment.id, name: commitment.title });
  const world = report.distributions.find(({ group }) => group.kind === 'world');
  const feed = `/api/v1/feeds/commitments/${commitment.id}.atom?lang=${words.language}`;
  const isScored = areas.some(({ score }) => score !== undefined);
  return (
    <Layout
      frame={frame}
      title={title}
      section="commitments"
      api={`reports/commitments/${commitment.id}`}
      feed={feed}
    >
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
      <Facts commitment={commitment} frame={frame} />
      <FollowLink frame={frame} kind="commitment" code={commitment.id} feed={feed} />
      <StatementList statements={report.statements} words={words} />
      <CommitmentLinks frame={frame} report={report} />

      {isScored && (
        <>
          <h2 id="regions">{words.t('node.regions')}</h2>
          <p class="quiet">{words.t('overview.howToRead')}</p>
          <DistributionTable
            distributions={report.distributions}
            name={title}
            caption={words.t('overview.caption', { year: words.year(report.asOfYear) })}
            frame={frame}
          />
          <PagePictures frame={frame} pictures={pictures} />
          <h2 id="countries">{words.t('node.countries')}</h2>
          <AreaTable
            areas={areas}
            groups={groups}
            node={commitment.id}
            world={bandOf(world)}
            caption={words.t('node.countriesCaption', { year: words.year(report.asOfYear) })}
            frame={frame}
          />
          <CompareLink node={commitment.id} words={words} />
        </>
      )}
      <HowToCite frame={frame} name={title} api={`reports/commitments/${commitment.id}`} />
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
  frame: { words, phrase, told },
}: {
  readonly commitment: CommitmentReport['commitment'];
  readonly frame: Frame;
}): JSX.Element {
  const { paragraph, section, kind, addressee, by, deadline, measurableBy, sdgTargets } = commitment;
  const measurability = `measurability.${commitment.measurability}`;
  const facts: readonly (readonly [label: string, fact: ComponentChildren])[] = [
    [
      words.t('commitment.paragraph'),
      <>
        <bdi dir="ltr">{`§${paragraph}`}</bdi> {phrase(section)}
      </>,
    ],
    [words.t('commitment.kind'), words.t(`commitmentKind.${kind}`)],
    [words.t('commitment.addressee'), phrase(addressee)],
    [words.t('commitment.by'), by === undefined ? undefined : words.year(by)],
    [words.t('commitment.deadline'), deadline === undefined ? undefined : phrase(deadline)],
    [
      words.t('commitment.measurability'),
      words.has(measurability) ? words.t(measurability) : commitment.measurability,
    ],
    [
      words.t('commitment.measurableBy'),
      measurableBy === undefined
        ? undefined
        : told('commitment', commitment.id, 'measurable_by', measurableBy),
    ],
    [
      words.t('commitment.sdg'),
      sdgTargets.length === 0 ? undefined : <bdi dir="ltr">{sdgTargets.join('; ')}</bdi>,
    ],
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
