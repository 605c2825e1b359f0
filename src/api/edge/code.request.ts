import { ApiProperty } from '@nestjs/swagger';
import { IsText } from './query-values.decorator.js';

/** Path parameter: a code of the catalogue. */
export class CodeRequest {
  @ApiProperty({ type: String, description: 'Code, as in the list above it', example: 'UI_NETUSE' })
  @IsText(100)
  readonly code!: string;
}

export class IdRequest {
  @ApiProperty({ type: String, description: 'Identifier, as in the list above it', example: 'GDC-11a' })
  @IsText(100)
  readonly id!: string;
}

export class Iso3Request {
  @ApiProperty({ type: String, description: 'ISO 3166-1 alpha-3', example: 'KEN' })
  @IsText(20)
  readonly iso3!: string;
}
