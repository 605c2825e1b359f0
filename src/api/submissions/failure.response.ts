import { ApiProperty } from '@nestjs/swagger';
import type { Language } from '../../language/language.js';
import { translate } from '../../language/translate.js';
import type { Failure } from '../../submissions/submission.js';

/** Why what was sent could not be read or taken. */
export class FailureResponse {
  @ApiProperty({ type: String, example: 'no_usable_rows' })
  readonly code!: string;

  @ApiProperty({ type: String })
  readonly title!: string;

  @ApiProperty({ type: String })
  readonly detail!: string;
}

export function failureResponse({ code, params }: Failure, language: Language): FailureResponse {
  const words = (part: string): string => translate(language, `problem.${code}.${part}`, params);
  return { code, title: words('title'), detail: words('detail') };
}
