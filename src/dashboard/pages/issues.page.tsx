import type { JSX } from 'preact';
import type { AgendaKind } from '../../catalogue/views.js';
import type { IssueReport } from '../../reports/report.js';
import { Layout, type Frame } from '../layout.js';
import { AgendaLinks } from '../parts/agenda-links.js';

/** The issues of the agenda and what can be said of each. */
export function IssuesPage({
  frame,
  reports,
  principleNames,
  agendas,
}: {
  readonly frame: Frame;
  readonly reports: readonly IssueReport[];
  readonly principleNames: ReadonlyMap<string, string>;
  /** Those that the same scores are also told by. */
  readonly agendas: readonly AgendaKind[];
}): JSX.Element {
  const { words, method, named } = frame;
  return (
    <Layout frame={frame} title={words.t('issues.title')} section="issues" api="issues">
      <h1>{words.t('issues.title')}</h1>
      <p class="lede">{words.t('issues.lede', { count: reports.length })}</p>
      <ul class="entries">
        {reports.map(({ issue, indicators, areas }) => {
          const withScore = areas.filter(({ score }) => score !== undefined).length;
          return (
            <li key={issue.code}>
              <h2>
                <a href={words.to('issues', issue.code)}>{named('issue', issue)}</a>
              </h2>
              <p>
                {words.t('issues.indicators', {
                  live: indicators.filter(({ live }) => live).length,
                  count: indicators.length,
                  share: words.percent(method.coverage.liveShare),
                })}{' '}
                {words.t('issues.countries', { count: withScore })}
              </p>
              <p class="quiet">
                {words.t('issues.principles', {
                  count: issue.principles.length,
                  names: issue.principles
                    .map((code) => named('principle', { code, name: principleNames.get(code) ?? code }))
                    .join('; '),
                })}
              </p>
            </li>
          );
        })}
      </ul>
      <AgendaLinks agendas={agendas} words={words} />
    </Layout>
  );
}
