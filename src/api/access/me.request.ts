import { ApiProperty } from '@nestjs/swagger';
import { IsText } from '../edge/query-values.decorator.js';

/** Acceptance of the Code of Conduct. */
export class ConductRequest {
  @ApiProperty({ type: String, description: 'The version you read: the present one', example: '1.0' })
  @IsText(20)
  readonly version!: string;
}
