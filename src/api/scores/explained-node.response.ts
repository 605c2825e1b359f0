import { ApiProperty } from '@nestjs/swagger';
import { NODE_KINDS } from './nodes.request.js';
import type { NamedChild, NamedNode } from '../../reports/explanation.js';
import { NamedCodeResponse } from '../reports/node-line.response.js';

/** Who decided on a weight, when and why. */
export class WeightDecisionResponse {
  @ApiProperty({ type: String })
  readonly author!: string;

  @ApiProperty({ type: String, format: 'date' })
  readonly date!: string;

  @ApiProperty({ type: String })
  readonly reason!: string;
}

/** An indicator that has to do with a node and does not count in it. */
export class LeftOutResponse extends NamedCodeResponse {
  @ApiProperty({ type: String, example: 'OVERLAP' })
  readonly reason!: string;

  @ApiProperty({ type: String, nullable: true, description: 'The one that counts in its place' })
  readonly counted!: string | null;

  @ApiProperty({ type: String })
  readonly sentence!: string;
}

const BELOW = { type: () => ExplainedNodeResponse, nullable: true };

/** A node or indicator that counts in its parent, whether it has a score or not. */
export class ExplainedChildResponse extends NamedCodeResponse {
  @ApiProperty({ type: String, example: 'goal' })
  readonly kind!: string;

  @ApiProperty({ type: Number, description: 'Relative to its siblings' })
  readonly weight!: number;

  @ApiProperty({ type: WeightDecisionResponse, nullable: true, description: 'Where the weight was decided' })
  readonly decision!: WeightDecisionResponse | null;

  @ApiProperty({ enum: ['measures', 'partly'], nullable: true, description: 'Commitments: type of the link' })
  readonly link!: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'Of the group only one counts' })
  readonly overlapGroup!: string | null;

  @ApiProperty({ type: Number, nullable: true, description: '0 to 100' })
  readonly score!: number | null;

  @ApiProperty({ type: String, nullable: true, description: 'Why it has no score of its own' })
  readonly missing!: string | null;

  @ApiProperty({ type: Boolean, description: 'The score is the mean of the region, not its own' })
  readonly filled!: boolean;

  @ApiProperty({ type: Number, nullable: true, description: 'Weight among those with a score; sums to 1' })
  readonly share!: number | null;

  @ApiProperty({ type: Number, nullable: true, description: 'Its part of what `sumsTo` tells' })
  readonly amount!: number | null;

  @ApiProperty({ type: Number, nullable: true, description: 'Points it keeps the parent from 100 by' })
  readonly pointsLost!: number | null;

  @ApiProperty(BELOW)
  readonly node!: object | null;
}

/** What a node's score is made of, down to its indicators. */
export class ExplainedNodeResponse extends NamedCodeResponse {
  @ApiProperty({ enum: NODE_KINDS })
  readonly kind!: string;

  @ApiProperty({ type: Number, nullable: true, description: '0 to 100' })
  readonly score!: number | null;

  @ApiProperty({ type: String, nullable: true, description: 'Why there is no score', example: 'COVERAGE' })
  readonly missing!: string | null;

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Why it never has one in this edition, whatever the figures',
    example: 'SWITCHED_OFF',
  })
  readonly withheld!: string | null;

  @ApiProperty({ type: Number, description: 'Share (0-1) of the weight below it that feeds it' })
  readonly coverage!: number;

  @ApiProperty({ type: Number, description: 'Of the power mean: 1 arithmetic, 0 geometric' })
  readonly power!: number;

  @ApiProperty({ type: Number, description: 'Least coverage that is published' })
  readonly minCoverage!: number;

  @ApiProperty({ type: Number, nullable: true, description: 'Least number of children with a score' })
  readonly minAvailable!: number | null;

  @ApiProperty({ type: Number, description: 'Children with a score' })
  readonly available!: number;

  @ApiProperty({
    enum: ['score', 'logarithm', 'one'],
    nullable: true,
    description: 'What the amounts of the children sum to: the score, its natural logarithm, or 1',
  })
  readonly sumsTo!: string | null;

  @ApiProperty({ type: [ExplainedChildResponse] })
  readonly children!: readonly ExplainedChildResponse[];

  @ApiProperty({ type: [LeftOutResponse], description: 'What does not count, and why' })
  readonly leftOut!: readonly LeftOutResponse[];
}

export function explainedNodeResponse(node: NamedNode): ExplainedNodeResponse {
  return {
    code: node.code,
    name: node.name,
    kind: node.kind,
    score: node.score ?? null,
    missing: node.missing ?? null,
    withheld: node.withheld ?? null,
    coverage: node.coverage,
    power: node.power,
    minCoverage: node.minCoverage,
    minAvailable: node.minAvailable ?? null,
    available: node.available,
    sumsTo: node.sumsTo ?? null,
    children: node.children.map(explainedChildResponse),
    leftOut: node.leftOut.map(({ indicator, name, reason, counted, sentence }) => ({
      code: indicator,
      name,
      reason,
      counted: counted ?? null,
      sentence,
    })),
  };
}

function explainedChildResponse(child: NamedChild): ExplainedChildResponse {
  const { decision } = child;
  return {
    code: child.code,
    name: child.name,
    kind: child.kind,
    weight: child.weight,
    decision:
      decision === undefined
        ? null
        : { author: decision.author, date: decision.date, reason: decision.reason },
    link: child.link ?? null,
    overlapGroup: child.overlapGroup ?? null,
    score: child.score ?? null,
    missing: child.missing ?? null,
    filled: child.filled,
    share: child.share ?? null,
    amount: child.amount ?? null,
    pointsLost: child.pointsLost ?? null,
    node: child.node === undefined ? null : explainedNodeResponse(child.node),
  };
}
