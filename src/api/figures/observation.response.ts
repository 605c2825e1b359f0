import { ApiProperty } from '@nestjs/swagger';
import { CONFIDENCES } from '../../catalogue/confidence.js';
import { printTookPart } from '../../catalogue/took-part.js';
import type { TracedObservation } from '../../observations/observation-filter.js';

export class ObservationResponse {
  @ApiProperty({ type: String, description: 'Stable id', example: 'KEN.UI_NETUSE.2023.3.1' })
  readonly id!: string;

  @ApiProperty({ type: String, description: 'ISO 3166-1 alpha-3', example: 'KEN' })
  readonly area!: string;

  @ApiProperty({ type: String, example: 'UI_NETUSE' })
  readonly indicator!: string;

  @ApiProperty({ type: Number, example: 2023 })
  readonly year!: number;

  @ApiProperty({ type: Number, description: 'In the indicator’s unit', example: 35 })
  readonly value!: number;

  @ApiProperty({ type: String, example: '% of population' })
  readonly unit!: string;

  @ApiProperty({ enum: ['normal', 'estimated', 'provisional', 'modelled', 'self_assessed', 'doubtful'] })
  readonly status!: string;

  @ApiProperty({ type: String, description: 'Series of the publisher, or source as the sender names it' })
  readonly source!: string;

  @ApiProperty({ type: String })
  readonly edition!: string;

  @ApiProperty({ type: String, nullable: true, description: 'Publisher' })
  readonly organisation!: string | null;

  @ApiProperty({ type: String, nullable: true })
  readonly url!: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'Terms of use' })
  readonly terms!: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'How the figure came here' })
  readonly provenance!: string | null;

  @ApiProperty({ type: String, description: 'Code of the community that sent it' })
  readonly community!: string;

  @ApiProperty({ type: String })
  readonly communityName!: string;

  @ApiProperty({ type: String, description: 'Receipt of the submission it came in' })
  readonly receipt!: string;

  @ApiProperty({ type: Number, description: 'Row of the file, 1 = header' })
  readonly row!: number;

  @ApiProperty({ type: String, nullable: true })
  readonly note!: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'Links to what proves it, parted by spaces' })
  readonly evidence!: string | null;

  @ApiProperty({
    type: String,
    nullable: true,
    description:
      'Of an assessment: the stakeholder groups that took part, persons protected (`<5`, or a multiple of five)',
    example: 'government (<5); civil_society (15)',
  })
  readonly groups!: string | null;

  @ApiProperty({
    enum: [...CONFIDENCES],
    nullable: true,
    description: 'Of an assessment: how sure its makers are',
  })
  readonly confidence!: string | null;

  @ApiProperty({ type: Number, description: 'First data revision that holds it' })
  readonly revisionFrom!: number;

  @ApiProperty({ type: Number, nullable: true, description: 'First data revision that no longer holds it' })
  readonly revisionTo!: number | null;
}

export const OBSERVATION_COLUMNS = [
  'id',
  'area',
  'indicator',
  'year',
  'value',
  'unit',
  'status',
  'source',
  'edition',
  'organisation',
  'url',
  'terms',
  'provenance',
  'community',
  'communityName',
  'receipt',
  'row',
  'note',
  'evidence',
  'groups',
  'confidence',
  'revisionFrom',
  'revisionTo',
] as const satisfies readonly (keyof ObservationResponse)[];

/** @param unit of its indicator; empty when the catalogue no longer has it */
export function observationResponse(observation: TracedObservation, unit: string): ObservationResponse {
  const { series } = observation;
  return {
    id: observation.id,
    area: observation.area,
    indicator: observation.indicator,
    year: observation.year,
    value: observation.value,
    unit,
    status: observation.status,
    source: series.source,
    edition: series.edition,
    organisation: series.organisation ?? null,
    url: series.url ?? null,
    terms: series.terms ?? null,
    provenance: series.provenance ?? null,
    community: series.community,
    communityName: observation.communityName,
    receipt: observation.receipt,
    row: observation.rowNumber,
    note: observation.note ?? null,
    evidence: observation.evidence ?? null,
    groups: observation.tookPart === undefined ? null : printTookPart(observation.tookPart),
    confidence: observation.confidence ?? null,
    revisionFrom: observation.revisionFrom,
    revisionTo: observation.revisionTo ?? null,
  };
}
