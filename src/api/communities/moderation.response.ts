import { ApiProperty } from '@nestjs/swagger';
import type { CommunityActor } from '../../communities/community-actor.js';
import {
  MODERATED_KINDS,
  MODERATION_STEPS,
  stateOfCase,
  type ModerationCase,
} from '../../communities/moderation/moderation-case.js';
import { stepsOpenTo, STEP_OF, versionOfCase } from '../../communities/moderation/moderation-request.js';
import { DECLINE_REASONS } from '../../communities/decline-reason.js';

export class WrittenTextResponse {
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'BCP 47; null: nobody said which it is',
    example: 'en',
  })
  readonly language!: string | null;

  @ApiProperty({ type: String, example: 'We meet once a year.' })
  readonly text!: string;
}

/** A step that was taken. Who it was is not told. */
export class ModerationStepResponse {
  @ApiProperty({ enum: MODERATION_STEPS, description: 'What was done', example: 'declined' })
  readonly step!: string;

  @ApiProperty({ enum: DECLINE_REASONS, nullable: true, description: 'Why', example: 'names_person' })
  readonly reasonCode!: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'In words', example: 'Write about the rule.' })
  readonly words!: string | null;

  @ApiProperty({ type: String, format: 'date-time', example: '2026-11-24T09:00:00.000Z' })
  readonly at!: string;
}

/** A text that a moderator looks at, or looked at. */
export class ModerationCaseResponse {
  @ApiProperty({ type: String, description: 'What it is called in addresses', example: '1b9d6bcdbbfd4b2d' })
  readonly id!: string;

  @ApiProperty({ enum: MODERATED_KINDS, example: 'description' })
  readonly kind!: string;

  @ApiProperty({
    type: String,
    description:
      'Where it stands: code of the community, id of the statement, or receipt and number of the decision',
    example: 'kenya-igf',
  })
  readonly of!: string;

  @ApiProperty({ type: String, nullable: true, description: 'Whose text it is', example: 'kenya-igf' })
  readonly community!: string | null;

  @ApiProperty({
    enum: [...MODERATION_STEPS, 'held', 'lapsed', 'gone'],
    description:
      'Its last step; before the first held, or lapsed once it is shown; gone: the text stands no more',
    example: 'held',
  })
  readonly state!: string;

  @ApiProperty({ type: [WrittenTextResponse], description: 'As it was written; none once it is gone' })
  readonly texts!: readonly WrittenTextResponse[];

  @ApiProperty({
    type: [String],
    description: 'Why it is held: kinds of hints, or declined_before',
    example: ['names_person'],
  })
  readonly found!: readonly string[];

  @ApiProperty({
    type: String,
    format: 'date-time',
    description: 'When it was held, taken down or first appealed about',
    example: '2026-11-23T18:00:00.000Z',
  })
  readonly openedAt!: string;

  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'Held until then at most; null: it never was',
    example: '2026-11-30T18:00:00.000Z',
  })
  readonly heldUntil!: string | null;

  @ApiProperty({ type: [ModerationStepResponse], description: 'The first one first' })
  readonly steps!: readonly ModerationStepResponse[];

  @ApiProperty({
    type: [String],
    description: 'Steps that you can take now',
    example: ['show', 'decline'],
  })
  readonly open!: readonly string[];

  @ApiProperty({ type: Number, description: 'Counts up with each step', example: 1 })
  readonly version!: number;
}

export class ModerationCaseListResponse {
  @ApiProperty({ type: [ModerationCaseResponse] })
  readonly items!: readonly ModerationCaseResponse[];
}

export function moderationCaseResponse(
  one: ModerationCase,
  by: CommunityActor,
  at = new Date(),
): ModerationCaseResponse {
  const open = stepsOpenTo(by, one, at);
  return {
    id: one.id,
    kind: one.kind,
    of: one.of,
    community: one.community?.code ?? null,
    state: stateOfCase(one, at),
    texts: one.texts.map(({ language, text }) => ({ language: language ?? null, text })),
    found: one.found,
    openedAt: one.openedAt.toISOString(),
    heldUntil: one.heldUntil?.toISOString() ?? null,
    steps: one.steps.map(({ step, reasonCode, words, takenAt }) => ({
      step,
      reasonCode: reasonCode ?? null,
      words: words ?? null,
      at: takenAt.toISOString(),
    })),
    open: Object.keys(STEP_OF).filter((name) => open.some((step) => step === STEP_OF[name])),
    version: versionOfCase(one),
  };
}
