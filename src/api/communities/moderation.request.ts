import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsInt, IsOptional, Matches, Min } from 'class-validator';
import { MODERATED_KINDS, type ModeratedKind } from '../../communities/moderation/moderation-case.js';
import { LONGEST_WORDS, STEP_OF } from '../../communities/moderation/moderation-request.js';
import { DECLINE_REASONS } from '../../communities/decline-reason.js';
import { IsPrintable, IsText } from '../edge/query-values.decorator.js';
import { LanguageRequest } from '../edge/read.request.js';

const STEPS = Object.keys(STEP_OF);

/** Which cases. */
export class ModerationCasesRequest extends LanguageRequest {
  @ApiPropertyOptional({
    enum: ['own', 'waiting'],
    description:
      'Those about texts of your communities, or (for moderators) those that wait; own when absent',
    example: 'own',
  })
  @IsOptional()
  @IsIn(['own', 'waiting'])
  readonly list?: 'own' | 'waiting';
}

/** Path parameter: a case. */
export class CaseIdRequest {
  @ApiProperty({ type: String, description: 'As in its `id`', example: '1b9d6bcdbbfd4b2d' })
  @Matches(/^[0-9a-f]{16}$/, { message: '$property must be the id of a case' })
  readonly id!: string;
}

/** What is done about a text. */
export class ModerationStepRequest {
  @ApiProperty({
    enum: STEPS,
    description:
      'Moderators show or decline what is held, take down what is shown, and uphold or overturn what was appealed ' +
      'against; its own side appeals',
    example: 'decline',
  })
  @IsIn(STEPS)
  readonly step!: string;

  @ApiPropertyOptional({
    enum: DECLINE_REASONS,
    description: 'Needed to decline and to take down. That a State names its own government is no reason',
    example: 'names_person',
  })
  @IsOptional()
  @IsIn(DECLINE_REASONS)
  readonly reasonCode?: string;

  @ApiPropertyOptional({
    type: String,
    description: `For the other side, at most ${String(LONGEST_WORDS)} characters; needed but to show and to overturn`,
    example: 'Please write about the rule, not about who signed it.',
  })
  @IsOptional()
  @IsPrintable()
  readonly text?: string;

  @ApiPropertyOptional({
    type: Number,
    description: 'Version of the case that you read: the step is taken only while it is the same',
    example: 1,
  })
  @IsOptional()
  @Min(1)
  @IsInt()
  readonly version?: number;
}

/** A step about a text that has no case yet. */
export class NewCaseRequest extends ModerationStepRequest {
  @ApiProperty({ enum: MODERATED_KINDS, example: 'statement' })
  @IsIn(MODERATED_KINDS)
  readonly kind!: ModeratedKind;

  @ApiProperty({
    type: String,
    description:
      'Where the text stands: code of the community, id of the statement, or receipt of the submission and number of the ' +
      'decision on it (RECEIPT.1)',
    example: '1b9d6bcdbbfd4b2d',
  })
  @IsText(100)
  readonly of!: string;
}
