import { ApiProperty } from '@nestjs/swagger';
import type { ExplainedChange } from '../../reports/explanation.js';
import { CHANGE_CAUSES } from '../../scoring/engine/shapley.js';

/** Any plain setting, or nothing. */
const SETTING = [{ type: 'string' }, { type: 'number' }, { type: 'boolean' }, { type: 'null' }];

export class ChangeEffectResponse {
  @ApiProperty({ enum: CHANGE_CAUSES })
  readonly cause!: string;

  @ApiProperty({ type: String })
  readonly name!: string;

  @ApiProperty({ type: Number, description: 'Points; added to `before` they are exactly `after`' })
  readonly points!: number;
}

/** One thing that is not as it was. */
export class DifferenceResponse {
  @ApiProperty({ enum: CHANGE_CAUSES })
  readonly cause!: string;

  @ApiProperty({ type: String, nullable: true, description: 'Figures and coverage: the indicator' })
  readonly indicator!: string | null;

  @ApiProperty({ type: String, description: 'Setting, `value` or `feeds`', example: 'coverage.goal' })
  readonly what!: string;

  @ApiProperty({ oneOf: SETTING })
  readonly before!: string | number | boolean | null;

  @ApiProperty({ oneOf: SETTING })
  readonly after!: string | number | boolean | null;

  @ApiProperty({ type: String, nullable: true, description: 'Id of the observation that was used then' })
  readonly figureBefore!: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'Id of the observation that is used now' })
  readonly figureAfter!: string | null;
}

/** How a score differs from what it was, split by cause. */
export class ExplainedChangeResponse {
  @ApiProperty({ type: String, description: 'As asked for' })
  readonly since!: string;

  @ApiProperty({ type: Number, description: 'Data revision of that time' })
  readonly revision!: number;

  @ApiProperty({ type: String })
  readonly edition!: string;

  @ApiProperty({ type: String })
  readonly methodVersion!: string;

  @ApiProperty({ type: String, description: 'SHA-256 of method and catalogue of that time' })
  readonly configHash!: string;

  @ApiProperty({ type: Number, description: 'As-of year of the earlier score' })
  readonly year!: number;

  @ApiProperty({ type: Number, nullable: true })
  readonly before!: number | null;

  @ApiProperty({ type: Number, nullable: true })
  readonly after!: number | null;

  @ApiProperty({
    type: Number,
    format: 'double',
    nullable: true,
    example: 1.25,
    description: 'The whole change of the score, in points; null where one of both is missing',
  })
  readonly total!: number | null;

  @ApiProperty({ type: [ChangeEffectResponse], description: 'Shapley values of the five causes' })
  readonly effects!: readonly ChangeEffectResponse[];

  @ApiProperty({ type: String, nullable: true, description: 'Why it is not split', example: 'NO_SCORE_THEN' })
  readonly unsplit!: string | null;

  @ApiProperty({ type: String })
  readonly sentence!: string;

  @ApiProperty({ type: [DifferenceResponse], description: 'What differs, by cause' })
  readonly differences!: readonly DifferenceResponse[];
}

export function explainedChangeResponse(change: ExplainedChange): ExplainedChangeResponse {
  return {
    since: change.since,
    revision: change.revision,
    edition: change.edition,
    methodVersion: change.methodVersion,
    configHash: change.configHash,
    year: change.year,
    before: change.before ?? null,
    after: change.after ?? null,
    total: change.total ?? null,
    effects: change.effects.map(({ cause, name, points }) => ({ cause, name, points })),
    unsplit: change.unsplit ?? null,
    sentence: change.sentence,
    differences: change.differences.map((difference) => ({
      cause: difference.cause,
      indicator: difference.indicator ?? null,
      what: difference.what,
      before: difference.before ?? null,
      after: difference.after ?? null,
      figureBefore: difference.figureBefore ?? null,
      figureAfter: difference.figureAfter ?? null,
    })),
  };
}
