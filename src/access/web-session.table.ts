import { EntitySchema } from 'typeorm';

export interface WebSessionRow {
  readonly id: number;
  readonly tokenHash: string;
  readonly apiKeyId: number;
  readonly openidIdentityId: number | null;
  readonly begunAt: Date;
  readonly seenAt: Date;
}

export const WebSessionTable = new EntitySchema<WebSessionRow>({
  name: 'web_session',
  columns: {
    id: { type: 'integer', primary: true, generated: 'increment', comment: 'Key' },
    tokenHash: { type: 'text', comment: 'SHA-256 of the 256 random bits in the cookie, hex' },
    apiKeyId: {
      type: 'integer',
      comment: 'The key that was shown, or that the identity stands for; the session ends with it',
    },
    openidIdentityId: {
      type: 'integer',
      nullable: true,
      comment: 'The identity that was shown for the key, if one was; the session ends with it',
    },
    begunAt: {
      type: 'timestamptz',
      default: () => 'now()',
      comment: 'When it was shown, UTC; twelve hours later the session is over',
    },
    seenAt: {
      type: 'timestamptz',
      default: () => 'now()',
      comment: 'Last request, to the minute, UTC; half an hour later the session is over',
    },
  },
  uniques: [{ columns: ['tokenHash'] }],
  foreignKeys: [
    { target: 'api_key', columnNames: ['apiKeyId'], referencedColumnNames: ['id'] },
    {
      target: 'openid_identity',
      columnNames: ['openidIdentityId'],
      referencedColumnNames: ['id'],
      onDelete: 'CASCADE',
    },
  ],
});
