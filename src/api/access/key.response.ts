import { ApiProperty } from '@nestjs/swagger';
import type { FreshKey } from '../../access/api-key.js';

/** A key that was just made. */
export class NewKeyResponse {
  @ApiProperty({ type: String, description: 'The key itself: shown this once and kept nowhere' })
  readonly key!: string;

  @ApiProperty({ type: String })
  readonly name!: string;

  @ApiProperty({ type: [String] })
  readonly roles!: readonly string[];

  @ApiProperty({ type: String, format: 'date-time' })
  readonly expiresAt!: string;
}

export function newKeyResponse({ key, label, roles, expiresAt }: FreshKey): NewKeyResponse {
  return { key, name: label, roles, expiresAt: expiresAt.toISOString() };
}
