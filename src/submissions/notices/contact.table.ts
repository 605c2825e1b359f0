import { EntitySchema } from 'typeorm';

export interface ContactRow {
  readonly contributorId: number;
  readonly address: string;
  readonly language: string;
  readonly token: string;
  readonly createdAt: Date;
  readonly confirmedAt: Date | null;
}

export const ContactTable = new EntitySchema<ContactRow>({
  name: 'contact',
  columns: {
    contributorId: { type: 'integer', primary: true, comment: 'Whose' },
    address: { type: 'text', comment: 'E-mail address; shown, logged and exported nowhere' },
    language: { type: 'text', comment: 'Language to write in' },
    token: {
      type: 'text',
      comment:
        '128 random bits, sent in each mail: who has them may confirm the address or end the mails, nothing else',
    },
    createdAt: { type: 'timestamptz', default: () => 'now()', comment: 'When the address was given, UTC' },
    confirmedAt: {
      type: 'timestamptz',
      nullable: true,
      comment: 'When its owner confirmed it, UTC; before that it gets no notice',
    },
  },
  uniques: [{ columns: ['token'] }],
  foreignKeys: [{ target: 'contributor', columnNames: ['contributorId'], referencedColumnNames: ['id'] }],
});
