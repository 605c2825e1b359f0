import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique } from 'class-validator';
import { Codes, IsText } from '../edge/query-values.decorator.js';
import { MomentRequest } from '../edge/moment.request.js';

const MOST_COMPARED = 10;

export class ComparisonsRequest extends MomentRequest {
  @ApiProperty({
    type: String,
    description: 'Code of a principle, goal, issue, commitment or objective',
    example: 'P2',
  })
  @IsText(100)
  readonly node!: string;

  @ApiProperty({
    type: [String],
    description: 'ISO 3166-1 alpha-3 of two to ten scored areas',
    example: ['KEN', 'TZA', 'UGA'],
  })
  @Codes()
  @ArrayMinSize(2)
  @ArrayMaxSize(MOST_COMPARED)
  @ArrayUnique()
  readonly area!: readonly string[];
}
