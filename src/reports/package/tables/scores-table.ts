import { observationId } from '../../../observations/observation-id.js';
import { certaintyOf } from '../../../scoring/uncertainty/score-certainty.js';
import type { NodeKind } from '../../../scoring/score.js';
import type { CsvCell } from '../../csv-table.js';
import type { ReportSources } from '../../report-sources.js';
import { inTurns } from '../in-turns.js';
import { scoredThings } from '../nodes.js';
import { integer, key, number, REQUIRED, text, yesNo, type PackageTable } from '../package-table.js';
import type { ScoreTerms } from '../score-terms.js';
import { mayPass, TERMS, type TermsOf } from '../terms.js';

type Row = Readonly<Record<string, CsvCell>>;

const POINTS = { unit: 'points, 0 to 100' };
const A_YEAR = { unit: 'points a year' };

/** One row for each scored area and each indicator and node, with a score or the reason why there is none. */
export async function scoresTable(
  sources: ReportSources,
  terms: ScoreTerms,
  termsOf: TermsOf,
): Promise<PackageTable> {
  const { board, lookUp } = sources;
  const things = scoredThings(lookUp.catalogue);
  const ranks = board.ranks();
  const indicatorRow = indicatorRows(sources, terms, termsOf);
  const nodeRow = nodeRows(sources, terms, ranks);
  return {
    name: 'scores',
    title: 'Scores',
    description:
      'Every score of the release: each scored area with each indicator, goal, principle, objective, commitment and issue. Where there is no score, `missing` says why.',
    fields: [
      key('area', 'areas.code', 'Country or area'),
      text('kind', 'What is scored', REQUIRED),
      text('code', 'Its code', REQUIRED),
      integer('year', 'Year as of which it is scored', REQUIRED),
      number('score', 'Level of an indicator, or score of a node; every digit', POINTS),
      text('missing', 'Why there is no score'),
      number('score_low', 'Lower end of the 90 % interval', POINTS),
      number('score_high', 'Upper end of the 90 % interval', POINTS),
      yesNo('outside_interval', 'The score lies outside of its own interval: much hangs on missing data'),
      integer('rank', 'Competition rank, 1 is the highest; only where the edition ranks'),
      number('rank_low', 'Best end of the 90 % interval of the rank'),
      number('rank_high', 'Worst end of the 90 % interval of the rank'),
      number('coverage', 'Share of the weight below the node that has data', { unit: 'share, 0 to 1' }),
      number('coverage_of_linked', 'The same of all linked indicators, not only of those that are live', {
        unit: 'share, 0 to 1',
      }),
      text('grade', 'How far the score can be trusted, D is weak', { enum: ['A', 'B', 'C', 'D'] }),
      number('mean_age_years', 'Mean age of the figures it stands on, by weight', { unit: 'years' }),
      text('direction', 'Where it goes', { enum: ['improving', 'steady', 'declining'] }),
      number('observed_pace', 'How fast it went since the base year', A_YEAR),
      number('required_pace', 'How fast it had to go to reach the agreed target', A_YEAR),
      number('base_year', 'Year the pace is counted from; of a node, the mean of its indicators'),
      text('status', 'Progress towards the agreed target; empty where nobody agreed one'),
      text('status_reason', 'Why there is no status, or what it does not tell'),
      number('forecast', 'Where it will stand in the target year if it goes on so', POINTS),
      number('forecast_low', 'Lower end of the 80 % prediction interval', POINTS),
      number('forecast_high', 'Upper end of the 80 % prediction interval', POINTS),
      number('target_probability', 'That the target is reached', { unit: 'probability, 0 to 1' }),
      number(
        'value',
        'What the level stands on, per population and averaged where the indicator says so; empty where the terms of the figures forbid it',
      ),
      integer('value_year', 'Year of that value'),
      text('observation', 'The figure it stands on, if it is part of this package', {
        refers: 'observations.observation',
      }),
      text('flags', 'What else to know, codes with spaces between them'),
      text('terms', 'Strictest terms among the figures it was computed from; see LICENSE.md', {
        enum: TERMS,
      }),
    ],
    primaryKey: ['area', 'kind', 'code'],
    references: [{ fields: ['kind', 'code'], table: 'nodes', columns: ['kind', 'code'] }],
    rows: await inTurns(board.areas, (area) =>
      things.map(({ kind, code }): Row => ({
        area,
        kind,
        code,
        year: board.asOfYear,
        ...(kind === 'indicator' ? indicatorRow(area, code) : nodeRow(area, kind, code)),
      })),
    ),
  };
}

function indicatorRows(
  { board }: ReportSources,
  terms: ScoreTerms,
  termsOf: TermsOf,
): (area: string, code: string) => Row {
  return (area, code) => {
    const score = board.indicatorScore(area, code);
    const { observation, pace, forecast } = score;
    const holds = terms.ofIndicator(area, code);
    const shows = holds !== undefined && mayPass(holds);
    return {
      score: score.level,
      missing: score.missing,
      mean_age_years: score.ageYears,
      direction: score.direction,
      observed_pace: pace?.observedPace,
      required_pace: pace?.requiredPace,
      base_year: pace?.baseYear,
      status: score.status,
      status_reason: score.statusReason,
      forecast: forecast?.shown.points,
      forecast_low: forecast?.shown.pointsLow,
      forecast_high: forecast?.shown.pointsHigh,
      target_probability: forecast?.probability,
      value: shows ? score.value : undefined,
      value_year: score.year,
      observation:
        observation !== undefined && mayPass(termsOf(observation.seriesEditionId))
          ? observationId(observation)
          : undefined,
      flags: score.flags.join(' '),
      terms: holds,
    };
  };
}

function nodeRows(
  { board, lookUp, intervals }: ReportSources,
  terms: ScoreTerms,
  ranks: ReadonlyMap<string, number>,
): (area: string, kind: NodeKind, code: string) => Row {
  const { method } = lookUp.catalogue;
  return (area, kind, code) => {
    const score = board.nodeScore(area, kind, code);
    const certainty = certaintyOf(score, intervals?.of(area, kind, code), method);
    return {
      score: score.score,
      missing: score.missing,
      score_low: certainty.scoreLow,
      score_high: certainty.scoreHigh,
      outside_interval: certainty.outsideInterval,
      rank: kind === 'framework' ? ranks.get(area) : undefined,
      rank_low: certainty.rankLow,
      rank_high: certainty.rankHigh,
      coverage: score.coverage,
      coverage_of_linked: score.coverageOfLinked,
      grade: certainty.grade,
      mean_age_years: score.meanAgeYears,
      direction: score.pace.direction,
      observed_pace: score.pace.observedPace,
      base_year: score.pace.baseYear,
      status_reason: score.score === undefined ? undefined : score.pace.reason,
      terms: terms.ofNode(area, kind, code),
    };
  };
}
