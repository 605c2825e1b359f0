import { ApiProperty } from '@nestjs/swagger';
import type { OwnPast, PeersPace, RequiredPace, WhatItTakes } from '../../reports/what-it-takes.js';

export class MilestoneResponse {
  @ApiProperty({ type: Number, description: 'The year after the edition’s, or the target year if earlier' })
  readonly year!: number;

  @ApiProperty({ type: Number, description: 'In the indicator’s unit' })
  readonly value!: number;
}

/** The straight path from the current value to the target in the target year. */
export class RequiredPaceResponse {
  @ApiProperty({ type: Number, description: 'Score points a year' })
  readonly pointsPerYear!: number;

  @ApiProperty({
    type: Number,
    nullable: true,
    description: 'In the indicator’s unit a year; null where its scale is not linear',
  })
  readonly unitPerYear!: number | null;

  @ApiProperty({ type: MilestoneResponse, nullable: true, description: 'Where the path stands next' })
  readonly milestone!: MilestoneResponse | null;
}

export class OwnPastResponse {
  @ApiProperty({ type: Number, nullable: true })
  readonly fromYear!: number | null;

  @ApiProperty({ type: Number, nullable: true, description: 'Score points a year since then' })
  readonly pointsPerYear!: number | null;

  @ApiProperty({ type: Number, nullable: true, description: 'In the indicator’s unit a year' })
  readonly unitPerYear!: number | null;

  @ApiProperty({ type: Number, nullable: true, description: 'Required pace by this one: times faster' })
  readonly factor!: number | null;

  @ApiProperty({
    enum: ['SINGLE_OBSERVATION', 'NO_BASELINE', 'TOO_FEW_VALUES', 'NOT_MOVING', 'MOVING_AWAY'],
    nullable: true,
    description:
      'Why there is no factor: one value only; no comparable earlier value far enough back; fewer than three ' +
      'comparable values; no movement to speak of; movement away from the target',
  })
  readonly missing!: string | null;
}

export class PeerGroupResponse {
  @ApiProperty({ type: String, example: 'INCOME-LOWER-MIDDLE' })
  readonly code!: string;

  @ApiProperty({ enum: ['world', 'un_regional_group', 'income_group'] })
  readonly kind!: string;

  @ApiProperty({ type: String })
  readonly name!: string;
}

export class PeerPaceResponse {
  @ApiProperty({ type: String, example: 'KEN' })
  readonly code!: string;

  @ApiProperty({ type: String })
  readonly name!: string;

  @ApiProperty({ type: Number, description: 'Score points a year' })
  readonly pointsPerYear!: number;
}

/** The mean pace of the fastest comparable countries. */
export class PeersPaceResponse {
  @ApiProperty({
    type: PeerGroupResponse,
    nullable: true,
    description: 'The income group, else the UN regional group, with enough countries to compare with',
  })
  readonly group!: PeerGroupResponse | null;

  @ApiProperty({ type: Number, description: 'Other countries of the group with a pace from three values' })
  readonly withPace!: number;

  @ApiProperty({ type: [PeerPaceResponse], description: 'At most five, fastest first' })
  readonly fastest!: readonly PeerPaceResponse[];

  @ApiProperty({ type: Number, nullable: true, description: 'Mean of the fastest, score points a year' })
  readonly pointsPerYear!: number | null;

  @ApiProperty({ type: Number, nullable: true, description: 'The same in the indicator’s unit a year' })
  readonly unitPerYear!: number | null;

  @ApiProperty({ type: Number, nullable: true, description: 'Required pace by that of the fastest' })
  readonly factor!: number | null;

  @ApiProperty({
    enum: ['TOO_FEW_PEERS', 'NOT_MOVING', 'MOVING_AWAY'],
    nullable: true,
    description:
      'Why there is no factor: too few comparable countries with a pace; the fastest do not move to speak of; even ' +
      'they move away',
  })
  readonly missing!: string | null;
}

/** What it would take to meet an agreed target that is not met: arithmetic, not a forecast. */
export class WhatItTakesResponse {
  @ApiProperty({ type: String, example: 'UI_NETUSE' })
  readonly indicator!: string;

  @ApiProperty({ type: String })
  readonly name!: string;

  @ApiProperty({ type: String })
  readonly unit!: string;

  @ApiProperty({ type: Number, description: 'The current value' })
  readonly value!: number;

  @ApiProperty({ type: Number })
  readonly year!: number;

  @ApiProperty({ type: Number })
  readonly target!: number;

  @ApiProperty({ type: Number })
  readonly targetYear!: number;

  @ApiProperty({ type: RequiredPaceResponse, nullable: true })
  readonly required!: RequiredPaceResponse | null;

  @ApiProperty({ type: OwnPastResponse, nullable: true })
  readonly ownPast!: OwnPastResponse | null;

  @ApiProperty({ type: PeersPaceResponse, nullable: true })
  readonly peers!: PeersPaceResponse | null;

  @ApiProperty({ enum: ['TARGET_YEAR_PASSED'], nullable: true, description: 'No time is left' })
  readonly missing!: string | null;
}

export function whatItTakesResponse(line: WhatItTakes): WhatItTakesResponse {
  return {
    indicator: line.indicator,
    name: line.name,
    unit: line.unit,
    value: line.value,
    year: line.year,
    target: line.target,
    targetYear: line.targetYear,
    required: line.required === undefined ? null : requiredResponse(line.required),
    ownPast: line.ownPast === undefined ? null : ownPastResponse(line.ownPast),
    peers: line.peers === undefined ? null : peersResponse(line.peers),
    missing: line.missing ?? null,
  };
}

function requiredResponse({ pointsPerYear, unitPerYear, milestone }: RequiredPace): RequiredPaceResponse {
  return {
    pointsPerYear,
    unitPerYear: unitPerYear ?? null,
    milestone: milestone === undefined ? null : { year: milestone.year, value: milestone.value },
  };
}

function ownPastResponse(past: OwnPast): OwnPastResponse {
  return {
    fromYear: past.fromYear ?? null,
    pointsPerYear: past.pointsPerYear ?? null,
    unitPerYear: past.unitPerYear ?? null,
    factor: past.factor ?? null,
    missing: past.missing ?? null,
  };
}

function peersResponse({ group, ...peers }: PeersPace): PeersPaceResponse {
  return {
    group: group === undefined ? null : { code: group.code, kind: group.kind, name: group.name },
    withPace: peers.withPace,
    fastest: peers.fastest.map(({ code, name, pointsPerYear }) => ({ code, name, pointsPerYear })),
    pointsPerYear: peers.pointsPerYear ?? null,
    unitPerYear: peers.unitPerYear ?? null,
    factor: peers.factor ?? null,
    missing: peers.missing ?? null,
  };
}
