import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { languages, type Language } from '../../language/language.js';

/** Longer than any text that is written here. */
const LONGEST_TEXT = 10_000;

/** A text before it is sent. */
export class WordingRequest {
  @ApiProperty({
    type: String,
    description: `The text, at most ${String(LONGEST_TEXT)} characters; it is neither kept nor logged`,
    example: 'The regulator has always refused to answer.',
  })
  @IsString()
  @MaxLength(LONGEST_TEXT)
  readonly text!: string;

  @ApiProperty({ enum: languages, description: 'Language of the text', example: 'en' })
  @IsIn(languages)
  readonly language!: Language;

  @ApiPropertyOptional({
    type: String,
    nullable: true,
    description:
      'Code of the State that speaks, of a statement of a State about itself: it may name its own government',
    example: 'KEN',
  })
  @IsOptional()
  @Matches(/^[A-Z]{3}$/)
  readonly about?: string | null;

  @ApiPropertyOptional({
    type: Boolean,
    description: 'Whether evidence is given beside the text, as with an assessment',
    default: false,
    example: false,
  })
  @IsOptional()
  @IsBoolean()
  readonly hasEvidence?: boolean;
}
