import { ApiProperty } from '@nestjs/swagger';
import type { Area, AreaGroup } from '../../catalogue/catalogue.js';

export class AreaResponse {
  @ApiProperty({ type: String, description: 'ISO 3166-1 alpha-3, or code of the group', example: 'KEN' })
  readonly code!: string;

  @ApiProperty({ enum: ['country', 'world', 'un_regional_group', 'income_group'] })
  readonly kind!: string;

  @ApiProperty({ type: String })
  readonly name!: string;

  @ApiProperty({ type: String, nullable: true, example: 'KE' })
  readonly iso2!: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'UN M49, three digits', example: '404' })
  readonly m49!: string | null;

  @ApiProperty({ enum: ['member', 'observer', 'other'], nullable: true, description: 'Status in the UN' })
  readonly status!: string | null;

  @ApiProperty({ type: Boolean, description: 'Whether it is scored; other areas only take figures' })
  readonly scored!: boolean;

  @ApiProperty({ type: [String], description: 'Codes of the groups it belongs to' })
  readonly groups!: readonly string[];

  @ApiProperty({ type: [String], description: 'Groups: codes of its members', example: ['KEN'] })
  readonly members!: readonly string[];
}

export const AREA_COLUMNS = [
  'code',
  'kind',
  'name',
  'iso2',
  'm49',
  'status',
  'scored',
  'groups',
  'members',
] as const satisfies readonly (keyof AreaResponse)[];

export function areaResponse(area: Area, groups: readonly AreaGroup[]): AreaResponse {
  const { code, name, iso2, m49, status, scored } = area;
  const codes = groups.map((group) => group.code);
  return { code, kind: 'country', name, iso2, m49, status, scored, groups: codes, members: [] };
}

export function groupResponse({ code, kind, name, members }: AreaGroup): AreaResponse {
  return { code, kind, name, iso2: null, m49: null, status: null, scored: false, groups: [], members };
}
