import type { AreaGroup, CrosswalkType } from '../catalogue/catalogue.js';
import type { Confidence } from '../catalogue/confidence.js';
import type { TookPart } from '../catalogue/took-part.js';
import type { NriCard } from '../communities/nri-card.js';
import type { Statement } from '../communities/statement.js';
import type { ScoreCertainty } from '../scoring/uncertainty/score-certainty.js';
import type {
  Direction,
  Growth,
  IndicatorForecast,
  Missing,
  NodeSegment,
  Pace,
  Status,
} from '../scoring/score.js';
import type { Assessment } from './assessment.js';
import type { WhatItTakes } from './what-it-takes.js';

/**
 * Plain objects that say what pages, JSON, CSV and briefs show. One builder each makes them from the score board, so
 * that every surface carries the same numbers. Numbers are full doubles; only printing rounds them.
 */
export interface ReportHead {
  readonly framework: string;
  readonly edition: string;
  readonly methodVersion: string;
  readonly asOfYear: number;
  readonly revision: number;
}

/** Where a figure comes from: enough to reach its observation, submission and publisher. */
export interface FigureSource {
  /** Stable id of the observation: AREA.INDICATOR.YEAR.SERIES_EDITION.REVISION. */
  readonly observation: string;
  readonly receipt: string;
  readonly row: number;
  readonly community: string;
  readonly communityName: string;
  readonly organisation?: string;
  readonly source: string;
  readonly edition: string;
  readonly url?: string;
  readonly terms?: string;
  readonly redistribution?: string;
  readonly provenance?: string;
  readonly status: string;
  /** As reported, before dividing by population or averaging. */
  readonly value: number;
  readonly year: number;
}

/** One indicator of one area as reports show it. */
export interface IndicatorLine {
  readonly indicator: string;
  readonly name: string;
  readonly unit: string;
  readonly goal: string;
  readonly tier: 'core' | 'extended';
  readonly value?: number;
  readonly year?: number;
  readonly ageYears?: number;
  readonly level?: number;
  readonly missing?: Missing;
  readonly target?: number;
  readonly targetYear?: number;
  readonly targetBasis?: string;
  readonly status?: Status;
  readonly statusReason?: string;
  readonly direction?: Direction;
  readonly pace?: Pace;
  readonly forecast?: IndicatorForecast;
  readonly growth?: Growth;
  readonly flags: readonly string[];
  readonly figure?: FigureSource;
  readonly alternatives: readonly FigureSource[];
  /** Only where communities assess on the ladder. */
  readonly assessment?: Assessment;
}

/** One node (principle, goal, commitment, objective, issue) of one area as reports show it. */
export interface NodeLine extends ScoreCertainty {
  readonly kind: string;
  readonly code: string;
  readonly name: string;
  readonly score?: number;
  readonly missing?: Missing;
  readonly coverage: number;
  readonly coverageOfLinked?: number;
  readonly meanAgeYears?: number;
  readonly observedPace?: number;
  readonly direction?: Direction;
  readonly paceReason?: string;
  readonly baseYear?: number;
  /** Names of what is missing for a score, or for full coverage. */
  readonly unavailable: readonly { readonly code: string; readonly name: string }[];
  readonly contributions: readonly {
    readonly code: string;
    readonly name: string;
    readonly share: number;
    readonly score: number;
    readonly points: number;
  }[];
  readonly statusShares: Readonly<Record<string, number>>;
}

export interface CommitmentLine extends NodeLine {
  readonly paragraph: string;
  readonly objective?: string;
  readonly confidence: string;
  readonly scored: boolean;
  readonly links: readonly {
    readonly indicator: string;
    readonly name: string;
    readonly type: CrosswalkType;
    readonly reason: string;
  }[];
}

/** Counts behind the one-sentence summary of a country or issue. */
export interface SummaryCounts {
  readonly withTarget: number;
  readonly metOrOnTrack: number;
  readonly needAcceleration: number;
  readonly movingAway: number;
  /** The target year has passed without the target being met. */
  readonly missed: number;
  readonly notAssessable: number;
  readonly withoutTarget: number;
  readonly improving: number;
  readonly declining: number;
  readonly lackData: number;
}

export interface CountryReport extends ReportHead {
  readonly kind: 'country';
  readonly area: {
    readonly code: string;
    readonly name: string;
    readonly m49: string;
    readonly unGroup?: string;
    readonly incomeGroup?: string;
  };
  readonly summary: SummaryCounts;
  readonly principles: readonly (NodeLine & {
    readonly goals: readonly NodeLine[];
    readonly history: readonly NodeSegment[];
  })[];
  readonly indicators: readonly IndicatorLine[];
  readonly commitments: readonly CommitmentLine[];
  readonly issues: readonly NodeLine[];
  /** One for each agreed target with a current value that does not meet it, in catalogue order. */
  readonly whatWouldItTake: readonly WhatItTakes[];
  readonly communities: readonly {
    readonly code: string;
    readonly name: string;
    readonly kind: string;
    readonly website?: string;
  }[];
  /** What the communities of the country tell of themselves, as far as they consent; nothing in a release. */
  readonly nri: readonly NriCard[];
  /** Statements on the country and on its figures, the latest first. */
  readonly statements: readonly Statement[];
}

/** How many countries lie where: for a node over a group of areas. */
export interface Distribution {
  readonly group: Pick<AreaGroup, 'code' | 'kind' | 'name'>;
  readonly members: number;
  readonly withScore: number;
  /** Level at the middle country, and the middle half (type 7 quantiles); absent with fewer than five scores. */
  readonly median?: number;
  readonly lowerQuartile?: number;
  readonly upperQuartile?: number;
  readonly improving: number;
  readonly declining: number;
  readonly steady: number;
}

export interface OverviewReport extends ReportHead {
  readonly kind: 'overview';
  readonly principles: readonly {
    readonly code: string;
    readonly name: string;
    readonly distributions: readonly Distribution[];
  }[];
  readonly areas: readonly {
    readonly code: string;
    readonly name: string;
    readonly group?: string;
    readonly principles: readonly {
      readonly code: string;
      readonly score?: number;
      readonly missing?: Missing;
    }[];
  }[];
  /** Agreed targets, in catalogue order: how many countries stand where. */
  readonly targets: readonly TargetSummary[];
  readonly observations: number;
  readonly indicatorsWithFigures: number;
}

/** How many countries stand where on one agreed target. */
export interface TargetSummary {
  readonly indicator: string;
  readonly name: string;
  readonly unit: string;
  readonly target: number;
  readonly targetYear: number;
  /** Of the countries with a current figure, by status. */
  readonly statuses: Readonly<Record<Status, number>>;
  /** Countries without a current figure. */
  readonly without: number;
}

/** Where one area stands on a node, as of the as-of year. Points, 0 to 100. */
export interface AreaScore {
  readonly code: string;
  readonly name: string;
  readonly score?: number;
  /** Ends of its 90 % interval; absent while they are not known. */
  readonly scoreLow?: number;
  readonly scoreHigh?: number;
  readonly missing?: Missing;
  /** Share (0-1) of the weight that contributed. */
  readonly coverage: number;
  readonly direction?: Direction;
  /** Mean age of the values it stands on, years. */
  readonly meanAgeYears?: number;
}

/** What is known of an indicator over all areas. */
export interface IndicatorSummary {
  readonly code: string;
  readonly name: string;
  readonly unit: string;
  /** Whether it counts in the views of this edition. */
  readonly live: boolean;
  readonly areasWithLevel: number;
  /** Points, 0 to 100. */
  readonly medianLevel?: number;
}

export interface IssueReport extends ReportHead {
  readonly kind: 'issue';
  readonly issue: { readonly code: string; readonly name: string; readonly principles: readonly string[] };
  readonly distributions: readonly Distribution[];
  readonly indicators: readonly IndicatorSummary[];
  readonly areas: readonly AreaScore[];
  /** Of any area on it, the latest first. */
  readonly statements: readonly Statement[];
}

export interface IndicatorReport extends ReportHead {
  readonly kind: 'indicator';
  readonly indicator: {
    readonly code: string;
    readonly name: string;
    readonly definition: string;
    readonly unit: string;
    readonly goal: string;
    readonly goalName: string;
    readonly tier: string;
    readonly goalposts: Readonly<Record<string, string | number>>;
    readonly goalpostReason: string;
    readonly target?: number;
    readonly targetBasis?: string;
    readonly targetYear?: number;
    readonly source: string;
    readonly licence: string;
    readonly caveats?: string;
    readonly scored: boolean;
  };
  readonly commitments: readonly {
    readonly id: string;
    readonly title: string;
    readonly type: CrosswalkType;
    readonly reason: string;
  }[];
  readonly issues: readonly { readonly code: string; readonly name: string }[];
  /** Views of other agendas it counts in. */
  readonly actionLines: readonly { readonly code: string; readonly name: string }[];
  readonly sdgTargets: readonly { readonly code: string; readonly name: string }[];
  readonly series: readonly {
    readonly organisation: string;
    readonly series: string;
    readonly edition: string;
    readonly url: string;
    readonly terms: string;
    readonly redistribution: string;
    readonly provenance: string;
    readonly notes: string;
  }[];
  readonly distribution: Distribution;
  readonly areas: readonly (IndicatorLine & { readonly area: string; readonly areaName: string })[];
  /** Of any area on it, the latest first. */
  readonly statements: readonly Statement[];
}

/** One figure down to the row that made it. */
export interface ObservationReport extends ReportHead {
  readonly kind: 'observation';
  readonly id: string;
  readonly area: { readonly code: string; readonly name: string; readonly scored: boolean };
  readonly indicator: {
    readonly code: string;
    readonly name: string;
    readonly definition: string;
    readonly unit: string;
  };
  readonly figure: FigureSource;
  readonly note?: string;
  /** Addresses (http or https) of what proves it, parted by spaces. */
  readonly evidence?: string;
  /** Of an assessment: who took part; otherwise empty. */
  readonly tookPart: TookPart;
  /** Of an assessment: how sure those are who made it. */
  readonly confidence?: Confidence;
  /** What to know of its series before using it. */
  readonly seriesNotes?: string;
  readonly live: boolean;
  readonly revisionFrom: number;
  /** First revision that no longer holds it. */
  readonly revisionTo?: number;
  readonly submission: {
    readonly receipt: string;
    readonly state: string;
    readonly fileName?: string;
    readonly sha256: string;
    /** RFC 3339, UTC. */
    readonly receivedAt: string;
  };
  /** Who accepted it is told by community, never by person. */
  readonly decision?: {
    readonly decidedAt: string;
    readonly communities: readonly { readonly code: string; readonly name: string }[];
  };
  /** The same figure before and after: same indicator, area, year, series, edition and community; oldest first. */
  readonly versions: readonly {
    readonly id: string;
    readonly value: number;
    readonly status: string;
    readonly receipt: string;
    readonly revisionFrom: number;
    readonly revisionTo?: number;
  }[];
  /** Of the area on the indicator. */
  readonly statements: readonly Statement[];
  /** What other sources say of the same indicator, area and year. */
  readonly beside: readonly FigureSource[];
}
