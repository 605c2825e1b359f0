import { ApiProperty } from '@nestjs/swagger';
import { CONFIDENCES } from '../../catalogue/confidence.js';
import { TookPartResponse, tookPartResponse } from '../reports/took-part.response.js';
import type { ObservationReport } from '../../reports/report.js';
import { FigureResponse, figureResponse } from '../reports/figure.response.js';
import { NamedCodeResponse } from '../reports/node-line.response.js';
import { ReportHeadResponse, reportHeadResponse } from '../reports/report-head.response.js';
import { StatementResponse, statementResponse } from '../reports/statement.response.js';

export class ObservedAreaResponse extends NamedCodeResponse {
  @ApiProperty({ type: Boolean })
  readonly scored!: boolean;
}

export class ObservedIndicatorResponse extends NamedCodeResponse {
  @ApiProperty({ type: String })
  readonly definition!: string;

  @ApiProperty({ type: String })
  readonly unit!: string;
}

export class ObservedSubmissionResponse {
  @ApiProperty({ type: String })
  readonly receipt!: string;

  @ApiProperty({ type: String, example: 'accepted' })
  readonly state!: string;

  @ApiProperty({ type: String, nullable: true })
  readonly fileName!: string | null;

  @ApiProperty({ type: String, description: 'SHA-256 of what was sent, hexadecimal' })
  readonly sha256!: string;

  @ApiProperty({ type: String, format: 'date-time' })
  readonly receivedAt!: string;
}

/** Who accepted it, by community. */
export class AcceptedByResponse {
  @ApiProperty({ type: String, format: 'date-time' })
  readonly decidedAt!: string;

  @ApiProperty({ type: [NamedCodeResponse], description: 'Communities the reviewer reviews for' })
  readonly communities!: readonly NamedCodeResponse[];
}

export class VersionResponse {
  @ApiProperty({ type: String })
  readonly id!: string;

  @ApiProperty({ type: Number })
  readonly value!: number;

  @ApiProperty({ type: String })
  readonly status!: string;

  @ApiProperty({ type: String })
  readonly receipt!: string;

  @ApiProperty({ type: Number })
  readonly revisionFrom!: number;

  @ApiProperty({ type: Number, nullable: true })
  readonly revisionTo!: number | null;
}

export class ObservationReportResponse extends ReportHeadResponse {
  @ApiProperty({ enum: ['observation'] })
  readonly kind!: 'observation';

  @ApiProperty({ type: String })
  readonly id!: string;

  @ApiProperty({ type: ObservedAreaResponse })
  readonly area!: ObservedAreaResponse;

  @ApiProperty({ type: ObservedIndicatorResponse })
  readonly indicator!: ObservedIndicatorResponse;

  @ApiProperty({ type: FigureResponse })
  readonly figure!: FigureResponse;

  @ApiProperty({ type: String, nullable: true })
  readonly note!: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'Links to what proves it, parted by spaces' })
  readonly evidence!: string | null;

  @ApiProperty({ type: [TookPartResponse], description: 'Of an assessment: who took part' })
  readonly tookPart!: readonly TookPartResponse[];

  @ApiProperty({
    enum: [...CONFIDENCES],
    nullable: true,
    description: 'Of an assessment: how sure its makers are',
  })
  readonly confidence!: string | null;

  @ApiProperty({ type: String, nullable: true })
  readonly seriesNotes!: string | null;

  @ApiProperty({ type: Boolean, description: 'Whether it is held now' })
  readonly live!: boolean;

  @ApiProperty({ type: Number })
  readonly revisionFrom!: number;

  @ApiProperty({ type: Number, nullable: true })
  readonly revisionTo!: number | null;

  @ApiProperty({ type: ObservedSubmissionResponse })
  readonly submission!: ObservedSubmissionResponse;

  @ApiProperty({ type: AcceptedByResponse, nullable: true })
  readonly decision!: AcceptedByResponse | null;

  @ApiProperty({ type: [VersionResponse], description: 'Every version of it, oldest first' })
  readonly versions!: readonly VersionResponse[];

  @ApiProperty({ type: [FigureResponse], description: 'What other sources say of the same year' })
  readonly beside!: readonly FigureResponse[];

  @ApiProperty({ type: [StatementResponse], description: 'Statements of the area on the indicator' })
  readonly statements!: readonly StatementResponse[];
}

export function observationReportResponse(report: ObservationReport): ObservationReportResponse {
  const { area, indicator, submission, decision } = report;
  return {
    ...reportHeadResponse(report),
    kind: report.kind,
    id: report.id,
    area: { code: area.code, name: area.name, scored: area.scored },
    indicator: {
      code: indicator.code,
      name: indicator.name,
      definition: indicator.definition,
      unit: indicator.unit,
    },
    figure: figureResponse(report.figure),
    note: report.note ?? null,
    evidence: report.evidence ?? null,
    tookPart: tookPartResponse(report.tookPart),
    confidence: report.confidence ?? null,
    seriesNotes: report.seriesNotes ?? null,
    live: report.live,
    revisionFrom: report.revisionFrom,
    revisionTo: report.revisionTo ?? null,
    submission: {
      receipt: submission.receipt,
      state: submission.state,
      fileName: submission.fileName ?? null,
      sha256: submission.sha256,
      receivedAt: submission.receivedAt,
    },
    decision:
      decision === undefined
        ? null
        : {
            decidedAt: decision.decidedAt,
            communities: decision.communities.map(({ code, name }) => ({ code, name })),
          },
    versions: report.versions.map((version) => ({
      id: version.id,
      value: version.value,
      status: version.status,
      receipt: version.receipt,
      revisionFrom: version.revisionFrom,
      revisionTo: version.revisionTo ?? null,
    })),
    beside: report.beside.map(figureResponse),
    statements: report.statements.map(statementResponse),
  };
}
