import { ApiProperty } from '@nestjs/swagger';
import { STAKEHOLDER_GROUPS } from '../../catalogue/stakeholder-group.js';
import type { TookPart } from '../../catalogue/took-part.js';

/** A stakeholder group that took part in an assessment. */
export class TookPartResponse {
  @ApiProperty({ enum: [...STAKEHOLDER_GROUPS] })
  readonly group!: string;

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'How many, protected: `<5` or a multiple of five; null when it is not told',
    example: '<5',
  })
  readonly persons!: string | null;
}

export function tookPartResponse(tookPart: TookPart): readonly TookPartResponse[] {
  return tookPart.map(({ group, persons }) => ({
    group,
    persons: persons === undefined ? null : String(persons),
  }));
}
