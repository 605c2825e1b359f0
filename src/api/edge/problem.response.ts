import { ApiProperty } from '@nestjs/swagger';

export class ColumnResponse {
  @ApiProperty({ type: String, description: 'Column as spreadsheets name it', example: 'D' })
  readonly letter!: string;

  @ApiProperty({ type: String, description: 'Header as sent', example: 'value' })
  readonly name!: string;
}

/** One fault at one place of what was sent. */
export class ProblemPartResponse {
  @ApiProperty({ type: String, description: 'Stable code of the fault', example: 'not_a_number' })
  readonly code!: string;

  @ApiProperty({ type: String, description: 'What is wrong, a whole sentence' })
  readonly detail!: string;

  @ApiProperty({ type: String, description: 'What a right value looks like' })
  readonly hint!: string;

  @ApiProperty({
    type: Number,
    nullable: true,
    description: 'Row of the spreadsheet, 1 = header',
    example: 7,
  })
  readonly row!: number | null;

  @ApiProperty({ type: ColumnResponse, nullable: true, description: 'Column of the spreadsheet' })
  readonly column!: ColumnResponse | null;

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'JSON pointer into the body, ?name of a query parameter, or {name} of a part of the address',
    example: '?area',
  })
  readonly pointer!: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'The value as sent', example: '1,5' })
  readonly value!: string | null;
}

/** Every failure is told in this form. Source: RFC 9457. */
export class ProblemResponse {
  @ApiProperty({
    type: String,
    description: 'Stable address of the kind of problem',
    example: '/problems/invalid_request',
  })
  readonly type!: string;

  @ApiProperty({ type: String, description: 'The kind of problem in a few words' })
  readonly title!: string;

  @ApiProperty({ type: Number, description: 'HTTP status', example: 400 })
  readonly status!: number;

  @ApiProperty({ type: String, description: 'What happened, a whole sentence' })
  readonly detail!: string;

  @ApiProperty({ type: String, description: 'Path of the request', example: '/api/v1/observations' })
  readonly instance!: string;

  @ApiProperty({ type: String, description: 'Links this answer to the log' })
  readonly requestId!: string;

  @ApiProperty({ type: [ProblemPartResponse], description: 'Each fault with its place' })
  readonly errors!: readonly ProblemPartResponse[];
}
