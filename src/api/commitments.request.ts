import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsBooleanString, IsOptional } from 'class-validator';
import { ReadRequest } from './read.request.js';

export class CommitmentsRequest extends ReadRequest {
  @ApiPropertyOptional({
    type: Boolean,
    example: false,
    description:
      'false: only those nobody measures; true: only those an indicator measures, wholly or partly',
  })
  @IsOptional()
  @IsBooleanString()
  readonly covered?: string;
}
