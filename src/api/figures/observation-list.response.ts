import { ApiProperty } from '@nestjs/swagger';
import { ObservationResponse } from './observation.response.js';

export class ObservationListResponse {
  @ApiProperty({ type: Number, description: 'Data revision these are of' })
  readonly revision!: number;

  @ApiProperty({ type: [ObservationResponse] })
  readonly items!: readonly ObservationResponse[];

  @ApiProperty({ type: String, nullable: true, description: 'Cursor of the next page; null on the last' })
  readonly next!: string | null;
}
