import { ApiProperty } from '@nestjs/swagger';
import type { Commitment, CrosswalkLink, Objective } from '../../catalogue/catalogue.js';

export class ObjectiveResponse {
  @ApiProperty({ type: String, example: '1' })
  readonly code!: string;

  @ApiProperty({ type: String })
  readonly name!: string;
}

export function objectiveResponse({ code, name }: Objective): ObjectiveResponse {
  return { code, name };
}

/** That an indicator says something about a commitment, and why. */
export class CrosswalkLinkResponse {
  @ApiProperty({ type: String, example: 'UI_NETUSE' })
  readonly indicator!: string;

  @ApiProperty({ type: String, example: 'GDC-11b' })
  readonly commitment!: string;

  @ApiProperty({ enum: ['measures', 'partly', 'context'], description: 'Context is shown and never counted' })
  readonly type!: string;

  @ApiProperty({ type: String })
  readonly reason!: string;

  @ApiProperty({ type: String })
  readonly author!: string;

  @ApiProperty({ type: String, example: '2026-11-23' })
  readonly date!: string;

  @ApiProperty({ type: Boolean, description: 'Whether the link is official or ours' })
  readonly official!: boolean;

  @ApiProperty({ type: Boolean })
  readonly reviewed!: boolean;
}

export const LINK_COLUMNS = [
  'indicator',
  'commitment',
  'type',
  'reason',
  'author',
  'date',
  'official',
  'reviewed',
] as const satisfies readonly (keyof CrosswalkLinkResponse)[];

export function crosswalkLinkResponse(link: CrosswalkLink): CrosswalkLinkResponse {
  const { indicator, commitment, type, reason, author, date, official, reviewed } = link;
  return { indicator, commitment, type, reason, author, date, official, reviewed };
}

export class CommitmentResponse {
  @ApiProperty({ type: String, example: 'GDC-11b' })
  readonly id!: string;

  @ApiProperty({ type: String, nullable: true, description: 'Objective; none for follow-up and review' })
  readonly objective!: string | null;

  @ApiProperty({ type: String, description: 'Paragraph of the Compact', example: '11(b)' })
  readonly paragraph!: string;

  @ApiProperty({ type: String })
  readonly section!: string;

  @ApiProperty({ type: String, description: 'In our own words' })
  readonly title!: string;

  @ApiProperty({ enum: ['commitment', 'call', 'request', 'recognition'] })
  readonly kind!: string;

  @ApiProperty({ type: String })
  readonly addressee!: string;

  @ApiProperty({ type: Number, nullable: true, description: 'Target year' })
  readonly by!: number | null;

  @ApiProperty({ type: String, nullable: true, description: 'When, in the resolution’s words' })
  readonly deadline!: string | null;

  @ApiProperty({ type: String })
  readonly measurability!: string;

  @ApiProperty({ type: [String] })
  readonly sdgTargets!: readonly string[];

  @ApiProperty({
    enum: ['text', 'anchor', 'recalled', 'recalled-order-uncertain'],
    description: 'How sure the wording and place are',
  })
  readonly confidence!: string;

  @ApiProperty({ type: Boolean, description: 'Whether countries are scored on it' })
  readonly scored!: boolean;

  @ApiProperty({ type: Boolean, description: 'Whether any indicator measures it, wholly or partly' })
  readonly covered!: boolean;

  @ApiProperty({ type: [CrosswalkLinkResponse] })
  readonly links!: readonly CrosswalkLinkResponse[];
}

export const COMMITMENT_COLUMNS = [
  'id',
  'objective',
  'paragraph',
  'section',
  'title',
  'kind',
  'addressee',
  'by',
  'deadline',
  'measurability',
  'sdgTargets',
  'confidence',
  'scored',
  'covered',
] as const satisfies readonly (keyof CommitmentResponse)[];

export function commitmentResponse(
  commitment: Commitment,
  links: readonly CrosswalkLink[],
): CommitmentResponse {
  return {
    id: commitment.id,
    objective: commitment.objective ?? null,
    paragraph: commitment.paragraph,
    section: commitment.section,
    title: commitment.title,
    kind: commitment.kind,
    addressee: commitment.addressee,
    by: commitment.by ?? null,
    deadline: commitment.deadline ?? null,
    measurability: commitment.measurability,
    sdgTargets: commitment.sdgTargets,
    confidence: commitment.confidence,
    scored: commitment.scored,
    covered: links.some(({ type }) => type !== 'context'),
    links: links.map(crosswalkLinkResponse),
  };
}
