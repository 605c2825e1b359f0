import { ApiProperty } from '@nestjs/swagger';
import { HINT_KINDS, type HintKind, type WordingHint } from '../../communities/conduct/wording-hint.js';
import type { Language } from '../../language/language.js';
import { translate } from '../../language/translate.js';

export class WordingHintResponse {
  @ApiProperty({ enum: HINT_KINDS, description: 'What it is about', example: 'names_body' })
  readonly kind!: HintKind;

  @ApiProperty({ type: Number, description: 'Where it begins in the text, in UTF-16 code units', example: 4 })
  readonly start!: number;

  @ApiProperty({ type: Number, description: 'Where it ends', example: 13 })
  readonly end!: number;

  @ApiProperty({ type: String, description: 'The words there', example: 'regulator' })
  readonly quoted!: string;

  @ApiProperty({
    type: String,
    description: 'Why it is a hint',
    example: 'Here something is said against a body.',
  })
  readonly why!: string;

  @ApiProperty({ type: String, description: 'What to write instead', example: 'Write what happened.' })
  readonly instead!: string;
}

export class WordingResponse {
  @ApiProperty({ type: [WordingHintResponse], description: 'In the order of the text; none is fine' })
  readonly hints!: readonly WordingHintResponse[];
}

/** @param language of who reads the hints */
export function wordingHintResponse(
  { kind, start, end, quoted }: WordingHint,
  language: Language,
): WordingHintResponse {
  const why = translate(language, `wording.${kind}`, { quoted });
  const instead = translate(language, `wording.${kind}.instead`, { quoted });
  return { kind, start, end, quoted, why, instead };
}
