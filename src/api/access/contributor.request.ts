import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayNotEmpty, IsArray, IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';
import {
  COMMUNITY_ROLES,
  GLOBAL_ROLES,
  type CommunityRole,
  type GlobalRole,
  type Role,
} from '../../access/role.js';
import { IsText, WholeNumber } from '../edge/query-values.decorator.js';
import { ListRequest } from './list.request.js';

const ROLES = [...COMMUNITY_ROLES, ...GLOBAL_ROLES] as const;

export class ContributorsRequest extends ListRequest {
  @ApiPropertyOptional({
    type: String,
    example: 'african-igf',
    description: 'Only members of this community',
  })
  @IsOptional()
  @IsText(100)
  readonly community?: string;

  @ApiPropertyOptional({
    type: String,
    enum: ROLES,
    example: 'reviewer',
    description: 'Only who has this role: in that community when one is named, else anywhere',
  })
  @IsOptional()
  @IsIn(ROLES)
  readonly role?: Role;
}

/** Path parameter: the number of a contributor. */
export class ContributorIdRequest {
  @ApiProperty({
    type: Number,
    description: 'Number of the contributor, as in the list',
    example: 12,
    minimum: 1,
  })
  @WholeNumber()
  @Max(2_147_483_647)
  @Min(1)
  @IsInt()
  readonly id!: number;
}

/** Path parameters: somebody in a community. */
export class MembershipIdRequest extends ContributorIdRequest {
  @ApiProperty({ type: String, description: 'Code of the community', example: 'african-igf' })
  @IsText(100)
  readonly community!: string;
}

export class MembershipRolesRequest {
  @ApiProperty({
    type: [String],
    enum: COMMUNITY_ROLES,
    example: ['submitter'],
    description: 'What they may do for the community, and nothing else there',
  })
  @ArrayNotEmpty()
  @ArrayMaxSize(COMMUNITY_ROLES.length)
  @IsIn(COMMUNITY_ROLES, { each: true })
  @IsArray()
  readonly roles!: CommunityRole[];
}

export class NewMembershipRequest extends MembershipRolesRequest {
  @ApiProperty({ type: String, description: 'Code of the community', example: 'african-igf' })
  @IsText(100)
  readonly community!: string;
}

export class GlobalRolesRequest {
  @ApiProperty({
    type: [String],
    enum: GLOBAL_ROLES,
    example: ['auditor'],
    description: 'What they may do in the whole installation, and nothing else there; none is fine',
  })
  @ArrayMaxSize(GLOBAL_ROLES.length)
  @IsIn(GLOBAL_ROLES, { each: true })
  @IsArray()
  readonly roles!: GlobalRole[];
}
