import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { TEMPLATE_LANGUAGES, type TemplateLanguage } from '../../reports/template-columns.js';
import { IsText } from '../edge/query-values.decorator.js';

export class TemplateRequest {
  @ApiPropertyOptional({
    enum: TEMPLATE_LANGUAGES,
    example: 'fr',
    description: 'Language of headers and help; wins over Accept-Language',
  })
  @IsOptional()
  @IsIn(TEMPLATE_LANGUAGES)
  readonly lang?: TemplateLanguage;

  @ApiPropertyOptional({
    type: String,
    example: 'DIV',
    description: 'Code of an issue; all indicators without',
  })
  @IsOptional()
  @IsText(100)
  readonly issue?: string;

  @ApiPropertyOptional({
    type: String,
    example: 'UI_NETUSE',
    description: 'Code of the one indicator wanted; wins over `issue`',
  })
  @IsOptional()
  @IsText(100)
  readonly indicator?: string;

  @ApiPropertyOptional({
    type: String,
    example: 'african-igf',
    description: 'Code of a community: what is known is then what it sent itself',
  })
  @IsOptional()
  @IsText(100)
  readonly community?: string;
}
