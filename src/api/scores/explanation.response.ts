import { ApiProperty } from '@nestjs/swagger';
import type { ExplanationReport, WhatWouldHelp } from '../../reports/explanation.js';
import { ExplainedChangeResponse, explainedChangeResponse } from './explained-change.response.js';
import { ExplainedIndicatorResponse, explainedIndicatorResponse } from './explained-indicator.response.js';
import { ExplainedNodeResponse, explainedNodeResponse } from './explained-node.response.js';
import { NamedCodeResponse } from '../reports/node-line.response.js';
import { ReportHeadResponse, reportHeadResponse } from '../reports/report-head.response.js';
import { StatementResponse, statementResponse } from '../reports/statement.response.js';

export class ExplainedPlaceResponse extends NamedCodeResponse {
  @ApiProperty({ type: String, example: 'principle' })
  readonly kind!: string;
}

export class ExplainedGradeResponse {
  @ApiProperty({ enum: ['A', 'B', 'C', 'D'], description: 'The worst of its parts' })
  readonly grade!: string;

  @ApiProperty({ enum: ['A', 'B', 'C', 'D'] })
  readonly byCoverage!: string;

  @ApiProperty({ enum: ['A', 'B', 'C', 'D'], description: 'By the mean age of the figures' })
  readonly byAge!: string;

  @ApiProperty({
    enum: ['A', 'B', 'C', 'D'],
    nullable: true,
    description: 'By the width of the 90 % range; null while it is not known: the grade is provisional then',
  })
  readonly byRange!: string | null;
}

export class ExplainedIntervalResponse {
  @ApiProperty({ type: Number, description: 'Lower end of the 90 % range' })
  readonly low!: number;

  @ApiProperty({ type: Number })
  readonly median!: number;

  @ApiProperty({ type: Number, description: 'Upper end of the 90 % range' })
  readonly high!: number;

  @ApiProperty({ type: Boolean, description: 'The score lies outside its own range' })
  readonly outside!: boolean;

  @ApiProperty({ type: Number, description: 'Data revision it belongs to' })
  readonly revision!: number;

  @ApiProperty({ type: Number })
  readonly seed!: number;

  @ApiProperty({ type: Number })
  readonly replicates!: number;
}

/** How much an indicator weighs in the score, at all its places together. */
export class EffectiveWeightResponse extends NamedCodeResponse {
  @ApiProperty({ type: Number, description: 'Share (0-1) of the node as designed' })
  readonly nominal!: number;

  @ApiProperty({ type: Number, description: 'Share (0-1) of the score' })
  readonly actual!: number;

  @ApiProperty({ type: Boolean, description: 'The mean of the region stands in' })
  readonly filled!: boolean;

  @ApiProperty({ type: Number, nullable: true, description: '0 to 100' })
  readonly level!: number | null;

  @ApiProperty({ type: Number, nullable: true, description: 'Points; they sum to the score' })
  readonly points!: number | null;

  @ApiProperty({ type: Number, nullable: true, description: 'Points it keeps the score from 100 by' })
  readonly pointsLost!: number | null;
}

export class HelpItemResponse extends NamedCodeResponse {
  @ApiProperty({ type: Number, description: 'Share (0-1) of the score' })
  readonly weight!: number;

  @ApiProperty({ type: Number, description: '0 to 100' })
  readonly level!: number;

  @ApiProperty({ type: Number, description: 'Middle level of the group' })
  readonly median!: number;

  @ApiProperty({ type: Number, description: 'Areas of the group that have a level' })
  readonly values!: number;

  @ApiProperty({ type: Number, description: 'Weight x way to the median' })
  readonly points!: number;
}

/** What would help most. */
export class HelpResponse {
  @ApiProperty({ type: NamedCodeResponse, nullable: true, description: 'UN regional group' })
  readonly group!: NamedCodeResponse | null;

  @ApiProperty({ type: [HelpItemResponse], description: 'At most three, most first' })
  readonly items!: readonly HelpItemResponse[];

  @ApiProperty({ type: [String], description: 'Indicators with fewer than three levels in the group' })
  readonly withoutMedian!: readonly string[];
}

/** The same again gives the same score. */
export class MadeWithResponse {
  @ApiProperty({ type: String, description: 'What the program was built from' })
  readonly build!: string;

  @ApiProperty({ type: String })
  readonly methodVersion!: string;

  @ApiProperty({ type: Number })
  readonly catalogueVersion!: number;

  @ApiProperty({ type: String, description: 'SHA-256 of method and catalogue' })
  readonly configHash!: string;

  @ApiProperty({ type: Number })
  readonly dataRevision!: number;

  @ApiProperty({ type: String, description: 'SHA-256 of the figures and populations it stands on' })
  readonly datasetHash!: string;

  @ApiProperty({ type: Number, description: 'Of the random numbers behind ranges' })
  readonly seed!: number;
}

/** Everything behind one score: enough to compute it again. */
export class ExplanationResponse extends ReportHeadResponse {
  @ApiProperty({ enum: ['explanation'] })
  readonly kind!: 'explanation';

  @ApiProperty({ type: NamedCodeResponse })
  readonly area!: NamedCodeResponse;

  @ApiProperty({ type: ExplainedPlaceResponse })
  readonly node!: ExplainedPlaceResponse;

  @ApiProperty({ type: Number, description: 'As of which year' })
  readonly year!: number;

  @ApiProperty({ type: Number, nullable: true, description: 'Points, 0 to 100; for indicators the level' })
  readonly score!: number | null;

  @ApiProperty({ type: String, nullable: true, description: 'Why there is no score' })
  readonly missing!: string | null;

  @ApiProperty({ type: [String] })
  readonly sentences!: readonly string[];

  @ApiProperty({
    type: Number,
    nullable: true,
    description: 'Nodes: share (0-1) of the weight that feeds it',
  })
  readonly coverage!: number | null;

  @ApiProperty({ type: Number, nullable: true, description: 'Views: the same of all linked indicators' })
  readonly coverageOfLinked!: number | null;

  @ApiProperty({ type: Number, nullable: true, description: 'Mean age of the figures by weight' })
  readonly meanAgeYears!: number | null;

  @ApiProperty({ type: ExplainedGradeResponse, nullable: true })
  readonly grade!: ExplainedGradeResponse | null;

  @ApiProperty({ type: ExplainedIntervalResponse, nullable: true, description: 'Null while it is not known' })
  readonly interval!: ExplainedIntervalResponse | null;

  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'number' },
    description: 'Shares (0-1) of the weight by the nature of the figures',
  })
  readonly natureShares!: Readonly<Record<string, number>>;

  @ApiProperty({ type: Number, description: 'Share (0-1) of the weight of figures that communities made' })
  readonly shareFromCommunities!: number;

  @ApiProperty({ type: ExplainedNodeResponse, nullable: true, description: 'Nodes: what it is made of' })
  readonly tree!: ExplainedNodeResponse | null;

  @ApiProperty({ type: [ExplainedIndicatorResponse], description: 'Every indicator that counts in it' })
  readonly indicators!: readonly ExplainedIndicatorResponse[];

  @ApiProperty({ type: [EffectiveWeightResponse] })
  readonly weights!: readonly EffectiveWeightResponse[];

  @ApiProperty({ type: HelpResponse })
  readonly help!: HelpResponse;

  @ApiProperty({ type: ExplainedChangeResponse, nullable: true, description: 'Only with `since`' })
  readonly change!: ExplainedChangeResponse | null;

  @ApiProperty({
    type: [StatementResponse],
    description: 'Statements of the area on it and on its indicators',
  })
  readonly statements!: readonly StatementResponse[];

  @ApiProperty({ type: MadeWithResponse })
  readonly madeWith!: MadeWithResponse;
}

export function explanationResponse(report: ExplanationReport): ExplanationResponse {
  const { area, node, grade, interval, madeWith } = report;
  return {
    ...reportHeadResponse(report),
    kind: report.kind,
    area: { code: area.code, name: area.name },
    node: { kind: node.kind, code: node.code, name: node.name },
    year: report.year,
    score: report.score ?? null,
    missing: report.missing ?? null,
    sentences: report.sentences,
    coverage: report.coverage ?? null,
    coverageOfLinked: report.coverageOfLinked ?? null,
    meanAgeYears: report.meanAgeYears ?? null,
    grade:
      grade === undefined
        ? null
        : {
            grade: grade.grade,
            byCoverage: grade.byCoverage,
            byAge: grade.byAge,
            byRange: grade.byRange ?? null,
          },
    interval:
      interval === undefined
        ? null
        : {
            low: interval.low,
            median: interval.median,
            high: interval.high,
            outside: interval.outside,
            revision: interval.revision,
            seed: interval.seed,
            replicates: interval.replicates,
          },
    natureShares: report.natureShares,
    shareFromCommunities: report.shareFromCommunities,
    tree: report.tree === undefined ? null : explainedNodeResponse(report.tree),
    indicators: report.indicators.map(explainedIndicatorResponse),
    weights: weightsOf(report),
    help: helpResponse(report.help),
    change: report.change === undefined ? null : explainedChangeResponse(report.change),
    statements: report.statements.map(statementResponse),
    madeWith: {
      build: madeWith.build,
      methodVersion: madeWith.methodVersion,
      catalogueVersion: madeWith.catalogueVersion,
      configHash: madeWith.configHash,
      dataRevision: madeWith.dataRevision,
      datasetHash: madeWith.datasetHash,
      seed: madeWith.seed,
    },
  };
}

function weightsOf({ weights }: ExplanationReport): readonly EffectiveWeightResponse[] {
  return weights.map((weight) => ({
    code: weight.indicator,
    name: weight.name,
    nominal: weight.nominal,
    actual: weight.actual,
    filled: weight.filled,
    level: weight.level ?? null,
    points: weight.points ?? null,
    pointsLost: weight.pointsLost ?? null,
  }));
}

function helpResponse({ group, items, withoutMedian }: WhatWouldHelp): HelpResponse {
  return {
    group: group === undefined ? null : { code: group.code, name: group.name },
    items: items.map(({ code, name, weight, level, median, values, points }) => ({
      code,
      name,
      weight,
      level,
      median,
      values,
      points,
    })),
    withoutMedian,
  };
}
