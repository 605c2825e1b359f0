import { ApiProperty } from '@nestjs/swagger';
import type { Revert } from '../../observations/revert.service.js';

export class RevertCountsResponse {
  @ApiProperty({ type: Number, description: 'Figures of the submission that ended' })
  readonly ended!: number;

  @ApiProperty({ type: Number, description: 'Of these, how many an earlier figure took the place of' })
  readonly restored!: number;
}

/** What a revert did. */
export class RevertResponse {
  @ApiProperty({ type: String })
  readonly receipt!: string;

  @ApiProperty({ type: String, example: 'reverted' })
  readonly state!: string;

  @ApiProperty({ type: Number, description: 'Data revision from which on it no longer holds' })
  readonly revision!: number;

  @ApiProperty({ type: RevertCountsResponse })
  readonly counts!: RevertCountsResponse;
}

export function revertResponse({ receipt, state, revision, counts }: Revert): RevertResponse {
  return { receipt, state, revision, counts: { ended: counts.ended, restored: counts.restored } };
}
