import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayNotEmpty, IsArray, IsIn, IsOptional, ValidateNested } from 'class-validator';
import { DecidedCellRequest } from './decide.request.js';
import { LanguageRequest } from '../edge/read.request.js';
import { cell, IsCell } from './submission.request.js';

export class CorrectedCellRequest extends DecidedCellRequest {
  @ApiProperty({ ...cell, example: 61.5, description: 'What is right; null empties the cell' })
  @IsCell()
  readonly value!: string | number | null;
}

export class CorrectRequest {
  @ApiProperty({ type: [CorrectedCellRequest], description: 'Cells that were named when it was returned' })
  @ArrayMaxSize(1_000)
  @ValidateNested({ each: true })
  @Type(() => CorrectedCellRequest)
  @ArrayNotEmpty()
  @IsArray()
  readonly cells!: CorrectedCellRequest[];
}

export class CorrectingRequest extends LanguageRequest {
  @ApiPropertyOptional({
    enum: ['.', ','],
    example: ',',
    description: 'Decimal sign of values sent as texts',
  })
  @IsOptional()
  @IsIn(['.', ','])
  readonly decimal?: '.' | ',';
}
