import { ApiProperty } from '@nestjs/swagger';
import type { Indicator, Issue } from '../../catalogue/catalogue.js';

export class IssueResponse {
  @ApiProperty({ type: String, example: 'ACCESS' })
  readonly code!: string;

  @ApiProperty({ type: String })
  readonly name!: string;

  @ApiProperty({ type: [String], description: 'Principles it touches' })
  readonly principles!: readonly string[];

  @ApiProperty({ type: [String], description: 'Codes of its indicators' })
  readonly indicators!: readonly string[];
}

export function issueResponse(
  { code, name, principles }: Issue,
  indicators: readonly Indicator[],
): IssueResponse {
  return { code, name, principles, indicators: indicators.map((indicator) => indicator.code) };
}
