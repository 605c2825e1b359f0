import type { JSX } from 'preact';
import type { AreaGroup } from '../../catalogue/catalogue.js';
import { bandOf } from '../../reports/band-of.js';
import { isAgenda, type NodeReport } from '../../reports/node-report.js';
import { Layout, type Frame } from '../layout.js';
import type { PagePicture } from '../page-pictures.js';
import { NODE_SECTIONS } from '../node-sections.js';
import { AgendaFacts } from '../parts/agenda-facts.js';
import { AreaTable } from '../parts/area-table.js';
import { CompareLink } from '../parts/compare-link.js';
import { DistributionTable } from '../parts/distribution-table.js';
import { Explained } from '../parts/explained.js';
import { HowToCite } from '../parts/how-to-cite.js';
import { IndicatorList } from '../parts/indicator-list.js';
import { NodeChildren } from '../parts/node-children.js';
import { nodeFinding } from '../parts/node-finding.js';
import { NodeKicker } from '../parts/node-kicker.js';
import { PageContents } from '../parts/page-contents.js';
import { PagePictures } from '../parts/page-pictures.js';
import { StatementList } from '../parts/statement-list.js';
import type { Words } from '../words.js';

interface NodePageProps {
  readonly frame: Frame;
  readonly report: NodeReport;
  readonly groups: readonly AreaGroup[];
  readonly pictures: readonly PagePicture[];
  /** Place of its principle among the principles, for its colour. */
  readonly hue?: number | undefined;
}

/** A principle, goal or objective: what it is, where groups of countries stand, what it is made of, every country. */
export function NodePage({ frame, report, groups, pictures, hue }: NodePageProps): JSX.Element {
  const { words, named } = frame;
  const { kind, node, indicators, areas } = report;
  const name = named(kind, node);
  const world = report.distributions.find(({ group }) => group.kind === 'world');
  const api = `reports/${NODE_SECTIONS[kind]}/${node.code}`;
  const isScored = areas.some(({ score }) => score !== undefined);
  return (
    <Layout
      frame={frame}
      title={name}
      section={isAgenda(kind) ? 'issues' : kind === 'objective' ? 'commitments' : 'indicators'}
      api={api}
    >
      <NodeKicker report={report} frame={frame} />
      <h1>{name}</h1>
      <p class="lede">{nodeFinding(areas, world, words)}</p>
      {isAgenda(kind) ? <AgendaFacts {...{ kind, report, frame }} /> : <About node={node} frame={frame} />}
      <PageContents words={words} of={sectionsOf(report, isScored, words)} />
      <StatementList statements={report.statements} words={words} />

      {isScored && (
        <section class={hue === undefined ? undefined : `hue-${String(hue)}`}>
          <h2 id="regions">{words.t('node.regions')}</h2>
          <p class="quiet">{words.t('overview.howToRead')}</p>
          <DistributionTable
            distributions={report.distributions}
            name={name}
            caption={words.t('overview.caption', { year: words.year(report.asOfYear) })}
            frame={frame}
          />
          <PagePictures frame={frame} pictures={pictures} />
        </section>
      )}

      <NodeChildren report={report} frame={frame} />

      <h2 id="indicators">{words.t('node.indicators')}</h2>
      {indicators.length === 0 ? (
        <p class="without">{words.t('node.noIndicators')}</p>
      ) : (
        <MeasuredBy {...{ kind, indicators, frame }} />
      )}

      {isScored && (
        <section class={hue === undefined ? undefined : `hue-${String(hue)}`}>
          <h2 id="countries">{words.t('node.countries')}</h2>
          <AreaTable
            areas={areas}
            groups={groups}
            node={node.code}
            world={bandOf(world)}
            caption={words.t('node.countriesCaption', { year: words.year(report.asOfYear) })}
            frame={frame}
          />
          <CompareLink node={node.code} words={words} />
        </section>
      )}
      <HowToCite frame={frame} name={name} api={api} />
    </Layout>
  );
}

function sectionsOf(
  { kind, children }: NodeReport,
  isScored: boolean,
  words: Words,
): readonly (readonly [string, string])[] {
  const hasChildren = children.length > 0;
  return [
    ...(isScored ? [['regions', words.t('node.regions')] as const] : []),
    ...(hasChildren
      ? [['parts', words.t(kind === 'principle' ? 'node.goals' : 'node.commitments')] as const]
      : []),
    ['indicators', words.t('node.indicators')],
    ...(isScored ? [['countries', words.t('node.countries')] as const] : []),
    ['cite', words.t('explore.cite')],
  ];
}

function About({
  node,
  frame: { words, phrase },
}: {
  readonly node: NodeReport['node'];
  readonly frame: Frame;
}): JSX.Element | null {
  if (node.basis === undefined && node.officialText === undefined) return null;
  return (
    <dl class="pairs">
      {node.officialText !== undefined && (
        <>
          <dt>{words.t('node.officialText')}</dt>
          <dd>{phrase(node.officialText)}</dd>
        </>
      )}
      {node.basis !== undefined && (
        <>
          <dt>{words.t('node.basis')}</dt>
          <dd class="sentence">{phrase(node.basis)}</dd>
        </>
      )}
      {node.weight !== undefined && (
        <>
          <dt>
            <Explained words={words} of="weight">
              {words.t('node.weight')}
            </Explained>
          </dt>
          <dd>{words.t('node.weightBeside', { weight: words.value(node.weight) })}</dd>
        </>
      )}
    </dl>
  );
}

/** Indicators with current figures; those without behind a click. */
function MeasuredBy({
  kind,
  indicators,
  frame,
}: Pick<NodeReport, 'kind' | 'indicators'> & { readonly frame: Frame }): JSX.Element {
  const { words } = frame;
  const live = indicators.filter((indicator) => indicator.live);
  const others = indicators.filter((indicator) => !indicator.live);
  const more = {
    head: words.t('column.tier'),
    cell: ({ tier, weight }: NodeReport['indicators'][number]) =>
      words.t('node.tier', { tier: words.t(`tier.${tier}`), weight: words.value(weight) }),
  };
  return (
    <>
      {live.length > 0 && (
        <IndicatorList
          indicators={live}
          caption={words.t(`node.indicatorsCaption.${kind}`)}
          more={more}
          frame={frame}
        />
      )}
      {others.length > 0 && (
        <details open={live.length === 0}>
          <summary>{words.t('explore.withoutFigures', { count: others.length })}</summary>
          <IndicatorList
            indicators={others}
            caption={words.t(`node.indicatorsCaption.${kind}`)}
            more={more}
            frame={frame}
          />
        </details>
      )}
    </>
  );
}
