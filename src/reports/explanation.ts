import type { Goalposts } from '../catalogue/catalogue.js';
import type { Statement } from '../communities/statement.js';
import type { Gain } from '../scoring/engine/room-to-gain.js';
import type { ChangeCause } from '../scoring/engine/shapley.js';
import type {
  EffectiveWeight,
  ExplainedChild,
  ExplainedNode,
  LeftOut,
} from '../scoring/explanation/explanation.js';
import type { Difference, Unsplit } from '../scoring/explanation/score-change.js';
import type { Grade, Missing, NodeKind } from '../scoring/score.js';
import type { FigureSource, IndicatorLine, ReportHead } from './report.js';

/** Everything behind one score: enough to compute it again, and to say why it is what it is. */
export interface ExplanationReport extends ReportHead {
  readonly kind: 'explanation';
  readonly area: { readonly code: string; readonly name: string };
  readonly node: { readonly kind: NodeKind | 'indicator'; readonly code: string; readonly name: string };
  /** As-of year. */
  readonly year: number;
  /** Points, 0 to 100, or why not. */
  readonly score?: number;
  readonly missing?: Missing;
  /** What it comes to, in the reader's language. */
  readonly sentences: readonly string[];
  readonly coverage?: number;
  readonly coverageOfLinked?: number;
  readonly meanAgeYears?: number;
  readonly grade?: ExplainedGrade;
  /** The 90 % range of the score; absent while it is not known. */
  readonly interval?: ExplainedInterval;
  /** Shares of the score's effective weight by the nature of the figures. */
  readonly natureShares: Readonly<Record<string, number>>;
  /** Share of the score's effective weight that communities' own figures carry. */
  readonly shareFromCommunities: number;
  /** Nodes: what it is made of. */
  readonly tree?: NamedNode;
  /** Every indicator that counts in it, in order of codes. */
  readonly indicators: readonly IndicatorExplanation[];
  /** How much each weighs. */
  readonly weights: readonly (EffectiveWeight & { readonly name: string })[];
  readonly help: WhatWouldHelp;
  readonly change?: ExplainedChange;
  /** Of the area on the score and on the indicators that count in it. */
  readonly statements: readonly Statement[];
  readonly madeWith: MadeWith;
}

/** The worst of its parts. */
export interface ExplainedGrade {
  readonly grade: Grade;
  readonly byCoverage: Grade;
  readonly byAge: Grade;
  /** Absent while there is no range: the grade is provisional then. */
  readonly byRange?: Grade;
}

export interface ExplainedInterval {
  readonly low: number;
  readonly median: number;
  readonly high: number;
  /** The score lies outside its own range: filling what is missing otherwise would change it much. */
  readonly outside: boolean;
  readonly revision: number;
  readonly seed: number;
  /** So many repetitions of the calculation. */
  readonly replicates: number;
}

export interface NamedNode extends Omit<ExplainedNode, 'children' | 'leftOut'> {
  readonly name: string;
  readonly children: readonly NamedChild[];
  readonly leftOut: readonly NamedLeftOut[];
}

export interface NamedChild extends Omit<ExplainedChild, 'node'> {
  readonly name: string;
  readonly node?: NamedNode;
}

export interface NamedLeftOut extends LeftOut {
  readonly name: string;
  readonly sentence: string;
}

/** How the level of an indicator came about, on top of what every report says of it. */
export interface IndicatorExplanation extends IndicatorLine {
  readonly definition: string;
  /** Points before they are held between 0 and 100. */
  readonly raw?: number;
  readonly goalposts: Goalposts;
  readonly goalpostReason: string;
  /** Number of inhabitants a count is expressed per. */
  readonly per?: number;
  /** The mean of so many years is scored. */
  readonly averageYears: number;
  readonly freshnessYears: number;
  /** What was reported and how it was read, oldest first; `value` is the mean of the years' values. */
  readonly years: readonly ExplainedYear[];
  /** The figure its pace starts from. */
  readonly baseFigure?: FigureSource;
  /** With the numbers filled in. */
  readonly formula?: string;
  readonly paceFormula?: string;
  /** Of the reason why there is no level or status, and of each flag. */
  readonly sentences: readonly string[];
}

export interface ExplainedYear {
  readonly year: number;
  readonly figures: readonly FigureSource[];
  readonly reported: number;
  readonly inhabitants?: number;
  readonly populationFixed: boolean;
  readonly value: number;
}

/** The top three by effective weight x distance to the median of the UN regional group. */
export interface WhatWouldHelp {
  /** Absent for areas without a regional group. */
  readonly group?: { readonly code: string; readonly name: string };
  readonly items: readonly (Gain & { readonly name: string; readonly values: number })[];
  /** Indicators that fewer than three areas of the group have a level of. */
  readonly withoutMedian: readonly string[];
}

export interface ExplainedChange {
  /** As asked for. */
  readonly since: string;
  readonly revision: number;
  readonly edition: string;
  readonly methodVersion: string;
  readonly configHash: string;
  readonly year: number;
  readonly before?: number;
  readonly after?: number;
  readonly total?: number;
  readonly effects: readonly {
    readonly cause: ChangeCause;
    readonly name: string;
    readonly points: number;
  }[];
  readonly unsplit?: Unsplit;
  readonly sentence: string;
  readonly differences: readonly (Omit<Difference, 'figureBefore' | 'figureAfter'> & {
    readonly figureBefore?: string;
    readonly figureAfter?: string;
  })[];
}

/** What it was computed with: the same again gives the same score. */
export interface MadeWith {
  readonly build: string;
  readonly methodVersion: string;
  readonly catalogueVersion: number;
  /** SHA-256 of method and catalogue. */
  readonly configHash: string;
  readonly dataRevision: number;
  /** SHA-256 of the figures and populations it stands on. */
  readonly datasetHash: string;
  /** Of the random numbers behind ranges. */
  readonly seed: number;
}
