import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayNotEmpty, IsArray, IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';
import { COMMUNITY_ROLES, GLOBAL_ROLES, type Role } from '../../access/role.js';
import { IsText } from '../edge/query-values.decorator.js';

const ROLES = [...COMMUNITY_ROLES, ...GLOBAL_ROLES] as const;

export class NewKeyRequest {
  @ApiPropertyOptional({
    type: String,
    example: 'african-igf',
    description: 'Code of the community its holder belongs to; absent for roles of the whole installation',
  })
  @IsOptional()
  @IsText(100)
  readonly community?: string | null;

  @ApiProperty({
    type: [String],
    enum: ROLES,
    example: ['submitter'],
    description: 'submitter and reviewer with a community; administrator, auditor and publisher without',
  })
  @ArrayNotEmpty()
  @IsIn(ROLES, { each: true })
  @IsArray()
  readonly roles!: Role[];

  @ApiProperty({ type: String, example: 'Data volunteer', description: 'Whose key it is; not published' })
  @IsText(200)
  readonly name!: string;

  @ApiPropertyOptional({ type: Number, minimum: 1, maximum: 3650, example: 90 })
  @IsOptional()
  @Min(1)
  @Max(3650)
  @IsInt()
  readonly expiresInDays?: number;
}
