import { ApiProperty } from '@nestjs/swagger';
import type { ContactState } from '../../submissions/notices/contact.js';

/** That somebody left an address; which one is not told. */
export class ContactResponse {
  @ApiProperty({ type: String })
  readonly language!: string;

  @ApiProperty({
    type: Boolean,
    description: 'Until its owner has confirmed the address, nothing else is sent there',
  })
  readonly confirmed!: boolean;
}

export function contactResponse({ language, isConfirmed }: ContactState): ContactResponse {
  return { language, confirmed: isConfirmed };
}
