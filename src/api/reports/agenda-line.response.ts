import { ApiProperty } from '@nestjs/swagger';
import type { AgendaLine } from '../../reports/agenda-report.js';

/** An action line or a target, and what can be said of it. */
export class AgendaLineResponse {
  @ApiProperty({ type: String, example: 'SDG-9.1' })
  readonly code!: string;

  @ApiProperty({ type: String })
  readonly name!: string;

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Goal that a target belongs to',
    example: 'SDG-9',
  })
  readonly goal!: string | null;

  @ApiProperty({ type: String, nullable: true })
  readonly goalName!: string | null;

  @ApiProperty({ type: String, description: 'Where the name comes from' })
  readonly source!: string;

  @ApiProperty({ type: [String], description: 'Codes of its indicators' })
  readonly indicators!: readonly string[];

  @ApiProperty({ type: Number, description: 'So many of them count in this edition', example: 5 })
  readonly liveIndicators!: number;

  @ApiProperty({ type: Number, description: 'Countries that have a score', example: 180 })
  readonly areasWithScore!: number;

  @ApiProperty({ type: Number, nullable: true, description: 'Score of the middle country', example: 58.2 })
  readonly medianScore!: number | null;
}

export const AGENDA_LINE_COLUMNS = [
  'code',
  'name',
  'goal',
  'goalName',
  'source',
  'indicators',
  'liveIndicators',
  'areasWithScore',
  'medianScore',
] as const satisfies readonly (keyof AgendaLineResponse)[];

export function agendaLineResponse(line: AgendaLine): AgendaLineResponse {
  const { code, name, goal, source, indicators, liveIndicators, areasWithScore, medianScore } = line;
  return {
    ...{ code, name, source, indicators, liveIndicators, areasWithScore },
    goal: goal?.code ?? null,
    goalName: goal?.name ?? null,
    medianScore: medianScore ?? null,
  };
}
