import { ApiProperty } from '@nestjs/swagger';
import type { ContributorAccount } from '../../access/contributor.js';
import { versionTag } from './version-tag.decorator.js';

export class MembershipResponse {
  @ApiProperty({ type: String, description: 'Code of the community', example: 'african-igf' })
  readonly community!: string;

  @ApiProperty({
    type: [String],
    description: 'What they may do for it; nothing once they left',
    example: ['submitter'],
  })
  readonly roles!: readonly string[];

  @ApiProperty({
    type: Boolean,
    description: 'They belonged to it once: they still decide on nothing it sends',
    example: false,
  })
  readonly hasLeft!: boolean;
}

/** A person or system that acts, as administrators and auditors see it. */
export class ContributorResponse {
  @ApiProperty({ type: Number, description: 'Its number', example: 12 })
  readonly id!: number;

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Name to tell it by; not published, and null once it was erased',
    example: 'Data volunteer',
  })
  readonly name!: string | null;

  @ApiProperty({ enum: ['person', 'system', 'installation'], example: 'person' })
  readonly kind!: string;

  @ApiProperty({ type: [String], description: 'Roles in the whole installation', example: ['auditor'] })
  readonly roles!: readonly string[];

  @ApiProperty({ type: [MembershipResponse], description: 'Communities it belongs to, or did' })
  readonly memberships!: readonly MembershipResponse[];

  @ApiProperty({ type: Number, description: 'How many keys in force it has', example: 1 })
  readonly keysInForce!: number;

  @ApiProperty({ type: String, format: 'date-time', example: '2026-11-23T10:00:00.000Z' })
  readonly createdAt!: string;

  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'When all that names it was erased',
    example: null,
  })
  readonly erasedAt!: string | null;
}

export class ContributorListResponse {
  @ApiProperty({ type: [ContributorResponse], description: 'By number, the oldest first' })
  readonly items!: readonly ContributorResponse[];

  @ApiProperty({ type: String, nullable: true, description: 'Cursor of the next page', example: null })
  readonly next!: string | null;
}

export function contributorResponse(account: ContributorAccount): ContributorResponse {
  const { id, name, kind, globalRoles, memberships, keysInForce, createdAt, erasedAt } = account;
  return {
    id,
    name: name ?? null,
    kind,
    roles: globalRoles,
    memberships: memberships.map(({ communityCode: community, roles, hasLeft }) => ({
      community,
      roles,
      hasLeft,
    })),
    keysInForce,
    createdAt: createdAt.toISOString(),
    erasedAt: erasedAt?.toISOString() ?? null,
  };
}

/** Stands for its roles and memberships; the count of its keys may differ. */
export function contributorTag({ id, version }: Pick<ContributorAccount, 'id' | 'version'>): string {
  return versionTag(`contributor-${String(id)}`, version);
}
