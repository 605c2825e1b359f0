import { EntitySchema } from 'typeorm';

export interface DigestRow {
  readonly id: number;
  readonly followerId: number;
  readonly releaseId: string | null;
  readonly createdAt: Date;
  readonly dueAt: Date;
  readonly attempts: number;
  readonly sentAt: Date | null;
  readonly givenUpAt: Date | null;
  readonly failure: string | null;
}

export const DigestTable = new EntitySchema<DigestRow>({
  name: 'digest',
  columns: {
    id: { type: 'integer', primary: true, generated: 'increment', comment: 'Counts up' },
    followerId: { type: 'integer', comment: 'To whom' },
    releaseId: {
      type: 'text',
      nullable: true,
      comment: 'About which release; empty: asks to confirm what is to be followed',
    },
    createdAt: { type: 'timestamptz', default: () => 'now()', comment: 'Since when, UTC' },
    dueAt: {
      type: 'timestamptz',
      default: () => 'now()',
      comment: 'When to try next, UTC; whoever tries moves it on first',
    },
    attempts: { type: 'smallint', default: 0, comment: 'How often it was tried' },
    sentAt: { type: 'timestamptz', nullable: true, comment: 'When a mail server took it, UTC' },
    givenUpAt: { type: 'timestamptz', nullable: true, comment: 'When it was given up, UTC' },
    failure: {
      type: 'text',
      nullable: true,
      comment: 'Code of the last failure; no words of the mail server, which may name the address',
    },
  },
  indices: [
    { name: 'digest_due_at_idx', columns: ['dueAt'], where: 'sent_at IS NULL AND given_up_at IS NULL' },
  ],
  uniques: [{ columns: ['followerId', 'releaseId'] }],
  foreignKeys: [
    { target: 'follower', columnNames: ['followerId'], referencedColumnNames: ['id'], onDelete: 'CASCADE' },
    { target: 'release', columnNames: ['releaseId'], referencedColumnNames: ['id'] },
  ],
});

export interface DigestRoundRow {
  readonly releaseId: string;
  readonly mails: number;
  readonly preparedAt: Date;
}

export const DigestRoundTable = new EntitySchema<DigestRoundRow>({
  name: 'digest_round',
  columns: {
    releaseId: { type: 'text', primary: true, comment: 'Which release' },
    mails: { type: 'integer', comment: 'How many mails' },
    preparedAt: { type: 'timestamptz', default: () => 'now()', comment: 'When, UTC' },
  },
  foreignKeys: [{ target: 'release', columnNames: ['releaseId'], referencedColumnNames: ['id'] }],
});
