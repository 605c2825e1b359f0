import { ApiProperty } from '@nestjs/swagger';
import type { Decided } from '../../observations/decision.service.js';

export class AcceptanceCountsResponse {
  @ApiProperty({ type: Number, description: 'Figures nobody had sent before' })
  readonly added!: number;

  @ApiProperty({ type: Number, description: 'Figures that took the place of an earlier one' })
  readonly superseded!: number;

  @ApiProperty({ type: Number, description: 'Rows that say what was held already' })
  readonly unchanged!: number;
}

/** What a decision led to. */
export class DecidedResponse {
  @ApiProperty({ type: String })
  readonly receipt!: string;

  @ApiProperty({ type: String, example: 'accepted' })
  readonly state!: string;

  @ApiProperty({ type: Number, nullable: true, description: 'Data revision that holds it, when accepted' })
  readonly revision!: number | null;

  @ApiProperty({ type: AcceptanceCountsResponse, nullable: true })
  readonly counts!: AcceptanceCountsResponse | null;
}

export function decidedResponse({ receipt, state, revision, counts }: Decided): DecidedResponse {
  return {
    receipt,
    state,
    revision: revision ?? null,
    counts:
      counts === undefined
        ? null
        : {
            added: counts.added,
            superseded: counts.superseded,
            unchanged: counts.unchanged,
          },
  };
}
