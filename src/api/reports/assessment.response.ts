import { ApiProperty } from '@nestjs/swagger';
import { CONFIDENCES } from '../../catalogue/confidence.js';
import type { Assessment } from '../../reports/assessment.js';
import { TookPartResponse, tookPartResponse } from './took-part.response.js';

/** What one community says. */
export class AssessmentMemberResponse {
  @ApiProperty({ type: String, description: 'Id of the observation', example: 'KEN.CA_GENDER.2025.9.4' })
  readonly observation!: string;

  @ApiProperty({ type: String })
  readonly community!: string;

  @ApiProperty({ type: String })
  readonly communityName!: string;

  @ApiProperty({ type: Number, description: 'On the ladder' })
  readonly level!: number;

  @ApiProperty({ type: Number })
  readonly year!: number;

  @ApiProperty({ enum: [...CONFIDENCES], nullable: true })
  readonly confidence!: string | null;

  @ApiProperty({ type: [TookPartResponse], description: 'Groups that took part; empty when it is not told' })
  readonly tookPart!: readonly TookPartResponse[];
}

/** What communities say on the ladder behind a value. */
export class AssessmentResponse {
  @ApiProperty({ type: Number, description: 'Of their levels: the value that is scored' })
  readonly median!: number;

  @ApiProperty({ type: Number, description: 'Levels between the highest and the lowest', example: 3 })
  readonly spread!: number;

  @ApiProperty({
    type: Boolean,
    description: 'They lie as far apart as the catalogue calls disputed, or further',
    example: true,
  })
  readonly disputed!: boolean;

  @ApiProperty({
    type: [AssessmentMemberResponse],
    description: 'The latest usable assessment of each community, by code',
  })
  readonly members!: readonly AssessmentMemberResponse[];
}

export function assessmentResponse({ median, spread, disputed, members }: Assessment): AssessmentResponse {
  return {
    median,
    spread,
    disputed,
    members: members.map(({ observation, community, communityName, level, year, confidence, tookPart }) => ({
      observation,
      community,
      communityName,
      level,
      year,
      confidence: confidence ?? null,
      tookPart: tookPartResponse(tookPart),
    })),
  };
}
