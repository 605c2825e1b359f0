import type { JSX } from 'preact';
import type { CommitmentsReport } from '../../reports/commitments-report.js';
import { filterCommitments, isFiltering, type CommitmentFilter } from '../commitment-filter.js';
import { Layout, type Frame } from '../layout.js';
import { CommitmentFilterForm } from '../parts/commitment-filter-form.js';
import { CoveredCommitments, isRecalled, UncoveredCommitments } from '../parts/listed-commitments.js';
import { CommitmentsOfIndicators } from '../parts/commitments-of-indicators.js';
import { Explained } from '../parts/explained.js';

interface CommitmentsPageProps {
  readonly frame: Frame;
  readonly report: CommitmentsReport;
  readonly filter: CommitmentFilter;
}

/** So many that fit are shown at once; more stand behind a click for each objective. */
const FEW = 15;

/** The crosswalk from both ends, and what nobody measures; all of it, or what a reader asks for. */
export function CommitmentsPage({ frame, report, filter }: CommitmentsPageProps): JSX.Element {
  const { words } = frame;
  const all = report.objectives.flatMap(({ commitments }) => commitments);
  const covered = all.filter((commitment) => commitment.covered).length;
  const shown = filterCommitments(report, filter);
  const left = shown.objectives.flatMap(({ commitments }) => commitments);
  const asks = isFiltering(filter);
  const open = asks && left.length <= FEW;
  return (
    <Layout frame={frame} title={words.t('explorer.title')} section="commitments" api="reports/commitments">
      <h1>{words.t('explorer.title')}</h1>
      <p class="lede">
        {all.length === 0
          ? words.t('explorer.none')
          : words.t('explorer.lede', { covered, count: all.length, uncovered: all.length - covered })}
      </p>
      {all.length > 0 && (
        <>
          <p>
            {words.t('explorer.howToRead')} <Explained words={words} of="crosswalk" />
          </p>
          {all.some(isRecalled) && <p class="quiet">{words.t('commitments.recalled')}</p>}
          <CommitmentFilterForm frame={frame} report={report} filter={filter} />
          {asks && (
            <p role="status">
              {words.t('explorer.fit', { count: left.length, all: all.length })}{' '}
              <a href={words.to('commitments')}>{words.t('explorer.showAll')}</a>
            </p>
          )}
        </>
      )}
      {left.some((commitment) => !commitment.covered) && (
        <section id="uncovered">
          <h2>{words.t('explorer.nobodyMeasures')}</h2>
          <p>{words.t('explorer.nobodyMeasuresWhy')}</p>
          {shown.objectives.map((objective) => (
            <UncoveredCommitments
              key={objective.code ?? ''}
              objective={objective}
              open={open}
              frame={frame}
            />
          ))}
        </section>
      )}
      {left.some((commitment) => commitment.covered) && (
        <section id="covered">
          <h2>{words.t('explorer.isMeasured')}</h2>
          {shown.objectives.map((objective) => (
            <CoveredCommitments key={objective.code ?? ''} objective={objective} open={open} frame={frame} />
          ))}
        </section>
      )}
      <CommitmentsOfIndicators indicators={shown.indicators} open={open} frame={frame} />
    </Layout>
  );
}
