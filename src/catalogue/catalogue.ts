/**
 * The vocabulary of what is measured, on one page. A framework is a tree (principle > goal > indicator) plus two
 * kinds of views over the same indicators: commitments (grouped into objectives) and issues. Nothing in the code
 * names a principle, goal, commitment or issue: all of them come from the seed files.
 */

export interface Catalogue {
  readonly framework: Framework;
  readonly method: Method;
  readonly principles: readonly Principle[];
  readonly goals: readonly Goal[];
  readonly indicators: readonly Indicator[];
  readonly ladder: readonly LadderLevel[];
  /** Assessments that lie so many levels apart, or more, are disputed; absent in catalogues of earlier times: none are. */
  readonly disputedFrom?: number;
  /** What levels may look like for an indicator; absent in catalogues of earlier times. */
  readonly ladderExamples?: readonly LadderExample[];
  readonly issues: readonly Issue[];
  /** Agendas of the United Nations beside the framework; absent in catalogues of earlier times. */
  readonly actionLines?: readonly ActionLine[];
  readonly sdgTargets?: readonly SdgTarget[];
  readonly objectives: readonly Objective[];
  readonly commitments: readonly Commitment[];
  readonly crosswalk: readonly CrosswalkLink[];
  readonly areas: readonly Area[];
  readonly groups: readonly AreaGroup[];
  readonly population: readonly PopulationFigure[];
  /** Where the population figures come from. */
  readonly populationSeries?: readonly PublishedSeries[];
  /** Series of published figures, one entry for each edition of each series. */
  readonly series: readonly PublishedSeries[];
  /** Pairs of editions of one indicator that may be compared over time. Empty: none may. */
  readonly comparableEditions: readonly ComparableEditions[];
  /** Publishers' own codes and titles of series, e.g. IT.NET.USER.ZS. */
  readonly seriesAliases: readonly SeriesAlias[];
  /** Publishers' own codes of areas; without `area` the row is skipped, and listed. */
  readonly areaAliases: readonly AreaAlias[];
  /** Indicators that their publishers once wrote in another way; absent in catalogues of earlier times. */
  readonly scaleTraps?: readonly ScaleTrap[];
  /** Indicators that have no meaning in an area. */
  readonly notApplicable: readonly NotApplicable[];
  /** Names in other languages than the source's: by language, kind and code. */
  readonly names?: Readonly<Record<string, TranslatedNames>>;
  /** Definitions, reasons and other texts in other languages than the source's: by language, kind, code and field. */
  readonly texts?: Readonly<Record<string, TranslatedTexts>>;
}

/** What has a name that readers see in their language. */
export type NamedKind =
  | 'principle'
  | 'goal'
  | 'objective'
  | 'commitment'
  | 'issue'
  | 'action_line'
  | 'sdg_target'
  | 'sdg_goal'
  | 'indicator'
  | 'group';

/** Names in one language, by kind and code. */
export type TranslatedNames = Readonly<Partial<Record<NamedKind, Readonly<Record<string, string>>>>>;

/**
 * What is told in the language of the reader, beside names. A phrase is a text that stands in many places, such as the
 * terms of a publisher; it and a unit are their own code.
 */
export type ToldKind =
  'framework' | 'unit' | 'ladder' | 'ladder_example' | 'phrase' | 'indicator' | 'commitment' | 'crosswalk';

/** Texts in one language, by kind, code and field. */
export type TranslatedTexts = Readonly<
  Partial<Record<ToldKind, Readonly<Record<string, Readonly<Record<string, string>>>>>>
>;

export interface Framework {
  readonly code: string;
  readonly name: string;
  readonly version: string;
  readonly description: string;
  readonly source: string;
}

/** The scoring method's settings: all of them configuration, all of them published. Units as named. */
export interface Method {
  readonly version: string;
  /** Name of the edition, e.g. "2026". */
  readonly edition: string;
  /** Last year that counts; there is no clock in scoring. */
  readonly asOfYear: number;
  /** First year of the score board. */
  readonly firstYear: number;
  readonly base: {
    /** The base year once `asOfYear` >= `fixedFrom`. */
    readonly fixedYear: number;
    readonly fixedFrom: number;
    /** Before that: `asOfYear` minus so many years. */
    readonly lookBackYears: number;
    readonly windowYears: number;
    readonly minSpanYears: number;
  };
  readonly maxFreshnessYears: number;
  readonly defaultTargetYear: number;
  readonly pace: {
    readonly deadBand: number;
    readonly onTrackRatio: number;
    readonly needsAccelerationRatio: number;
    /** Points a year beyond which a direction is improving or declining. */
    readonly directionBand: number;
  };
  readonly coverage: {
    readonly goal: number;
    readonly principle: number;
    readonly principleMinGoals: number;
    readonly framework: number;
    readonly view: number;
    readonly viewMinIndicators: number;
    readonly objectiveMinCommitments: number;
    readonly objectiveMinShare: number;
    /** An indicator of a view is live when current for at least this share of the scored areas. */
    readonly liveShare: number;
    /** Least number of available indicators of a commitment when one of them measures it, and when none does. */
    readonly commitmentIfMeasured: number;
    readonly commitmentOtherwise: number;
    /** Share of a node's available weight that must have a comparable history for the node to have a pace. */
    readonly matchedShare: number;
    /** A unit is ranked when its overall coverage is at least this, and every principle has a score. */
    readonly rank: number;
  };
  readonly grades: {
    readonly coverage: readonly [a: number, b: number, c: number];
    readonly ageYears: readonly [a: number, b: number, c: number];
    /** Width of the 90 % range of a score, points. */
    readonly rangePoints: readonly [a: number, b: number, c: number];
  };
  /** Power of the mean at each level: 1 arithmetic, 0 geometric. */
  readonly power: { readonly goal: number; readonly principle: number; readonly framework: number };
  /** Nodes whose power is not that of their level. */
  readonly powers: readonly PowerDecision[];
  /** Weights that are not those of the children's own rows. */
  readonly weights: readonly WeightDecision[];
  /** What a link that measures a commitment partly counts for, beside one that measures it: 0 to 1. */
  readonly partlyWeight: number;
  readonly missing: {
    /** Weights are renormalised over what there is, or gaps are filled with the mean of the UN regional group. */
    readonly rule: 'renormalise' | 'regional_mean';
    /** Least number of values in a region for a mean that fills. */
    readonly minValues: number;
  };
  /** The other way to judge progress, beside the method's own: compound annual growth. */
  readonly growth: { readonly thresholds: 'open_sdg' | 'eurostat' };
  readonly aggregates: {
    /** Least shares of people and of members that a score of a region or community stands on. */
    readonly populationCoverage: number;
    readonly memberCoverage: number;
    /** The one year whose population weighs members, all years alike. */
    readonly populationYear: number;
  };
  readonly uncertainty: {
    /** 0 to 2^32 - 1. */
    readonly seed: number;
    readonly replicates: number;
    readonly auditReplicates: number;
    /** Shares by which weights, and goalposts in terms of their range, vary up and down. */
    readonly weightNoise: number;
    readonly postNoise: number;
    /** Points of error of a value one year old whose source states none. */
    readonly ageSigma: number;
  };
  readonly overallScore: boolean;
  readonly ranks: boolean;
  /** Smallest group of areas with data that may serve as peers. */
  readonly minPeers: number;
}

/** Who decided on a setting of one node, when and why. */
interface Decision {
  readonly author: string;
  /** Year-month-day. */
  readonly date: string;
  readonly reason: string;
}

export interface PowerDecision extends Decision {
  readonly node: string;
  readonly power: number;
}

/** Weight of a child (node or indicator) beside its siblings below one parent. */
export interface WeightDecision extends Decision {
  readonly parent: string;
  readonly child: string;
  readonly weight: number;
}

/** Years in which an indicator was published otherwise: better was lower, or values were a clean factor smaller. */
export interface ScaleTrap {
  readonly indicator: string;
  /** The first year of the scale in use. */
  readonly before: number;
  readonly kind: 'reversed' | 'smaller';
  /** The largest value of the smaller scale. */
  readonly most?: number;
  readonly reason: string;
}

export interface NotApplicable {
  readonly indicator: string;
  readonly area: string;
  readonly reason: string;
}

export interface Principle {
  readonly code: string;
  readonly name: string;
  readonly weight: number;
  readonly source: string;
}

export interface Goal {
  readonly code: string;
  readonly principle: string;
  readonly name: string;
  readonly weight: number;
  /** Words of the framework's own paper; absent while they have not been carried over. */
  readonly officialText?: string;
  readonly basis: string;
}

export type Scale = 'linear' | 'log' | 'log1p';

/** Where a level begins and ends, in the indicator's own unit. worst > best means lower is better. */
export type Goalposts =
  | {
      readonly kind: 'range' | 'rubric';
      readonly worst: number;
      readonly best: number;
      readonly scale: Scale;
    }
  | { readonly kind: 'band'; readonly low: number; readonly high: number; readonly zeroDistance: number };

export interface Indicator {
  readonly code: string;
  readonly name: string;
  readonly goal: string;
  /** Only core indicators move the framework's own scores; extended ones count in the views. */
  readonly tier: 'core' | 'extended';
  readonly definition: string;
  readonly unit: string;
  /** Number of inhabitants a count is expressed per; absent: not divided. */
  readonly per?: number;
  readonly goalposts: Goalposts;
  readonly goalpostReason: string;
  readonly hardMin?: number;
  readonly hardMax?: number;
  readonly target?: number;
  /** Who agreed the target. Only an indicator with target and basis has a status. */
  readonly targetBasis?: string;
  readonly targetYear?: number;
  readonly averageYears: number;
  readonly weight: number;
  readonly overlapGroup?: string;
  readonly scored: boolean;
  readonly derivedScoresAllowed: boolean;
  readonly freshnessYears: number;
  readonly issues: readonly string[];
  /** Action lines and targets as their documents call them, without the prefix of their codes: C5, 9.1. */
  readonly wsis: readonly string[];
  readonly sdg: readonly string[];
  readonly source: string;
  readonly series: string;
  readonly update: string;
  readonly licence: string;
  readonly caveats?: string;
}

export interface LadderLevel {
  readonly level: number;
  readonly name: string;
  readonly means: string;
}

/** What a level of the ladder may look like for an indicator; of no country in particular. */
export interface LadderExample {
  readonly indicator: string;
  readonly level: number;
  readonly example: string;
}

export interface Issue {
  readonly code: string;
  readonly name: string;
  readonly principles: readonly string[];
}

/** A line of action of the World Summit on the Information Society, e.g. WSIS-C5. */
export interface ActionLine {
  readonly code: string;
  readonly name: string;
  readonly source: string;
}

/** A target of the Sustainable Development Goals, e.g. SDG-9.1, in short words. */
export interface SdgTarget {
  readonly code: string;
  readonly name: string;
  /** Code of its goal, e.g. SDG-9. */
  readonly goal: string;
  readonly goalName: string;
  readonly source: string;
}

export interface Objective {
  readonly code: string;
  readonly name: string;
}

export interface Commitment {
  readonly id: string;
  /** Absent: follow-up and review, in no objective. */
  readonly objective?: string;
  readonly paragraph: string;
  readonly section: string;
  readonly title: string;
  readonly kind: 'commitment' | 'call' | 'request' | 'recognition';
  readonly addressee: string;
  /** Target year. */
  readonly by?: number;
  /** The resolution's own words for when. */
  readonly deadline?: string;
  readonly measurability: string;
  readonly measurableBy?: string;
  readonly sdgTargets: readonly string[];
  readonly relatedSdgIndicators: readonly string[];
  /** How sure the text is: checked against the resolution, or recalled. */
  readonly confidence: 'text' | 'anchor' | 'recalled' | 'recalled-order-uncertain';
  readonly sdgConfidence?: string;
  /** Scored for countries: a commitment addressed to Member States that is not global only. */
  readonly scored: boolean;
}

export type CrosswalkType = 'measures' | 'partly' | 'context';

export interface CrosswalkLink {
  readonly indicator: string;
  readonly commitment: string;
  readonly type: CrosswalkType;
  readonly reason: string;
  readonly author: string;
  readonly date: string;
  readonly official: boolean;
  readonly reviewed: boolean;
}

export interface Area {
  /** ISO 3166-1 alpha-3. */
  readonly code: string;
  readonly iso2: string;
  /** Three digits, with leading zeros. */
  readonly m49: string;
  readonly name: string;
  readonly status: 'member' | 'observer' | 'other';
  /** Scored areas have a country page and a brief; others only take observations. */
  readonly scored: boolean;
  readonly unGroup?: string;
  readonly region?: string;
  readonly incomeGroup?: string;
}

export interface AreaGroup {
  readonly code: string;
  readonly kind: 'world' | 'un_regional_group' | 'income_group';
  readonly name: string;
  /** Codes of the scored areas that belong to it. */
  readonly members: readonly string[];
}

export interface PopulationFigure {
  readonly area: string;
  readonly year: number;
  readonly inhabitants: number;
  readonly edition: string;
}

export type Redistribution = 'attribution' | 'sa' | 'nc-sa' | 'ask';

export interface PublishedSeries {
  readonly indicator: string;
  readonly organisation: string;
  readonly series: string;
  readonly edition: string;
  readonly fromYear: number;
  readonly toYear: number;
  readonly url: string;
  readonly terms: string;
  readonly redistribution: Redistribution;
  readonly provenance: string;
  readonly notes: string;
}

export interface ComparableEditions {
  readonly indicator: string;
  readonly editionA: string;
  readonly editionB: string;
  readonly reason: string;
}

export interface SeriesAlias {
  readonly alias: string;
  readonly indicator: string;
}

export interface AreaAlias {
  readonly alias: string;
  readonly area?: string;
  readonly reason: string;
}
