import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsYesOrNo } from '../edge/query-values.decorator.js';
import { ReadRequest } from '../edge/read.request.js';

export class CommitmentsRequest extends ReadRequest {
  @ApiPropertyOptional({
    type: Boolean,
    example: false,
    description:
      'false: only those nobody measures; true: only those an indicator measures, wholly or partly',
  })
  @IsYesOrNo()
  readonly covered?: string;
}
