import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsInt, IsOptional, Max, Min } from 'class-validator';
import { IsText, WholeNumber } from '../edge/query-values.decorator.js';
import { LanguageRequest } from '../edge/read.request.js';

const MOST_PIXELS = 10_000;

/** Query parameters of oEmbed. Source: oEmbed 1.0, section 2.2. */
export class OembedRequest extends LanguageRequest {
  @ApiProperty({
    type: String,
    format: 'uri-reference',
    description:
      'Address of a chart for frames, or of the page of a country, indicator, issue, principle, goal, objective or commitment; whole, or from the first / on',
    example: '/en/embed/trend?area=KEN&node=UI_NETUSE',
  })
  @IsText(1000)
  readonly url!: string;

  @ApiPropertyOptional({
    type: String,
    example: 'json',
    description: 'json or xml; json when absent. Anything else is answered with 501, as oEmbed asks for',
  })
  @IsOptional()
  @IsText(20)
  readonly format?: string;

  @ApiPropertyOptional({ type: Number, example: 600, description: 'Largest width of the frame, CSS pixels' })
  @IsOptional()
  @WholeNumber()
  @Min(1)
  @Max(MOST_PIXELS)
  @IsInt()
  readonly maxwidth?: number;

  @ApiPropertyOptional({ type: Number, example: 500, description: 'Largest height of the frame, CSS pixels' })
  @IsOptional()
  @WholeNumber()
  @Min(1)
  @Max(MOST_PIXELS)
  @IsInt()
  readonly maxheight?: number;
}
