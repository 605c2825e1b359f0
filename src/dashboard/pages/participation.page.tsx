import type { JSX } from 'preact';
import type { Area, Catalogue } from '../../catalogue/catalogue.js';
import type { ParticipationReport, ParticipationView } from '../../reports/participation/participation.js';
import { participationSentences } from '../../reports/participation/participation-words.js';
import { Layout, type Frame } from '../layout.js';
import { ContributeLink } from '../parts/contribute-link.js';
import { CountedParticipation } from '../parts/counted-participation.js';
import { Empty } from '../parts/empty.js';
import { ParticipationForm } from '../parts/participation-form.js';
import { ParticipationGaps } from '../parts/participation-gaps.js';
import { participationQuery } from '../parts/participation-line.js';

export interface ParticipationPageProps {
  readonly frame: Frame;
  readonly report: ParticipationReport;
  readonly view: ParticipationView;
  readonly gap: string | undefined;
  readonly catalogue: Catalogue;
  /** Those that can be chosen. */
  readonly areas: readonly Area[];
}

/** How it is counted, paragraph by paragraph. */
const HOW = [
  'participation.contribution',
  'participation.ownGroup',
  'participation.measures',
  'participation.personsHow',
];

/** Which communities, stakeholder groups and regions took part, and who is missing. Never a ranking, never a score. */
export function ParticipationPage(props: ParticipationPageProps): JSX.Element {
  const { frame, report, view } = props;
  const { words } = frame;
  const { total } = report;
  const subject = words.list(subjectOf(props));
  const title =
    subject === '' ? words.t('participation.title') : words.t('participation.titleOf', { what: subject });
  return (
    <Layout frame={frame} title={title} section="communities">
      <h1>{title}</h1>
      <p class="lede">{participationSentences(total, report.area !== undefined, words).join(' ')}</p>
      <p class="quiet">{words.t('participation.beside')}</p>
      <ParticipationForm {...props} />
      {total.contributions === 0 ? (
        <Empty what={words.t('participation.notYet')} why={words.t('participation.notYetWhy')}>
          <ContributeLink words={words} of={missingOf(props)} />
        </Empty>
      ) : (
        <CountedParticipation {...props} />
      )}
      <ParticipationGaps {...props} />
      <h2>{words.t('participation.howCounted')}</h2>
      {HOW.map((key) => (
        <p key={key}>{words.t(key)}</p>
      ))}
      <p class="quiet">
        {words.t('participation.ofRelease')}{' '}
        <a href={words.to('releases')}>{words.t('participation.releases')}</a>
      </p>
      <p class="quiet">
        {words.t('participation.data')} <a href={dataAddress('', view)}>JSON</a> ·{' '}
        <a href={dataAddress('.csv', view)}>CSV</a>
      </p>
    </Layout>
  );
}

/** What is looked at, as the page calls it. */
function subjectOf({ frame: { words, named }, report: { area, region, issue } }: ParticipationPageProps) {
  return [
    ...(area === undefined ? [] : [words.area(area)]),
    ...(region === undefined ? [] : [named('group', region)]),
    ...(issue === undefined ? [] : [named('issue', issue)]),
  ];
}

function missingOf({ frame: { words, named }, report: { area, issue } }: ParticipationPageProps) {
  return {
    ...(area !== undefined && { area: { code: area.code, name: words.area(area) } }),
    ...(issue !== undefined && { issue: { code: issue.code, name: named('issue', issue) } }),
  };
}

function dataAddress(suffix: '' | '.csv', view: ParticipationView): string {
  const query = participationQuery(view);
  return `/api/v1/reports/participation${suffix}${query === '' ? '' : `?${query}`}`;
}
