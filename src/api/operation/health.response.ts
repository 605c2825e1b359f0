import { ApiProperty } from '@nestjs/swagger';

export class LiveResponse {
  @ApiProperty({ enum: ['live'] })
  readonly status!: 'live';
}

export class ReadyResponse {
  @ApiProperty({ enum: ['ready'] })
  readonly status!: 'ready';

  @ApiProperty({ type: Number, description: 'Data revision' })
  readonly revision!: number;
}
