import { EntitySchema } from 'typeorm';

export interface FollowerRow {
  readonly id: number;
  readonly address: string;
  readonly language: string;
  readonly token: string;
}

export const FollowerTable = new EntitySchema<FollowerRow>({
  name: 'follower',
  columns: {
    id: { type: 'integer', primary: true, generated: 'increment', comment: 'Key' },
    address: {
      type: 'text',
      comment: 'E-mail address in small letters; shown, logged and exported nowhere',
    },
    language: { type: 'text', comment: 'Language to write in' },
    token: {
      type: 'text',
      comment:
        '128 random bits, sent in each mail: who has them may confirm and end what is followed, nothing else',
    },
  },
  uniques: [{ columns: ['address'] }, { columns: ['token'] }],
  checks: [{ name: 'follower_address_check', expression: 'address = lower(address)' }],
});

export interface FollowingRow {
  readonly followerId: number;
  readonly subject: string;
  readonly askedAt: Date;
  readonly confirmedAt: Date | null;
}

export const FollowingTable = new EntitySchema<FollowingRow>({
  name: 'following',
  columns: {
    followerId: { type: 'integer', primary: true, comment: 'Who' },
    subject: {
      type: 'text',
      primary: true,
      comment: 'all, or what it is with its code, e.g. country:KEN',
    },
    askedAt: {
      type: 'timestamptz',
      default: () => 'now()',
      comment: 'When somebody asked for it, UTC; forgotten when it is not confirmed within days',
    },
    confirmedAt: {
      type: 'timestamptz',
      nullable: true,
      comment: 'When the owner of the address confirmed it, UTC; before that nothing is sent about it',
    },
  },
  indices: [{ columns: ['subject'] }],
  foreignKeys: [
    { target: 'follower', columnNames: ['followerId'], referencedColumnNames: ['id'], onDelete: 'CASCADE' },
  ],
});
