import { ApiProperty } from '@nestjs/swagger';
import type { ChartWords } from '../../charts/chart-words.js';

/** The words of every chart. */
export class ChartWordsResponse {
  @ApiProperty({ type: String })
  readonly title!: string;

  @ApiProperty({ type: String })
  readonly summary!: string;

  @ApiProperty({ type: String })
  readonly unit!: string;

  @ApiProperty({ type: [String] })
  readonly notes!: readonly string[];
}

export function chartWordsResponse({ title, summary, unit, notes }: ChartWords): ChartWordsResponse {
  return { title, summary, unit, notes };
}
