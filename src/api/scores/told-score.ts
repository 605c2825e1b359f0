import { groupsIn } from '../../reports/assessment.js';
import type { IndicatorScore, NodeScore } from '../../scoring/score.js';
import type { ScoreCertainty } from '../../scoring/uncertainty/score-certainty.js';
import type { ScoreResponse } from './score.response.js';

const NO_FORECAST = {
  forecastYear: null,
  forecast: null,
  forecastLow: null,
  forecastHigh: null,
  targetProbability: null,
  likelihood: null,
} as const;

function forecastFields(forecast: IndicatorScore['forecast']): Pick<ScoreResponse, keyof typeof NO_FORECAST> {
  if (forecast === undefined) return NO_FORECAST;
  return {
    forecastYear: forecast.targetYear,
    forecast: forecast.shown.points,
    forecastLow: forecast.shown.pointsLow ?? null,
    forecastHigh: forecast.shown.pointsHigh ?? null,
    targetProbability: forecast.probability,
    likelihood: forecast.likelihood ?? null,
  };
}

const NO_ASSESSMENT = { assessments: null, spread: null, disputed: null, groups: null } as const;

function assessmentFields(
  assessment: IndicatorScore['assessment'],
): Pick<ScoreResponse, keyof typeof NO_ASSESSMENT> {
  if (assessment === undefined) return NO_ASSESSMENT;
  const { members, spread, disputed } = assessment;
  const told = members.map(({ observation: { tookPart = [] } }) => ({ tookPart }));
  return { assessments: members.length, spread, disputed, groups: groupsIn(told) };
}

const NO_CERTAINTY = {
  grade: null,
  gradeProvisional: null,
  scoreLow: null,
  scoreMedian: null,
  scoreHigh: null,
  outsideInterval: null,
  rank: null,
  rankLow: null,
  rankHigh: null,
  intervalRevision: null,
} as const;

/** What is known of a node's score beside the score. */
export interface NodeStanding extends ScoreCertainty {
  readonly rank?: number;
  readonly intervalRevision?: number;
}

export function nodeScoreResponse(score: NodeScore, name: string, standing: NodeStanding): ScoreResponse {
  return {
    area: score.area,
    kind: score.kind,
    code: score.code,
    name,
    year: score.asOfYear,
    score: score.score ?? null,
    missing: score.missing ?? null,
    coverage: score.coverage,
    coverageOfLinked: score.coverageOfLinked ?? null,
    ...NO_CERTAINTY,
    ...standing,
    ageYears: score.meanAgeYears ?? null,
    status: null,
    statusReason: null,
    direction: score.pace.direction ?? null,
    observedPace: score.pace.observedPace ?? null,
    requiredPace: null,
    ...NO_FORECAST,
    growthStatus: null,
    statusShares: score.statusShares,
    paceReason: score.pace.reason ?? null,
    baseYear: score.pace.baseYear ?? null,
    value: null,
    valueYear: null,
    observation: null,
    ...NO_ASSESSMENT,
    flags: [],
    explanation: explanationOf(score.area, score.code, score.asOfYear),
  };
}

/** @param observation id of the observation the level stands on */
export function indicatorScoreResponse(
  score: IndicatorScore,
  name: string,
  observation: string | undefined,
): ScoreResponse {
  return {
    area: score.area,
    kind: 'indicator',
    code: score.indicator,
    name,
    year: score.asOfYear,
    score: score.level ?? null,
    missing: score.missing ?? null,
    coverage: null,
    coverageOfLinked: null,
    ...NO_CERTAINTY,
    ageYears: score.ageYears ?? null,
    ...progressFields(score),
    ...forecastFields(score.forecast),
    statusShares: null,
    paceReason: null,
    value: score.value ?? null,
    valueYear: score.year ?? null,
    observation: observation ?? null,
    ...assessmentFields(score.assessment),
    flags: score.flags,
    explanation: explanationOf(score.area, score.indicator, score.asOfYear),
  };
}

type Progress = Pick<
  ScoreResponse,
  'status' | 'statusReason' | 'direction' | 'observedPace' | 'requiredPace' | 'growthStatus' | 'baseYear'
>;

function progressFields({ status, statusReason, direction, pace, growth }: IndicatorScore): Progress {
  return {
    status: status ?? null,
    statusReason: statusReason ?? null,
    direction: direction ?? null,
    observedPace: pace?.observedPace ?? null,
    requiredPace: pace?.requiredPace ?? null,
    growthStatus: growth?.status ?? null,
    baseYear: pace?.baseYear ?? null,
  };
}

function explanationOf(area: string, code: string, year: number): string {
  return `/api/v1/scores/${area}/${encodeURIComponent(code)}/explanation?year=${String(year)}`;
}
