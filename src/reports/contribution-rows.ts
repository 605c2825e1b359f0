import type { Contribution } from './contribution.js';
import type { CsvTable } from './csv-table.js';

/** What tables say of what a community sent. */
export const CONTRIBUTION_COLUMNS = [
  'accepted',
  'returned',
  'reverted',
  'figures_live',
  'figures_superseded',
  'figures_taken_back',
  'areas',
  'indicators',
  'first',
  'last',
] as const;

/**
 * One row of `kind` contribution for all of it, then those of `kind` submissions (a year each), sent_indicator and
 * sent_area. `first` and `last` are days of acceptance, and years of figures where the row is of an indicator.
 */
export function contributionRows(contribution: Contribution): CsvTable['rows'] {
  const { decisions, figures, submissions, indicators, areas } = contribution;
  return [
    {
      kind: 'contribution',
      ...decisions,
      figures_live: figures.live,
      figures_superseded: figures.superseded,
      figures_taken_back: figures.takenBack,
      areas: areas.length,
      indicators: indicators.length,
      first: contribution.firstAccepted,
      last: contribution.lastAccepted,
    },
    ...submissions.map(({ year, accepted, reverted }) => ({
      kind: 'submissions',
      code: year,
      accepted,
      reverted,
    })),
    ...indicators.map((line) => ({
      kind: 'sent_indicator',
      code: line.code,
      name: line.name,
      figures_live: line.figures,
      areas: line.areas,
      first: line.firstYear,
      last: line.lastYear,
    })),
    ...areas.map((line) => ({
      kind: 'sent_area',
      code: line.code,
      name: line.name,
      figures_live: line.figures,
      indicators: line.indicators,
    })),
  ];
}
