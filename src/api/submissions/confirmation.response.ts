import { ApiProperty } from '@nestjs/swagger';
import type { Confirmed } from '../../observations/confirmation.service.js';

/** A confirmation that was noted, or the receipt of the assessment that was sent again for a later year. */
export class ConfirmationResponse {
  @ApiProperty({ type: String, nullable: true, description: 'Of an assessment: where to follow it' })
  readonly receipt!: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'Of all others: when' })
  readonly confirmedAt!: string | null;

  @ApiProperty({
    type: Number,
    nullable: true,
    description: 'Year of the newest figure that is held; null when none is',
  })
  readonly year!: number | null;
}

export function confirmationResponse(confirmed: Confirmed): ConfirmationResponse {
  if ('report' in confirmed) {
    return { receipt: confirmed.report.receipt ?? null, confirmedAt: null, year: null };
  }
  const { confirmedAt, year } = confirmed.confirmation;
  return { receipt: null, confirmedAt: confirmedAt.toISOString(), year: year ?? null };
}
