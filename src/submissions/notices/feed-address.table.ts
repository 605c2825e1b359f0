import { EntitySchema } from 'typeorm';

export interface FeedAddressRow {
  readonly communityId: number;
  readonly secretHash: string;
  readonly createdAt: Date;
}

export const FeedAddressTable = new EntitySchema<FeedAddressRow>({
  name: 'feed_address',
  columns: {
    communityId: { type: 'integer', primary: true, comment: 'Whose submissions it shows' },
    secretHash: {
      type: 'text',
      comment: 'SHA-256 of the 256 random bits in the address, hex; a new one ends the old one',
    },
    createdAt: { type: 'timestamptz', default: () => 'now()', comment: 'When it was made, UTC' },
  },
  uniques: [{ columns: ['secretHash'] }],
  foreignKeys: [{ target: 'community', columnNames: ['communityId'], referencedColumnNames: ['id'] }],
});
