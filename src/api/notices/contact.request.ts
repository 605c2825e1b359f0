import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { languages } from '../../language/language.js';
import { IsText } from '../edge/query-values.decorator.js';

/** Where to be told by mail. */
export class PutContactRequest {
  @ApiProperty({ type: String, example: 'name@example.org', description: 'Never shown or published' })
  @IsText(254)
  readonly address!: string;

  @ApiPropertyOptional({
    type: String,
    enum: languages,
    description: 'To write in; that of the request when absent',
  })
  @IsOptional()
  @IsIn(languages)
  readonly language?: string;
}

/** Path parameter: from the link of a mail. */
export class ContactTokenRequest {
  @ApiProperty({
    type: String,
    example: 'p0Q7c0wS3xYVXo2mJmP8Gw',
    description: 'From the link of a mail',
  })
  @IsText(100)
  readonly token!: string;
}
