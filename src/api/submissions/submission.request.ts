import { ApiProperty, ApiPropertyOptional, PickType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsOptional, ValidateBy, ValidateNested } from 'class-validator';
import { SCALES } from '../../submissions/checking/answers.js';
import { PageRequest } from '../edge/page.request.js';
import { IsText, IsYesOrNo } from '../edge/query-values.decorator.js';
import { LanguageRequest } from '../edge/read.request.js';

/** What the sender says about a file that it does not say itself. */
export class AnswersRequest extends LanguageRequest {
  @ApiPropertyOptional({
    type: String,
    example: 'windows-1251',
    description: 'Encoding of the text, where it cannot be told',
  })
  @IsOptional()
  @IsText(50)
  readonly encoding?: string;

  @ApiPropertyOptional({ type: String, example: 'Data', description: 'Sheet of the spreadsheet to read' })
  @IsOptional()
  @IsText(200)
  readonly sheet?: string;

  @ApiPropertyOptional({ enum: ['.', ','], example: ',', description: 'Decimal sign of its numbers' })
  @IsOptional()
  @IsIn(['.', ','])
  readonly decimal?: string;

  @ApiPropertyOptional({
    type: String,
    example: 'UI_NETUSE',
    description: 'Indicator of a file that names none',
  })
  @IsOptional()
  @IsText(200)
  readonly indicator?: string;

  @ApiPropertyOptional({ type: String, example: 'KEN', description: 'Country of a file that names none' })
  @IsOptional()
  @IsText(200)
  readonly country?: string;

  @ApiPropertyOptional({
    type: String,
    example: 'National survey 2024',
    description: 'Source of a file that names none',
  })
  @IsOptional()
  @IsText(500)
  readonly source?: string;

  @ApiPropertyOptional({ type: String, example: '2024', description: 'Edition of a file that names none' })
  @IsOptional()
  @IsText(500)
  readonly edition?: string;

  @ApiPropertyOptional({
    enum: SCALES.map(String),
    example: '1000',
    description:
      'What the values are multiplied by, when they are written in another unit; 1: they stand as they are',
  })
  @IsOptional()
  @IsIn(SCALES.map(String))
  readonly scale?: string;

  @ApiPropertyOptional({
    type: String,
    example: 'C:value,Region:none',
    description: 'What columns mean: header or letter, a colon, our column or `none`; commas between',
  })
  @IsOptional()
  @IsText(2_000)
  readonly mapping?: string;

  @ApiPropertyOptional({
    type: String,
    example: 'Sex:Total',
    description: 'Which part of divided figures is meant: header, a colon, the part; commas between',
  })
  @IsOptional()
  @IsText(2_000)
  readonly part?: string;
}

export class SendRequest extends AnswersRequest {
  @ApiPropertyOptional({
    enum: ['commit', 'check'],
    example: 'check',
    description: '`check` says what would become of it and keeps nothing',
  })
  @IsOptional()
  @IsIn(['commit', 'check'])
  readonly mode?: 'commit' | 'check';

  @ApiPropertyOptional({
    type: Boolean,
    example: false,
    description: '`false` refuses everything when anything is wrong; otherwise the good rows are received',
  })
  @IsYesOrNo()
  readonly partial?: string;

  @ApiPropertyOptional({
    type: String,
    example: 'african-igf',
    description: 'Code of the community it is sent for; needed when the key may send for several',
  })
  @IsOptional()
  @IsText(100)
  readonly community?: string;

  @ApiPropertyOptional({
    type: String,
    example: 'figures-2026.csv',
    description: 'Name of the file, to tell it by',
  })
  @IsOptional()
  @IsText(200)
  readonly fileName?: string;
}

/** Shape of a cell; whether its content is right is judged like a cell of a file. */
export function IsCell(): PropertyDecorator {
  return ValidateBy({
    name: 'isCell',
    validator: {
      validate: (value) => typeof value === 'string' || typeof value === 'number' || value === null,
      defaultMessage: () => '$property must be a text, a number or null',
    },
  });
}

export const cell = { oneOf: [{ type: 'string' }, { type: 'number' }, { type: 'null' }] };

/** One figure. The same rules as for a row of a file hold for what it says. */
export class SentRowRequest {
  @ApiPropertyOptional({
    ...cell,
    example: 'KEN',
    description: 'ISO 3166-1 alpha-3 or alpha-2, UN M49, or name',
  })
  @IsOptional()
  @IsCell()
  readonly country?: string | number | null;

  @ApiPropertyOptional({ ...cell, example: 'UI_NETUSE' })
  @IsOptional()
  @IsCell()
  readonly indicator?: string | number | null;

  @ApiPropertyOptional({ ...cell, example: 2024 })
  @IsOptional()
  @IsCell()
  readonly year?: string | number | null;

  @ApiPropertyOptional({ ...cell, example: 61.5 })
  @IsOptional()
  @IsCell()
  readonly value?: string | number | null;

  @ApiPropertyOptional({ ...cell, example: 'National survey 2024' })
  @IsOptional()
  @IsCell()
  readonly source?: string | number | null;

  @ApiPropertyOptional({ ...cell, description: 'Remark' })
  @IsOptional()
  @IsCell()
  readonly note?: string | number | null;

  @ApiPropertyOptional({ ...cell, description: 'Edition of the source; the source itself when absent' })
  @IsOptional()
  @IsCell()
  readonly edition?: string | number | null;

  @ApiPropertyOptional({ ...cell, example: 'estimated' })
  @IsOptional()
  @IsCell()
  readonly status?: string | number | null;

  @ApiPropertyOptional({
    ...cell,
    description: 'Links to what proves it, up to five, with spaces between them; needed for assessments',
  })
  @IsOptional()
  @IsCell()
  readonly evidence?: string | number | null;

  @ApiPropertyOptional({
    ...cell,
    example: 'civil_society (12); government (3)',
    description:
      'Stakeholder groups that took part, with the number of persons or without; needed for assessments',
  })
  @IsOptional()
  @IsCell()
  readonly groups?: string | number | null;

  @ApiPropertyOptional({ ...cell, example: 'high', description: 'Of an assessment: low, medium or high' })
  @IsOptional()
  @IsCell()
  readonly confidence?: string | number | null;
}

/** Longer lists are sent as CSV, which is read as a stream. */
export const MOST_LISTED_ROWS = 10_000;

export class SentRowsRequest {
  @ApiProperty({ type: [SentRowRequest], maxItems: MOST_LISTED_ROWS })
  @ArrayMaxSize(MOST_LISTED_ROWS)
  @ValidateNested({ each: true })
  @Type(() => SentRowRequest)
  @IsArray()
  readonly rows!: SentRowRequest[];
}

export class ReceiptRequest {
  @ApiProperty({
    type: String,
    description: 'Receipt of the submission',
    example: '0123456789abcdef0123456789abcdef',
  })
  @IsText(100)
  readonly receipt!: string;
}

const PAGE_NAMES = ['lang', 'limit', 'cursor', 'count'] as const;

export class SubmissionsRequest extends PickType(PageRequest, PAGE_NAMES) {
  @ApiPropertyOptional({
    enum: ['sent', 'review'],
    example: 'review',
    description: '`sent`: what your communities sent (default); `review`: what waits for your decision',
  })
  @IsOptional()
  @IsIn(['sent', 'review'])
  readonly list?: 'sent' | 'review';
}

export class SubmissionRowsRequest extends PickType(PageRequest, PAGE_NAMES) {}
