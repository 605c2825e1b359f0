import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsInt, IsOptional, Min, ValidateNested } from 'class-validator';
import { VERDICTS, type Verdict } from '../../submissions/reviewing/review.js';
import { IsPrintable, IsText } from '../edge/query-values.decorator.js';

export class DecidedCellRequest {
  @ApiProperty({ type: Number, description: 'Row of the spreadsheet, 1 = header', example: 7 })
  @Min(1)
  @IsInt()
  readonly row!: number;

  @ApiProperty({ type: String, description: 'Name of the column', example: 'value' })
  @IsText(100)
  readonly column!: string;

  @ApiPropertyOptional({
    type: Number,
    description: 'Which of the good rows; needed where a row of the spreadsheet holds several figures',
    example: 12,
  })
  @IsOptional()
  @Min(1)
  @IsInt()
  readonly ordinal?: number;
}

export class DecideRequest {
  @ApiProperty({ enum: VERDICTS, example: 'accept' })
  @IsIn(VERDICTS)
  readonly decision!: Verdict;

  @ApiPropertyOptional({ type: String, example: 'source_unclear' })
  @IsOptional()
  @IsPrintable()
  readonly reasonCode?: string;

  @ApiPropertyOptional({ type: String, description: 'Reason; needed to return or reject' })
  @IsOptional()
  @IsPrintable()
  readonly text?: string;

  @ApiPropertyOptional({ type: [DecidedCellRequest], description: 'Cells it is about' })
  @IsOptional()
  @ArrayMaxSize(1_000)
  @ValidateNested({ each: true })
  @Type(() => DecidedCellRequest)
  @IsArray()
  readonly cells?: DecidedCellRequest[];
}
