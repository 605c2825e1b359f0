import { EntitySchema } from 'typeorm';

export interface MailRow {
  readonly id: number;
  readonly contributorId: number;
  readonly noticeId: number | null;
  readonly apiKeyId: number | null;
  readonly event: string | null;
  readonly about: string | null;
  readonly params: Readonly<Record<string, string | number>> | null;
  readonly createdAt: Date;
  readonly dueAt: Date;
  readonly attempts: number;
  readonly sentAt: Date | null;
  readonly givenUpAt: Date | null;
  readonly failure: string | null;
}

export const MailTable = new EntitySchema<MailRow>({
  name: 'mail',
  columns: {
    id: { type: 'integer', primary: true, generated: 'increment', comment: 'Counts up' },
    contributorId: { type: 'integer', comment: 'To whom' },
    noticeId: { type: 'integer', nullable: true, comment: 'About what happened to a submission' },
    apiKeyId: {
      type: 'integer',
      nullable: true,
      comment:
        'About which key that expires soon; neither this nor a notice nor an event: asks to confirm the address',
    },
    event: {
      type: 'text',
      nullable: true,
      comment: 'About something else that happened, as the notification matrix names it',
    },
    about: { type: 'text', nullable: true, comment: 'To which thing it happened; each reader is told once' },
    params: { type: 'jsonb', nullable: true, comment: 'What fills the words; nothing about persons' },
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
    { name: 'mail_due_at_idx', columns: ['dueAt'], where: 'sent_at IS NULL AND given_up_at IS NULL' },
    { columns: ['contributorId', 'createdAt'] },
  ],
  uniques: [{ columns: ['contributorId', 'event', 'about'] }],
  foreignKeys: [
    { target: 'contributor', columnNames: ['contributorId'], referencedColumnNames: ['id'] },
    { target: 'notice', columnNames: ['noticeId'], referencedColumnNames: ['id'] },
    { target: 'api_key', columnNames: ['apiKeyId'], referencedColumnNames: ['id'] },
  ],
});
