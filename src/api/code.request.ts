import { ApiProperty } from '@nestjs/swagger';
import { IsString, Length } from 'class-validator';

/** Path parameter: a code of the catalogue. */
export class CodeRequest {
  @ApiProperty({ type: String, description: 'Code, as in the list above it', example: 'UI_NETUSE' })
  @Length(1, 100)
  @IsString()
  readonly code!: string;
}

export class IdRequest {
  @ApiProperty({ type: String, description: 'Identifier, as in the list above it', example: 'GDC-11a' })
  @Length(1, 200)
  @IsString()
  readonly id!: string;
}

export class Iso3Request {
  @ApiProperty({ type: String, description: 'ISO 3166-1 alpha-3', example: 'KEN' })
  @Length(1, 20)
  @IsString()
  readonly iso3!: string;
}
