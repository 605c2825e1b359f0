import { ApiProperty } from '@nestjs/swagger';
import type { GroupLine } from '../../reports/group-report.js';
import {
  GROUP_LINE_COLUMNS,
  GroupLineResponse,
  groupLineResponse,
  GroupQuestionsResponse,
} from '../reports/group-line.response.js';
import { PageResponse } from '../edge/page.response.js';

export class GroupScoreResponse extends GroupLineResponse {
  @ApiProperty({ type: String, nullable: true, description: 'The world, region or income group' })
  readonly group!: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'Or the community whose areas these are' })
  readonly community!: string | null;
}

export const GROUP_SCORE_COLUMNS = ['group', 'community', ...GROUP_LINE_COLUMNS] as const;

export class GroupScoreListResponse extends PageResponse {
  @ApiProperty({ type: Number, description: 'Data revision these stand on' })
  readonly revision!: number;

  @ApiProperty({ type: Number, description: 'As of which year', example: 2026 })
  readonly asOfYear!: number;

  @ApiProperty({ type: Number, description: 'Year of the population that weighs members', example: 2023 })
  readonly populationYear!: number;

  @ApiProperty({ type: GroupQuestionsResponse })
  readonly questions!: GroupQuestionsResponse;

  @ApiProperty({ type: [GroupScoreResponse] })
  readonly items!: readonly GroupScoreResponse[];
}

export function groupScoreResponse(
  line: GroupLine,
  { group, community }: { readonly group?: string; readonly community?: string },
): GroupScoreResponse {
  return { group: group ?? null, community: community ?? null, ...groupLineResponse(line) };
}
