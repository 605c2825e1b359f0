import { ApiProperty } from '@nestjs/swagger';
import type { ComparedArea, ComparedNode, CompareReport } from '../../reports/compare/compare-report.js';
import { SCORED_KINDS } from '../scores/nodes.request.js';
import { AreaScoreResponse, areaScoreResponse } from './area-score.response.js';
import {
  DistributionResponse,
  distributionResponse,
  ReportHeadResponse,
  reportHeadResponse,
} from './report-head.response.js';
import { StatementResponse, statementResponse } from './statement.response.js';

export class ComparedPointResponse {
  @ApiProperty({ type: Number, example: 2020 })
  readonly year!: number;

  @ApiProperty({ type: Number, description: 'Score, or level of an indicator: 0 to 100' })
  readonly score!: number;

  @ApiProperty({ type: Number, description: 'Years of one run are comparable with each other', example: 1 })
  readonly run!: number;
}

export class ComparedCountryResponse extends AreaScoreResponse {
  @ApiProperty({ type: Number, nullable: true, description: 'Of an indicator: its latest figure' })
  readonly value!: number | null;

  @ApiProperty({ type: Number, nullable: true, description: 'Year of that figure' })
  readonly year!: number | null;

  @ApiProperty({ type: String, nullable: true, description: 'Id of its observation' })
  readonly observation!: string | null;

  @ApiProperty({ type: [ComparedPointResponse], description: 'The oldest year first' })
  readonly history!: readonly ComparedPointResponse[];
}

export class OverlapResponse {
  @ApiProperty({ type: String, example: 'KEN' })
  readonly a!: string;

  @ApiProperty({ type: String, example: 'BRA' })
  readonly b!: string;

  @ApiProperty({
    type: Boolean,
    description: 'Whether their 90 % intervals have a point in common',
    example: false,
  })
  readonly overlap!: boolean;

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'The higher one; null where they overlap',
    example: 'BRA',
  })
  readonly higher!: string | null;
}

export class ComparedNodeResponse {
  @ApiProperty({ enum: SCORED_KINDS })
  readonly kind!: string;

  @ApiProperty({ type: String, example: 'P2' })
  readonly code!: string;

  @ApiProperty({ type: String })
  readonly name!: string;

  @ApiProperty({ type: String, nullable: true, description: 'Of an indicator' })
  readonly unit!: string | null;

  @ApiProperty({ type: [ComparedCountryResponse], description: 'In the order asked for' })
  readonly areas!: readonly ComparedCountryResponse[];

  @ApiProperty({ type: [DistributionResponse], description: 'In the order asked for' })
  readonly groups!: readonly DistributionResponse[];

  @ApiProperty({
    type: [OverlapResponse],
    description: 'Every two areas whose intervals are known, once; none of an indicator',
  })
  readonly pairs!: readonly OverlapResponse[];

  @ApiProperty({ type: [StatementResponse], description: 'Statements of the areas on it' })
  readonly statements!: readonly StatementResponse[];
}

export class CompareReportResponse extends ReportHeadResponse {
  @ApiProperty({ enum: ['compare'] })
  readonly kind!: string;

  @ApiProperty({ type: [ComparedNodeResponse], description: 'In the order asked for' })
  readonly nodes!: readonly ComparedNodeResponse[];
}

export function compareReportResponse(report: CompareReport): CompareReportResponse {
  return { ...reportHeadResponse(report), kind: report.kind, nodes: report.nodes.map(nodeResponse) };
}

function nodeResponse({
  kind,
  code,
  name,
  unit,
  areas,
  groups,
  pairs,
  statements,
}: ComparedNode): ComparedNodeResponse {
  return {
    kind,
    code,
    name,
    unit: unit ?? null,
    areas: areas.map(countryResponse),
    groups: groups.map(distributionResponse),
    pairs: pairs.map(({ a, b, overlap, higher }) => ({ a, b, overlap, higher: higher ?? null })),
    statements: statements.map(statementResponse),
  };
}

function countryResponse(area: ComparedArea): ComparedCountryResponse {
  return {
    ...areaScoreResponse(area),
    value: area.value ?? null,
    year: area.year ?? null,
    observation: area.observation ?? null,
    history: area.history.flatMap((points, run) =>
      points.map(({ year, score }) => ({ year, score, run: run + 1 })),
    ),
  };
}
