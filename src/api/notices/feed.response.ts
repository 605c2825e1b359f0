import { ApiProperty } from '@nestjs/swagger';

/** The secret address of a community's feed. */
export class FeedAddressResponse {
  @ApiProperty({
    type: String,
    description: 'Address for a feed reader, with its secret: shown this once and kept nowhere',
    example: 'https://progress.example.org/api/v1/communities/african-igf/submissions.atom?secret=…',
  })
  readonly address!: string;
}
