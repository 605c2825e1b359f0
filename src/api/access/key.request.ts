import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayNotEmpty, IsArray, IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';
import { KEY_STATES, type KeyState } from '../../access/key.repository.js';
import { COMMUNITY_ROLES, GLOBAL_ROLES, type Role } from '../../access/role.js';
import { IsText, WholeNumber } from '../edge/query-values.decorator.js';
import { ListRequest } from './list.request.js';
import { AreaCodes } from './area-codes.decorator.js';

const ROLES = [...COMMUNITY_ROLES, ...GLOBAL_ROLES] as const;
const MOST_ID = 2_147_483_647;

export class NewKeyRequest {
  @ApiPropertyOptional({
    type: String,
    example: 'african-igf',
    nullable: true,
    description: 'Code of the community its holder belongs to; absent for roles of the whole installation',
  })
  @IsOptional()
  @IsText(100)
  readonly community?: string | null;

  @ApiPropertyOptional({
    type: Number,
    example: 12,
    minimum: 1,
    description:
      'Somebody who is known: the key is a further one of theirs, within the roles they hold. Absent: somebody new. ' +
      'Not together with `community`',
  })
  @IsOptional()
  @Max(MOST_ID)
  @Min(1)
  @IsInt()
  readonly contributor?: number | null;

  @ApiProperty({
    type: [String],
    enum: ROLES,
    example: ['submitter'],
    description: 'submitter and reviewer with a community; administrator, auditor and publisher without',
  })
  @ArrayNotEmpty()
  @ArrayMaxSize(ROLES.length)
  @IsIn(ROLES, { each: true })
  @IsArray()
  readonly roles!: Role[];

  @ApiPropertyOptional({
    type: [String],
    example: ['KEN', 'UN-AFRICAN'],
    description:
      'Codes of areas and groups of areas it may send figures for; absent or empty: all that its holder may',
  })
  @IsOptional()
  @AreaCodes()
  readonly areas?: string[] | null;

  @ApiProperty({
    type: String,
    example: 'Data volunteer',
    description: 'Whose key it is, or what it is for; not published',
  })
  @IsText(200)
  readonly name!: string;

  @ApiPropertyOptional({
    type: Number,
    minimum: 1,
    maximum: 3650,
    example: 90,
    description: 'Days until it expires; 90 when absent',
  })
  @IsOptional()
  @Min(1)
  @Max(3650)
  @IsInt()
  readonly expiresInDays?: number | null;
}

export class KeysRequest extends ListRequest {
  @ApiPropertyOptional({ type: Number, example: 12, description: 'Only keys of this contributor' })
  @IsOptional()
  @WholeNumber()
  @Max(MOST_ID)
  @Min(1)
  @IsInt()
  readonly contributor?: number;

  @ApiPropertyOptional({
    type: String,
    example: 'african-igf',
    description: 'Only keys of members of this community',
  })
  @IsOptional()
  @IsText(100)
  readonly community?: string;

  @ApiPropertyOptional({ type: String, enum: KEY_STATES, example: 'in-force' })
  @IsOptional()
  @IsIn(KEY_STATES)
  readonly state?: KeyState;
}

/** Path parameter: the number of a key. */
export class KeyIdRequest {
  @ApiProperty({ type: Number, description: 'Number of the key, as in the list', example: 34, minimum: 1 })
  @WholeNumber()
  @Max(MOST_ID)
  @Min(1)
  @IsInt()
  readonly id!: number;
}

export class RevokeKeyRequest {
  @ApiPropertyOptional({
    type: String,
    example: 'Lost with a laptop',
    description: 'Why, for the audit trail; write nothing about persons',
  })
  @IsOptional()
  @IsText(500)
  readonly reason?: string | null;
}
