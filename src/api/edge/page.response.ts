import { ApiProperty } from '@nestjs/swagger';

/** What every list that comes in pages says beside its items. */
export class PageResponse {
  @ApiProperty({
    type: Number,
    nullable: true,
    description: 'Items on all pages together; null unless asked for with `count`',
    example: 1280,
  })
  readonly total!: number | null;

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Cursor of the next page; null on the last',
    example: null,
  })
  readonly next!: string | null;
}
