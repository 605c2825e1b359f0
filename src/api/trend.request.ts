import { ApiProperty } from '@nestjs/swagger';
import { IsString, Length } from 'class-validator';
import { ReadRequest } from './read.request.js';

export class TrendRequest extends ReadRequest {
  @ApiProperty({ type: String, description: 'ISO 3166-1 alpha-3', example: 'KEN' })
  @Length(1, 20)
  @IsString()
  readonly area!: string;

  @ApiProperty({
    type: String,
    description: 'Code of a principle, goal, indicator, issue, commitment or objective',
    example: 'UI_NETUSE',
  })
  @Length(1, 100)
  @IsString()
  readonly node!: string;
}
