import type { JSX } from 'preact';
import { bandOf } from '../../reports/band-of.js';
import type { NodeChildLine, NodeReport } from '../../reports/node-report.js';
import { Layout, type Frame } from '../layout.js';
import { AreaTable } from '../parts/area-table.js';
import { DistributionTable } from '../parts/distribution-table.js';
import { IndicatorList } from '../parts/indicator-list.js';
import { nodeFinding } from '../parts/node-finding.js';
import { StatementList } from '../parts/statement-list.js';
import type { Words } from '../words.js';

interface NodePageProps {
  readonly frame: Frame;
  readonly report: NodeReport;
  /** Place of its principle among the principles, for its colour. */
  readonly hue?: number | undefined;
}

/** A principle, goal or objective: what it is, where groups of countries stand, what it is made of, every country. */
export function NodePage({ frame, report, hue }: NodePageProps): JSX.Element {
  const { words, named } = frame;
  const { kind, node, indicators, areas } = report;
  const name = named(kind, node);
  const world = report.distributions.find(({ group }) => group.kind === 'world');
  const isScored = areas.some(({ score }) => score !== undefined);
  return (
    <Layout
      frame={frame}
      title={name}
      section={kind === 'objective' ? 'commitments' : 'indicators'}
      api={`reports/${kind}s/${node.code}`}
    >
      <p class="kicker">
        {words.t(`node.kicker.${kind}`)}
        {node.parent !== undefined && (
          <>
            {' '}
            <a href={words.to('principles', node.parent.code)}>{named('principle', node.parent)}</a>
          </>
        )}
      </p>
      <h1>{name}</h1>
      <p class="lede">{nodeFinding(areas, world, words)}</p>
      <About node={node} words={words} />
      <StatementList statements={report.statements} words={words} />

      {isScored && (
        <section class={hue === undefined ? undefined : `hue-${String(hue)}`}>
          <h2>{words.t('node.regions')}</h2>
          <p class="quiet">{words.t('overview.howToRead')}</p>
          <DistributionTable
            distributions={report.distributions}
            name={name}
            caption={words.t('overview.caption', { year: words.year(report.asOfYear) })}
            frame={frame}
          />
        </section>
      )}

      <Children report={report} frame={frame} />

      <h2>{words.t('node.indicators')}</h2>
      {indicators.length === 0 ? (
        <p class="without">{words.t('node.noIndicators')}</p>
      ) : (
        <IndicatorList
          indicators={indicators}
          caption={words.t(`node.indicatorsCaption.${kind}`)}
          more={{
            head: words.t('column.tier'),
            cell: ({ tier, weight }) =>
              words.t('node.tier', { tier: words.t(`tier.${tier}`), weight: words.value(weight) }),
          }}
          frame={frame}
        />
      )}

      {isScored && (
        <section class={hue === undefined ? undefined : `hue-${String(hue)}`}>
          <h2>{words.t('node.countries')}</h2>
          <AreaTable
            areas={areas}
            world={bandOf(world)}
            caption={words.t('node.countriesCaption', { year: words.year(report.asOfYear) })}
            words={words}
          />
        </section>
      )}
    </Layout>
  );
}

function About({
  node,
  words,
}: {
  readonly node: NodeReport['node'];
  readonly words: Words;
}): JSX.Element | null {
  if (node.basis === undefined && node.officialText === undefined) return null;
  return (
    <dl class="pairs">
      {node.officialText !== undefined && (
        <>
          <dt>{words.t('node.officialText')}</dt>
          <dd>{node.officialText}</dd>
        </>
      )}
      {node.basis !== undefined && (
        <>
          <dt>{words.t('node.basis')}</dt>
          <dd class="sentence">{node.basis}</dd>
        </>
      )}
      {node.weight !== undefined && (
        <>
          <dt>{words.t('node.weight')}</dt>
          <dd>{words.t('node.weightBeside', { weight: words.value(node.weight) })}</dd>
        </>
      )}
    </dl>
  );
}

function Children({ report: { kind, children }, frame }: NodePageProps): JSX.Element | null {
  const { words } = frame;
  if (kind === 'goal' || children.length === 0) return null;
  const isPrinciple = kind === 'principle';
  return (
    <>
      <h2>{words.t(isPrinciple ? 'node.goals' : 'node.commitments')}</h2>
      <table class="lines ledger">
        <caption>{words.t(isPrinciple ? 'node.goalsCaption' : 'node.commitmentsCaption')}</caption>
        <thead>
          <tr>
            <th scope="col">{words.t(isPrinciple ? 'column.goal' : 'column.commitment')}</th>
            {isPrinciple && (
              <th scope="col" class="number">
                {words.t('column.weight')}
              </th>
            )}
            <th scope="col" class="number">
              {words.t('column.withScore')}
            </th>
            <th scope="col" class="number">
              {words.t('column.medianScore')}
            </th>
          </tr>
        </thead>
        <tbody>
          {children.map((child) => (
            <ChildRow key={child.code} child={child} frame={frame} />
          ))}
        </tbody>
      </table>
    </>
  );
}

function ChildRow({
  child,
  frame: { words, named },
}: {
  readonly child: NodeChildLine;
  readonly frame: Frame;
}): JSX.Element {
  return (
    <tr>
      <th scope="row">
        <a href={words.to(`${child.kind}s`, child.code)}>{named(child.kind, child)}</a>
      </th>
      {child.weight !== undefined && (
        <td class="number" data-label={words.t('column.weight')}>
          {words.value(child.weight)}
        </td>
      )}
      <td class="number" data-label={words.t('column.withScore')}>
        {child.areasWithScore}
      </td>
      <td class="number" data-label={words.t('column.medianScore')}>
        {child.medianScore === undefined ? words.t('level.none') : words.score(child.medianScore)}
      </td>
    </tr>
  );
}
