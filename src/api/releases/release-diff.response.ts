import { ApiProperty } from '@nestjs/swagger';
import type { Statement } from '../../communities/statement.js';
import type {
  CauseCount,
  DiffCounts,
  DiffedRelease,
  NamedDifference,
} from '../../reports/releases/release-diff.js';
import { CHANGE_CAUSES } from '../../scoring/engine/shapley.js';
import type { Difference } from '../../scoring/explanation/score-change.js';
import { PageResponse } from '../edge/page.response.js';
import { SCORED_KINDS } from '../scores/nodes.request.js';

export class DiffedReleaseResponse {
  @ApiProperty({ type: String, description: 'Name of the release', example: '2026-1' })
  readonly id!: string;

  @ApiProperty({ type: String, format: 'date', description: 'The day it carries', example: '2026-11-23' })
  readonly date!: string;

  @ApiProperty({ type: String, description: 'Edition of the data', example: '2026' })
  readonly edition!: string;

  @ApiProperty({ type: String, description: 'Version of the method', example: '1.0' })
  readonly methodVersion!: string;

  @ApiProperty({ type: Number, description: 'Year the scores are of', example: 2026 })
  readonly asOfYear!: number;

  @ApiProperty({ type: Number, description: 'Data revision it stands on', example: 12 })
  readonly revision!: number;
}

export class CauseCountResponse {
  @ApiProperty({ enum: CHANGE_CAUSES, example: 'new_data' })
  readonly cause!: string;

  @ApiProperty({ type: Number, description: 'Scores that it moved', example: 310 })
  readonly changes!: number;

  @ApiProperty({
    type: Number,
    nullable: true,
    description: 'Mean of the sizes of its effects on those, in points',
    example: 1.2,
  })
  readonly meanSize!: number | null;
}

export class DiffCountsResponse {
  @ApiProperty({ type: Number, description: 'Scores that differ, came or went', example: 420 })
  readonly changes!: number;

  @ApiProperty({ type: Number, description: 'Areas they are of', example: 61 })
  readonly areas!: number;

  @ApiProperty({ type: Number, description: 'Scores that are higher', example: 230 })
  readonly rose!: number;

  @ApiProperty({ type: Number, description: 'Scores that are lower', example: 170 })
  readonly fell!: number;

  @ApiProperty({ type: Number, description: 'Scores that were not there', example: 12 })
  readonly came!: number;

  @ApiProperty({ type: Number, description: 'Scores that are no longer there', example: 8 })
  readonly went!: number;

  @ApiProperty({ type: Number, description: 'Scores at both ends that have nothing in common', example: 0 })
  readonly unsplit!: number;

  @ApiProperty({ type: [CauseCountResponse], description: 'By cause' })
  readonly byCause!: readonly CauseCountResponse[];
}

export class SettingDifferenceResponse {
  @ApiProperty({ enum: ['method', 'catalogue'], example: 'method' })
  readonly cause!: string;

  @ApiProperty({
    type: String,
    description: 'Setting by its path, or what came or is retired; `population`: so many figures differ',
    example: 'UI_NETUSE.goalposts.best',
  })
  readonly what!: string;

  @ApiProperty({
    oneOf: [{ type: 'string' }, { type: 'number' }, { type: 'boolean' }, { type: 'null' }],
    description: 'In the earlier release; null where there was none',
    example: 90,
  })
  readonly before!: string | number | boolean | null;

  @ApiProperty({
    oneOf: [{ type: 'string' }, { type: 'number' }, { type: 'boolean' }, { type: 'null' }],
    description: 'In the later release; null where there is none',
    example: 100,
  })
  readonly after!: string | number | boolean | null;
}

export class AddedStatementResponse {
  @ApiProperty({ type: String, description: 'Identifier of the statement', example: '17' })
  readonly id!: string;

  @ApiProperty({ type: String, description: 'ISO 3166-1 alpha-3', example: 'KEN' })
  readonly area!: string;

  @ApiProperty({ type: String, description: 'What it is about', example: 'indicator:UI_NETUSE' })
  readonly subject!: string;

  @ApiProperty({ type: String, description: 'Who speaks', example: 'Kenya IGF' })
  readonly by!: string;

  @ApiProperty({
    type: String,
    format: 'date-time',
    description: 'When it was published, UTC',
    example: '2026-11-23T08:30:00.000Z',
  })
  readonly publishedAt!: string;
}

export class CauseEffectResponse {
  @ApiProperty({ enum: CHANGE_CAUSES, example: 'new_data' })
  readonly cause!: string;

  @ApiProperty({ type: Number, description: 'Points', example: 1.5 })
  readonly points!: number;
}

export class ScoreDifferenceResponse {
  @ApiProperty({ type: String, description: 'ISO 3166-1 alpha-3', example: 'KEN' })
  readonly area!: string;

  @ApiProperty({ type: String, example: 'Kenya' })
  readonly areaName!: string;

  @ApiProperty({ enum: SCORED_KINDS, example: 'principle' })
  readonly kind!: string;

  @ApiProperty({ type: String, description: 'Code of the node or indicator', example: 'P2' })
  readonly code!: string;

  @ApiProperty({ type: String, example: 'Inclusivity' })
  readonly name!: string;

  @ApiProperty({
    type: Number,
    nullable: true,
    description: 'Points; null where there was none',
    example: 61.2,
  })
  readonly before!: number | null;

  @ApiProperty({
    type: Number,
    nullable: true,
    description: 'Points; null where there is none',
    example: 62.5,
  })
  readonly after!: number | null;

  @ApiProperty({ type: Number, nullable: true, description: '`after` less `before`', example: 1.3 })
  readonly change!: number | null;

  @ApiProperty({
    type: [CauseEffectResponse],
    description: 'Of all five causes; they sum to the change (within 1e-9). Empty where it is not split',
  })
  readonly effects!: readonly CauseEffectResponse[];

  @ApiProperty({ type: String, nullable: true, description: 'Why it is not split', example: null })
  readonly unsplit!: string | null;
}

export class ReleaseDiffResponse extends PageResponse {
  @ApiProperty({ type: DiffedReleaseResponse, description: 'The earlier release' })
  readonly from!: DiffedReleaseResponse;

  @ApiProperty({ type: DiffedReleaseResponse, description: 'The later release' })
  readonly to!: DiffedReleaseResponse;

  @ApiProperty({ type: DiffCountsResponse, description: 'Of all scores, whatever is asked for' })
  readonly counts!: DiffCountsResponse;

  @ApiProperty({ type: [SettingDifferenceResponse], description: 'What differs in method and catalogue' })
  readonly settings!: readonly SettingDifferenceResponse[];

  @ApiProperty({ type: [AddedStatementResponse], description: 'Statements that only the later one holds' })
  readonly statements!: readonly AddedStatementResponse[];

  @ApiProperty({ type: [ScoreDifferenceResponse], description: 'Scores that differ' })
  readonly items!: readonly ScoreDifferenceResponse[];
}

export function diffedReleaseResponse(release: DiffedRelease): DiffedReleaseResponse {
  const { id, date, edition, methodVersion, asOfYear, revision } = release;
  return { id, date, edition, methodVersion, asOfYear, revision };
}

export function diffCountsResponse({ byCause, ...counts }: DiffCounts): DiffCountsResponse {
  const ofCause = ({ cause, changes, meanSize }: CauseCount): CauseCountResponse => ({
    cause,
    changes,
    meanSize: meanSize ?? null,
  });
  return { ...counts, byCause: byCause.map(ofCause) };
}

export function settingDifferenceResponse(difference: Difference): SettingDifferenceResponse {
  const { cause, what, before, after } = difference;
  return { cause, what, before: before ?? null, after: after ?? null };
}

export function addedStatementResponse({
  id,
  area,
  subject,
  by,
  publishedAt,
}: Statement): AddedStatementResponse {
  return { id, area, subject, by: by.name, publishedAt };
}

export function scoreDifferenceResponse(difference: NamedDifference): ScoreDifferenceResponse {
  const { area, areaName, kind, code, name, before, after, change, effects, unsplit } = difference;
  return {
    ...{ area, areaName, kind, code, name },
    before: before ?? null,
    after: after ?? null,
    change: change ?? null,
    effects: [...(effects ?? [])].map(([cause, points]) => ({ cause, points })),
    unsplit: unsplit ?? null,
  };
}
