import { ApiProperty } from '@nestjs/swagger';
import type { ChainedEntry } from '../../platform/audit/audit-trail.js';

/** An entry of the audit trail in its place. */
export class AuditEntryResponse {
  @ApiProperty({ type: Number, description: 'Its place in the chain, from 1, without gaps', example: 481 })
  readonly number!: number;

  @ApiProperty({ type: String, format: 'date-time', example: '2026-11-23T10:00:00.000Z' })
  readonly at!: string;

  @ApiProperty({
    type: Number,
    nullable: true,
    description: 'By whom; null: the operator on the host, or somebody who is not known',
    example: 12,
  })
  readonly contributor!: number | null;

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'In which of their roles; null: in none, or about themselves',
    example: 'reviewer',
  })
  readonly role!: string | null;

  @ApiProperty({ type: String, description: 'What was done', example: 'submission.accepted' })
  readonly action!: string;

  @ApiProperty({ type: String, description: 'To what', example: 'submission:12' })
  readonly subject!: string;

  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    description: 'Before, after, reason, and what else belongs to it; it depends on the action',
    example: { before: 'received', after: 'accepted' },
  })
  readonly detail!: Readonly<Record<string, unknown>>;

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'The request that wrote it; the log has it too',
    example: '0b9a7c1e-5a55-4c0e-9f0e-2f6f3f0f9b11',
  })
  readonly requestId!: string | null;

  @ApiProperty({
    type: String,
    description: 'SHA-256 over the hash before and this entry, hex',
    example: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  })
  readonly hash!: string;
}

export class AuditListResponse {
  @ApiProperty({ type: [AuditEntryResponse], description: 'The newest first, unless asked otherwise' })
  readonly items!: readonly AuditEntryResponse[];

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Cursor of the next page; null on the last',
    example: null,
  })
  readonly next!: string | null;
}

export function auditEntryResponse(entry: ChainedEntry): AuditEntryResponse {
  const { number, at, contributorId, role, action, subject, detail, requestId, hash } = entry;
  return {
    number,
    at: at.toISOString(),
    contributor: contributorId ?? null,
    role: role ?? null,
    action,
    subject,
    detail,
    requestId: requestId ?? null,
    hash,
  };
}
