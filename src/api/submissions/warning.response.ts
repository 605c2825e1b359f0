import { ApiProperty } from '@nestjs/swagger';
import type { Language } from '../../language/language.js';
import { warningWords } from '../../submissions/checking/problem-words.js';
import { WARNING_CODES, type RowWarning } from '../../submissions/checking/warning.js';

/** Something about a good row that is worth a second look. It is no fault. */
export class WarningResponse {
  @ApiProperty({ enum: WARNING_CODES, description: 'Stable code' })
  readonly code!: string;

  @ApiProperty({ type: Number, description: 'Row of the spreadsheet, 1 = header', example: 12 })
  readonly row!: number;

  @ApiProperty({ type: String, description: 'What it is, a whole sentence' })
  readonly sentence!: string;

  @ApiProperty({
    type: Object,
    additionalProperties: { oneOf: [{ type: 'string' }, { type: 'number' }] },
    description: 'What the sentence speaks of',
    example: { area: 'KEN', indicator: 'UI_NETUSE', year: 2024, before: 61.5, after: 64.2 },
  })
  readonly params!: Readonly<Record<string, string | number>>;
}

export function warningResponse(warning: RowWarning, language: Language): WarningResponse {
  const { code, row, params } = warning;
  return { code, row, sentence: warningWords(language, warning), params };
}
