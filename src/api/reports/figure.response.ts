import { ApiProperty } from '@nestjs/swagger';
import type { FigureSource } from '../../reports/report.js';

/** Where a figure comes from. */
export class FigureResponse {
  @ApiProperty({ type: String, description: 'Id of the observation', example: 'KEN.UI_NETUSE.2023.3.1' })
  readonly observation!: string;

  @ApiProperty({ type: String, description: 'Receipt of the submission it came in' })
  readonly receipt!: string;

  @ApiProperty({ type: Number, description: 'Row of the file, 1 = header' })
  readonly row!: number;

  @ApiProperty({ type: String })
  readonly community!: string;

  @ApiProperty({ type: String })
  readonly communityName!: string;

  @ApiProperty({ type: String, nullable: true, description: 'Publisher' })
  readonly organisation!: string | null;

  @ApiProperty({ type: String })
  readonly source!: string;

  @ApiProperty({ type: String })
  readonly edition!: string;

  @ApiProperty({ type: String, nullable: true })
  readonly url!: string | null;

  @ApiProperty({ type: String, nullable: true })
  readonly terms!: string | null;

  @ApiProperty({ type: String, nullable: true })
  readonly redistribution!: string | null;

  @ApiProperty({ type: String, nullable: true })
  readonly provenance!: string | null;

  @ApiProperty({ type: String })
  readonly status!: string;

  @ApiProperty({ type: Number, description: 'As reported, before dividing by population or averaging' })
  readonly value!: number;

  @ApiProperty({ type: Number })
  readonly year!: number;
}

export function figureResponse(figure: FigureSource): FigureResponse {
  const { observation, receipt, row, community, communityName, source, edition, status, value, year } =
    figure;
  return {
    observation,
    receipt,
    row,
    community,
    communityName,
    organisation: figure.organisation ?? null,
    source,
    edition,
    url: figure.url ?? null,
    terms: figure.terms ?? null,
    redistribution: figure.redistribution ?? null,
    provenance: figure.provenance ?? null,
    status,
    value,
    year,
  };
}
