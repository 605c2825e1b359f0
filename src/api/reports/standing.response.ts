import { ApiProperty } from '@nestjs/swagger';
import { DECLINE_REASONS } from '../../communities/decline-reason.js';
import type { Standing } from '../../communities/moderation/standing.js';

/** Why a text is not shown to everybody now. */
export class StandingResponse {
  @ApiProperty({
    enum: ['held', 'declined', 'taken_down'],
    description: 'held: a moderator looks at it; declined or taken_down: a moderator decided against it',
    example: 'held',
  })
  readonly state!: string;

  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'When it is held: it is shown then at the latest',
    example: '2026-11-30T18:00:00.000Z',
  })
  readonly until!: string | null;

  @ApiProperty({ enum: DECLINE_REASONS, nullable: true, description: 'Why it is not shown', example: null })
  readonly reasonCode!: string | null;

  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'Since when it is not shown',
    example: null,
  })
  readonly since!: string | null;
}

export function standingResponse(standing: Standing): StandingResponse {
  const against = standing.state === 'held' ? undefined : standing;
  return {
    state: standing.state,
    until: standing.state === 'held' ? standing.until : null,
    reasonCode: against?.reasonCode ?? null,
    since: against?.since ?? null,
  };
}
