import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { languages } from '../../language/language.js';
import { IsYesOrNo } from './query-values.decorator.js';

/** Query parameter of everything that is read; all requests that are read from the query extend it. */
export class LanguageRequest {
  @ApiPropertyOptional({
    type: String,
    enum: languages,
    example: 'en',
    description:
      'Language of names, units and sentences. Sentences follow Accept-Language too; names are English unless it is said here',
  })
  @IsOptional()
  @IsIn(languages)
  readonly lang?: string;
}

/** Query parameters of every public read. */
export class ReadRequest extends LanguageRequest {
  @ApiPropertyOptional({
    type: Boolean,
    example: true,
    description: 'CSV only: start with a byte order mark, for spreadsheets that would guess the encoding',
  })
  @IsYesOrNo()
  readonly bom?: string;
}
