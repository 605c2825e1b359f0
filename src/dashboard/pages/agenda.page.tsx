import type { JSX } from 'preact';
import type { AgendaLine, AgendaReport } from '../../reports/agenda-report.js';
import { Layout, type Frame } from '../layout.js';
import { NODE_SECTIONS } from '../node-sections.js';
import type { Words } from '../words.js';

interface AgendaPageProps {
  readonly frame: Frame;
  readonly report: AgendaReport;
}

/** So many Development Goals there are, whether or not an indicator speaks to one of their targets. */
const GOALS = Array.from({ length: 17 }, (_, i) => `SDG-${String(i + 1)}`);

/** All action lines, or all targets below their goals, and what can be said of each. */
export function AgendaPage({ frame, report }: AgendaPageProps): JSX.Element {
  const { words, method } = frame;
  const { kind, views } = report;
  const { viewMinIndicators: least, view } = method.coverage;
  const scored = views.filter(({ areasWithScore }) => areasWithScore > 0).length;
  return (
    <Layout frame={frame} title={words.t(`views.${kind}.title`)} section="issues" api={NODE_SECTIONS[kind]}>
      <h1>{words.t(`views.${kind}.title`)}</h1>
      <p class="lede">{words.t(`views.${kind}.lede`, { count: views.length })}</p>
      <p>
        {words.t('views.scored', { scored, count: views.length })}{' '}
        {words.t('views.needs', { least, share: words.percent(view) })}
      </p>
      <p class="quiet">
        {words.t('views.sameRules')} {words.t(`views.names.${kind}`)}
      </p>
      {kind === 'action_line' ? (
        <ViewList views={views} {...{ kind, frame }} />
      ) : (
        <Goals views={views} frame={frame} />
      )}
    </Layout>
  );
}

function Goals({ views, frame }: Pick<AgendaReport, 'views'> & { readonly frame: Frame }): JSX.Element {
  const { words, named } = frame;
  const goals = new Map(
    views.flatMap(({ goal }) => (goal === undefined ? [] : [[goal.code, goal] as const])),
  );
  const without = GOALS.filter((code) => !goals.has(code)).map(numberOf);
  return (
    <>
      {[...goals.values()].map((goal) => (
        <section key={goal.code} id={goal.code}>
          <h2 class="ruled">
            {words.t('views.goal', { number: numberOf(goal.code), name: named('sdg_goal', goal) })}
          </h2>
          <ViewList
            kind="sdg_target"
            views={views.filter((view) => view.goal?.code === goal.code)}
            frame={frame}
          />
        </section>
      ))}
      {without.length > 0 && (
        <p class="quiet">
          {words.t('views.goalsWithout', { count: without.length, goals: words.list(without) })}
        </p>
      )}
    </>
  );
}

function numberOf(code: string): string {
  return code.replace(/^.*-/, '');
}

/** What can be said of each, in one sentence. */
function ViewList({
  kind,
  views,
  frame: { words, named },
}: Pick<AgendaReport, 'kind' | 'views'> & { readonly frame: Frame }): JSX.Element {
  return (
    <ul class="plain">
      {views.map((view) => (
        <li key={view.code}>
          <bdi dir="ltr">{numberOf(view.code)}</bdi>{' '}
          <a href={words.to(NODE_SECTIONS[kind], view.code)}>{named(kind, view)}</a>
          <span class="remark">{sentenceOf(view, words)}</span>
        </li>
      ))}
    </ul>
  );
}

function sentenceOf(
  { indicators, liveIndicators, areasWithScore, medianScore }: AgendaLine,
  words: Words,
): string {
  if (indicators.length === 0) return words.t('views.nothing');
  const counts = words.t('views.counts', { live: liveIndicators, count: indicators.length });
  const score =
    medianScore === undefined
      ? words.t('views.noScore')
      : words.t('views.score', { count: areasWithScore, median: words.score(medianScore) });
  return `${counts} ${score}`;
}
