import { ApiProperty } from '@nestjs/swagger';
import type { Change } from '../../submissions/reviewing/correction.js';

/** A cell of a returned submission before and after its senders looked at it again. */
export class ChangeResponse {
  @ApiProperty({ type: Number, description: 'Counts the returns of the submission, from 1' })
  readonly round!: number;

  @ApiProperty({ type: Number, description: 'Row of the spreadsheet, 1 = header' })
  readonly row!: number;

  @ApiProperty({ type: Number, description: 'Place among the good rows' })
  readonly ordinal!: number;

  @ApiProperty({ type: String, example: 'value' })
  readonly column!: string;

  @ApiProperty({ type: String, description: 'As read; empty when there was nothing', example: '615' })
  readonly before!: string;

  @ApiProperty({ type: String, description: 'As read; the same as before when confirmed', example: '61.5' })
  readonly after!: string;
}

export function changeResponse({ round, row, ordinal, column, before, after }: Change): ChangeResponse {
  return { round, row, ordinal, column, before, after };
}
