import { EntitySchema } from 'typeorm';

export interface IdempotencyKeyRow {
  readonly apiKeyId: number;
  readonly method: string;
  readonly route: string;
  readonly key: string;
  readonly requestHash: string | null;
  readonly status: number | null;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
  readonly claimedAt: Date;
}

export const IdempotencyKeyTable = new EntitySchema<IdempotencyKeyRow>({
  name: 'idempotency_key',
  columns: {
    apiKeyId: { type: 'integer', primary: true, comment: 'Whose request' },
    method: { type: 'text', primary: true, comment: 'HTTP method' },
    route: { type: 'text', primary: true, comment: 'Pattern of its address' },
    key: { type: 'text', primary: true, comment: 'As the sender named the request' },
    requestHash: {
      type: 'text',
      nullable: true,
      comment: 'SHA-256 of its address and body, hex; empty while the request runs',
    },
    status: {
      type: 'integer',
      nullable: true,
      comment: 'HTTP status of the answer; empty while the request runs',
    },
    headers: { type: 'jsonb', default: {}, comment: 'Headers of the answer that belong to it' },
    body: {
      type: 'text',
      nullable: true,
      comment: 'The answer; empty when it held a secret, which is kept nowhere',
    },
    claimedAt: { type: 'timestamptz', default: () => 'now()', comment: 'When the request began, UTC' },
  },
  indices: [{ columns: ['claimedAt'] }],
  foreignKeys: [{ target: 'api_key', columnNames: ['apiKeyId'], referencedColumnNames: ['id'] }],
});
