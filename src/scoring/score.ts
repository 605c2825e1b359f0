import type { Observation, SeriesEdition } from '../observations/observation.js';
import type { Growth } from './engine/cagr.js';
import type { Forecast, Likelihood } from './engine/forecast.js';
import type { NodePaceOutcome } from './engine/node-pace.js';
import type { Pace } from './engine/pace.js';
import type { ShownForecast } from './engine/shown-forecast.js';
import type { Direction, Grade, Status } from './engine/terms.js';
import type { IndicatorSeries } from './board/indicator-series.js';
import type { CombinedAssessment } from './combined-assessment.js';
import type { NodeKind } from './node-kind.js';
import type { NodeEvaluation } from './board/node-evaluation.js';

export type { Direction, Forecast, Grade, Growth, Likelihood, NodeKind, Pace, ShownForecast, Status };

/** Reasons why there is no level, pace or score. Each has a sentence in the message files. */
export type Missing =
  | 'NO_VALUE'
  | 'NO_DATA'
  | 'STALE'
  | 'BAD_GOALPOSTS'
  | 'NOT_APPLICABLE'
  | 'NO_POPULATION'
  | 'NOT_SCORED'
  | 'LICENCE'
  | 'COVERAGE'
  | 'TOO_FEW_GOALS'
  | 'TOO_FEW_INDICATORS'
  | 'TOO_FEW_COMMITMENTS'
  | 'NO_WEIGHT'
  | 'SWITCHED_OFF';

/** Level, pace and status of one indicator in one area, as of one year. */
export interface IndicatorScore {
  readonly area: string;
  readonly indicator: string;
  readonly asOfYear: number;
  /** The observation the level stands on (or the stale one, when `missing` is STALE). */
  readonly observation?: Observation;
  /** The value the goalposts are applied to: divided by population or averaged where the indicator says so. */
  readonly value?: number;
  readonly year?: number;
  readonly ageYears?: number;
  /** 0 to 100, or why not. */
  readonly level?: number;
  readonly raw?: number;
  readonly missing?: Missing;
  /** Absent where the target was not agreed by anybody. */
  readonly status?: Status;
  /** Reason beside status, e.g. STALE, NO_BASELINE. */
  readonly statusReason?: string;
  readonly direction?: Direction;
  /** Absent when there is no current value. */
  readonly pace?: Pace;
  /** The observation the pace starts from. */
  readonly baseObservation?: Observation;
  /** Where it will stand in the target year if it goes on as it has; only with a base and before the target year. */
  readonly forecast?: IndicatorForecast;
  /** Progress judged by compound annual growth; only with an agreed target, a base and values on a ratio scale. */
  readonly growth?: Growth;
  readonly flags: readonly string[];
  /**
   * Live observations that stand beside `observation`, newest first: of other sources and editions, doubtful ones,
   * and those it was combined with where the value is a median of assessments.
   */
  readonly alternatives: readonly Observation[];
  /** What communities say, where they assess on the ladder and one of them did. */
  readonly assessment?: CombinedAssessment;
}

export interface IndicatorForecast extends Forecast {
  readonly targetYear: number;
  /** Held at the goalposts, and in the indicator's own unit. */
  readonly shown: ShownForecast;
  /** Only where a target is agreed and the evidence suffices. */
  readonly likelihood?: Likelihood;
}

/** Share a child or indicator has in a node's score. Contributions sum to the score (arithmetic mean). */
export interface Contribution {
  /** Code of the child node or indicator. */
  readonly code: string;
  /** Weight relative to its siblings that have a score; they sum to 1. */
  readonly share: number;
  readonly score: number;
  readonly points: number;
}

/** Score of a node of the framework or of a view, in one area, as of one year. */
export interface NodeScore {
  readonly area: string;
  readonly kind: NodeKind;
  readonly code: string;
  readonly asOfYear: number;
  /** 0 to 100, or why not. */
  readonly score?: number;
  readonly missing?: Missing;
  /** Share (0-1) of the effective weight that contributed. For views: of the live indicators. */
  readonly coverage: number;
  /** Views only: share (0-1) of the weight of all linked indicators that contributed. */
  readonly coverageOfLinked?: number;
  readonly grade?: Grade;
  /** Mean age of the values it stands on, by effective weight, years. */
  readonly meanAgeYears?: number;
  readonly contributions: readonly Contribution[];
  /** Codes of indicators below it that have no meaning in the area. */
  readonly notApplicable: readonly string[];
  /** Codes of indicators whose gap was filled with the mean of the region; only where the method says so. */
  readonly filled: readonly string[];
  /** The framework only, where its score is switched on: both means, and how far a weak principle is bought off. */
  readonly compensation?: {
    readonly arithmetic: number;
    readonly geometric: number;
    readonly imbalance: number;
  };
  /** Codes of children or indicators that count but have no score. */
  readonly unavailable: readonly string[];
  /** Views: linked, countable indicators that are not live in this edition ("no data yet"). */
  readonly notLive: readonly string[];
  /** Shares (0-1) of the effective weight by status; `benchmark`: level without agreed target; `no_data`. */
  readonly statusShares: Readonly<Partial<Record<Status | 'benchmark' | 'no_data', number>>>;
  readonly pace: NodePaceOutcome;
}

/** A run of years over which a node's score is comparable with itself. */
export interface NodeSegment {
  readonly points: readonly { readonly year: number; readonly score: number }[];
  /** Indicators (with edition) it stands on. */
  readonly basis: readonly string[];
  /** Why it broke from the one before; absent for the first. */
  readonly brokenBecause?: 'INDICATORS_CHANGED' | 'EDITION_CHANGED' | 'GAP';
}

/** Everything there is to know about scores at one data revision. Pure and immutable. */
export interface ScoreBoard {
  readonly revision: number;
  readonly asOfYear: number;
  readonly firstYear: number;
  /** Codes of the scored areas. */
  readonly areas: readonly string[];
  /** @throws RangeError on an unknown area or indicator, or a year outside firstYear..asOfYear */
  indicatorScore(area: string, indicator: string, year?: number): IndicatorScore;
  /** @throws RangeError likewise */
  nodeScore(area: string, kind: NodeKind, code: string, year?: number): NodeScore;
  /** What the node's score is made of. @throws RangeError likewise */
  evaluation(area: string, kind: NodeKind, code: string, year?: number): NodeEvaluation;
  /** All values of an indicator in an area, whatever the year. @throws RangeError likewise */
  series(area: string, indicator: string): IndicatorSeries;
  /** Competition ranks by area, 1 for the highest overall score; empty where the edition has them switched off. */
  ranks(year?: number): ReadonlyMap<string, number>;
  /** The node's scores since firstYear in comparable runs. */
  nodeHistory(area: string, kind: NodeKind, code: string): readonly NodeSegment[];
  /** Live observations of one indicator in one area, all sources, oldest first. */
  observations(area: string, indicator: string): readonly Observation[];
  /** All there are at the revision, by id. */
  readonly seriesEditions: ReadonlyMap<number, SeriesEdition>;
  /** Indicators that are current for at least `coverage.liveShare` of the scored areas. */
  readonly liveIndicators: ReadonlySet<string>;
}
