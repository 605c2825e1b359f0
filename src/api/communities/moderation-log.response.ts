import { ApiProperty } from '@nestjs/swagger';
import { MODERATED_KINDS } from '../../communities/moderation/moderation-case.js';
import {
  LOGGED_DECISIONS,
  logQuarters,
  type LogEntry,
  type LogQuarter,
} from '../../communities/moderation/moderation-log.js';
import { DECLINE_REASONS } from '../../communities/decline-reason.js';

/** A decision of moderators; neither the text nor a person. */
export class LogEntryResponse {
  @ApiProperty({
    type: String,
    format: 'date-time',
    description: 'When it was decided, or shown because nobody did',
    example: '2026-11-24T09:00:00.000Z',
  })
  readonly decidedAt!: string;

  @ApiProperty({ enum: MODERATED_KINDS, description: 'Kind of text', example: 'statement' })
  readonly kind!: string;

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Country that a statement is about, ISO 3166-1 alpha-3',
    example: 'KEN',
  })
  readonly area!: string | null;

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Code of the community whose text it was; null: of an administrator',
    example: 'kenya-igf',
  })
  readonly community!: string | null;

  @ApiProperty({
    enum: LOGGED_DECISIONS,
    description: 'lapsed: nobody decided in time, and it was shown',
    example: 'declined',
  })
  readonly decision!: string;

  @ApiProperty({ enum: DECLINE_REASONS, nullable: true, description: 'Why', example: 'no_evidence' })
  readonly reasonCode!: string | null;

  @ApiProperty({
    type: Number,
    nullable: true,
    description: 'Working days that the text waited; null where it did not wait',
    example: 2,
  })
  readonly workingDays!: number | null;

  @ApiProperty({
    enum: ['waiting', 'upheld', 'overturned'],
    nullable: true,
    description: 'What became of the appeal; null: nobody appealed',
    example: null,
  })
  readonly appeal!: string | null;

  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'When the appeal was decided on',
    example: null,
  })
  readonly appealDecidedAt!: string | null;
}

export class LogQuarterResponse {
  @ApiProperty({ type: String, description: 'Of the decisions, UTC', example: '2026-Q4' })
  readonly quarter!: string;

  @ApiProperty({ type: Number, description: 'Texts that were shown', example: 12 })
  readonly shown!: number;

  @ApiProperty({ type: Number, description: 'Texts that were declined', example: 1 })
  readonly declined!: number;

  @ApiProperty({ type: Number, description: 'Texts that were taken down', example: 0 })
  readonly takenDown!: number;

  @ApiProperty({ type: Number, description: 'Nobody decided in time', example: 0 })
  readonly lapsed!: number;

  @ApiProperty({ type: Number, description: 'Decisions that were appealed against', example: 1 })
  readonly appeals!: number;

  @ApiProperty({ type: Number, description: 'Appeals that were right', example: 0 })
  readonly overturned!: number;
}

export class ModerationLogResponse {
  @ApiProperty({ type: [LogEntryResponse], description: 'The latest first' })
  readonly items!: readonly LogEntryResponse[];

  @ApiProperty({ type: [LogQuarterResponse], description: 'Counts by quarter, the latest first' })
  readonly quarters!: readonly LogQuarterResponse[];
}

export function moderationLogResponse(entries: readonly LogEntry[]): ModerationLogResponse {
  return { items: entries.map(logEntryResponse), quarters: logQuarters(entries).map(quarterResponse) };
}

export const LOG_COLUMNS = [
  'decidedAt',
  'kind',
  'area',
  'community',
  'decision',
  'reasonCode',
  'workingDays',
  'appeal',
  'appealDecidedAt',
] as const satisfies readonly (keyof LogEntryResponse)[];

export function logEntryResponse(entry: LogEntry): LogEntryResponse {
  return {
    decidedAt: entry.at,
    kind: entry.kind,
    area: entry.area ?? null,
    community: entry.community ?? null,
    decision: entry.decision,
    reasonCode: entry.reasonCode ?? null,
    workingDays: entry.workingDays ?? null,
    appeal: entry.appeal ?? null,
    appealDecidedAt: entry.appealDecidedAt ?? null,
  };
}

function quarterResponse({ taken_down: takenDown, ...counts }: LogQuarter): LogQuarterResponse {
  return { ...counts, takenDown };
}
