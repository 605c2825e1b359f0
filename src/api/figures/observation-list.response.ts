import { ApiProperty } from '@nestjs/swagger';
import { ObservationResponse } from './observation.response.js';
import { PageResponse } from '../edge/page.response.js';

export class ObservationListResponse extends PageResponse {
  @ApiProperty({ type: Number, description: 'Data revision these are of' })
  readonly revision!: number;

  @ApiProperty({ type: [ObservationResponse] })
  readonly items!: readonly ObservationResponse[];
}
