import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsIn, IsOptional, IsString } from 'class-validator';
import { languages } from '../../language/language.js';
import { IsText } from '../edge/query-values.decorator.js';
import { LanguageRequest } from '../edge/read.request.js';

/** What to be told of by mail, and where. */
export class FollowerRequest {
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

  @ApiProperty({
    type: String,
    isArray: true,
    example: ['country:KEN', 'issue:ACCESS'],
    description: '`all`, or `country:`, `region:`, `issue:` or `commitment:` with a code',
  })
  @ArrayMaxSize(50)
  @IsString({ each: true })
  @IsArray()
  readonly follows!: string[];
}

/** Path parameter: from the link of a mail. */
export class FollowerTokenRequest {
  @ApiProperty({
    type: String,
    example: 'p0Q7c0wS3xYVXo2mJmP8Gw',
    description: 'From the link of a mail',
  })
  @IsText(100)
  readonly token!: string;
}

export class StopRequest extends LanguageRequest {
  @ApiPropertyOptional({
    type: String,
    example: 'country:KEN',
    description: 'What to follow no longer; everything when absent',
  })
  @IsOptional()
  @IsText(150)
  readonly followed?: string;
}
