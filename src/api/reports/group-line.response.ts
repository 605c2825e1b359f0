import { ApiProperty } from '@nestjs/swagger';
import { translate } from '../../language/translate.js';
import type { Language } from '../../language/language.js';
import type { GroupLine } from '../../reports/group-report.js';
import { SCORED_KINDS, type ScoredKind } from '../scores/nodes.request.js';

/** What each of the two numbers of a group answers. They are never mixed. */
export class GroupQuestionsResponse {
  @ApiProperty({
    type: String,
    description: 'What `people` answers',
    example: 'How is the average person doing?',
  })
  readonly people!: string;

  @ApiProperty({
    type: String,
    description: 'What `countries` answers',
    example: 'How is the average member doing?',
  })
  readonly countries!: string;
}

export function groupQuestionsResponse(language: Language): GroupQuestionsResponse {
  return {
    people: translate(language, 'group.question.people'),
    countries: translate(language, 'group.question.countries'),
  };
}

/** A group of areas on one indicator or node as of the as-of year, or the reason why it has no score. */
export class GroupLineResponse {
  @ApiProperty({ enum: SCORED_KINDS })
  readonly kind!: ScoredKind;

  @ApiProperty({ type: String, example: 'P2' })
  readonly code!: string;

  @ApiProperty({ type: String })
  readonly name!: string;

  @ApiProperty({
    type: Number,
    nullable: true,
    description:
      'How is the average person doing? 0 to 100. Nodes: the group’s own indicators combined, not its members’ scores averaged',
  })
  readonly people!: number | null;

  @ApiProperty({ type: Number, nullable: true, description: 'How is the average member doing? 0 to 100' })
  readonly countries!: number | null;

  @ApiProperty({
    type: String,
    nullable: true,
    description:
      'Why there is no score. COVERAGE: members with data hold too few of the people or of the members. ' +
      'TOO_FEW_MEMBERS: a single country is no group',
    example: 'COVERAGE',
  })
  readonly missing!: string | null;

  @ApiProperty({
    type: Number,
    nullable: true,
    description: 'Nodes: share (0-1) of the weight whose indicators have a level of the whole group',
  })
  readonly coverage!: number | null;

  @ApiProperty({ type: Number, description: 'Members it concerns' })
  readonly members!: number;

  @ApiProperty({ type: Number, description: 'Members with a level or score of their own' })
  readonly withScore!: number;

  @ApiProperty({ type: Number, description: 'Share (0-1) of the population that lives in those' })
  readonly populationCoverage!: number;

  @ApiProperty({ type: Number, description: 'Share (0-1) of the members that those are' })
  readonly memberCoverage!: number;

  @ApiProperty({
    type: Number,
    nullable: true,
    description: 'Over the members’ own levels or scores; null where these cover too little',
  })
  readonly median!: number | null;

  @ApiProperty({ type: Number, nullable: true, description: 'Likewise' })
  readonly lowest!: number | null;

  @ApiProperty({ type: Number, nullable: true, description: 'Likewise' })
  readonly highest!: number | null;

  @ApiProperty({
    type: Object,
    additionalProperties: { type: 'number' },
    description: 'Indicators with an agreed target: members by status',
    example: { on_track: 12, regressing: 3 },
  })
  readonly statuses!: Readonly<Record<string, number>>;

  @ApiProperty({
    type: Object,
    additionalProperties: { type: 'number' },
    description: 'Members by the direction of their own level or score',
    example: { improving: 30, steady: 20, declining: 4 },
  })
  readonly directions!: Readonly<Record<string, number>>;

  @ApiProperty({ type: Number, description: 'Year the change is counted from', example: 2021 })
  readonly changeSince!: number;

  @ApiProperty({
    type: Number,
    nullable: true,
    description: 'Points since then, on the matched panel: members with comparable figures at both ends',
  })
  readonly peopleChange!: number | null;

  @ApiProperty({ type: Number, nullable: true, description: 'Likewise' })
  readonly countriesChange!: number | null;

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Why there is no change. NO_BASELINE: nothing comparable to start from',
    example: 'NO_BASELINE',
  })
  readonly changeMissing!: string | null;

  @ApiProperty({
    type: Number,
    nullable: true,
    description: 'Nodes: share (0-1) of the weight whose indicators have such a panel',
  })
  readonly changeCoverage!: number | null;

  @ApiProperty({
    type: Number,
    nullable: true,
    description: 'Indicators: share (0-1) of the population that lives in the panel',
  })
  readonly changePopulationCoverage!: number | null;

  @ApiProperty({ type: Number, nullable: true, description: 'Indicators: share (0-1) of the members in it' })
  readonly changeMemberCoverage!: number | null;
}

export const GROUP_LINE_COLUMNS = [
  'kind',
  'code',
  'name',
  'people',
  'countries',
  'missing',
  'coverage',
  'members',
  'withScore',
  'populationCoverage',
  'memberCoverage',
  'median',
  'lowest',
  'highest',
  'changeSince',
  'peopleChange',
  'countriesChange',
  'changeMissing',
  'changeCoverage',
  'changePopulationCoverage',
  'changeMemberCoverage',
  'statuses',
  'directions',
] as const satisfies readonly (keyof GroupLineResponse)[];

export function groupLineResponse({ change, ...line }: GroupLine): GroupLineResponse {
  return {
    kind: line.kind,
    code: line.code,
    name: line.name,
    people: line.people ?? null,
    countries: line.countries ?? null,
    missing: line.missing ?? null,
    coverage: line.coverage ?? null,
    members: line.members,
    withScore: line.withScore,
    populationCoverage: line.populationCoverage,
    memberCoverage: line.memberCoverage,
    median: line.median ?? null,
    lowest: line.lowest ?? null,
    highest: line.highest ?? null,
    statuses: line.statuses,
    directions: line.directions,
    changeSince: change.sinceYear,
    peopleChange: change.people ?? null,
    countriesChange: change.countries ?? null,
    changeMissing: change.missing ?? null,
    changeCoverage: change.coverage ?? null,
    changePopulationCoverage: change.populationCoverage ?? null,
    changeMemberCoverage: change.memberCoverage ?? null,
  };
}
