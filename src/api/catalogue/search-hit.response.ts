import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { languages } from '../../language/language.js';
import { translate } from '../../language/translate.js';
import { SEARCH_KINDS, type SearchHit } from '../../reports/search/search-entry.js';

export class SearchHitResponse {
  @ApiProperty({ type: String, enum: SEARCH_KINDS, example: 'country', description: 'What it is' })
  readonly kind!: string;

  @ApiProperty({
    type: String,
    example: 'Countries',
    description: 'Of the kind, in the language of the answer',
  })
  readonly kindLabel!: string;

  @ApiProperty({ type: String, example: 'CIV', description: 'Its code among those of its kind' })
  readonly code!: string;

  @ApiProperty({ type: String, example: 'Côte d’Ivoire', description: 'In the language of the answer' })
  readonly name!: string;

  @ApiProperty({ type: String, example: '/en/countries/CIV', description: 'Path of its page' })
  readonly address!: string;

  @ApiProperty({
    type: Boolean,
    example: true,
    description: 'Whether the question is its whole name or code',
  })
  readonly exact!: boolean;

  @ApiPropertyOptional({
    type: String,
    example: 'Ivory Coast',
    description: 'The name or code that was found, where that is not its name in the language of the answer',
  })
  readonly matched?: string;

  @ApiPropertyOptional({
    type: String,
    enum: languages,
    description: 'Language of `matched`, where it is of one',
  })
  readonly matchedLanguage?: string;
}

export function searchHitResponse(hit: SearchHit, language: string): SearchHitResponse {
  const { kind, code, name, address, exact, matched } = hit;
  return {
    kind,
    kindLabel: translate(language, `search.kind.${kind}`),
    code,
    name,
    address,
    exact,
    ...(matched && { matched: matched.text }),
    ...(matched?.language !== undefined && { matchedLanguage: matched.language }),
  };
}
