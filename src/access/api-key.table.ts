import { EntitySchema } from 'typeorm';

export interface ApiKeyRow {
  readonly id: number;
  readonly contributorId: number;
  readonly keyHash: string;
  readonly label: string;
  readonly roles: readonly string[];
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly revokedAt: Date | null;
}

export const ApiKeyTable = new EntitySchema<ApiKeyRow>({
  name: 'api_key',
  columns: {
    id: {
      type: 'integer',
      primary: true,
      generated: 'increment',
      comment: 'Key',
    },
    contributorId: { type: 'integer', comment: 'Who it stands for' },
    keyHash: { type: 'text', comment: 'SHA-256 of the 256-bit random key, hex' },
    label: { type: 'text', comment: 'What it is for' },
    roles: { type: 'text', array: true, comment: 'At most these of the roles its contributor holds' },
    createdAt: {
      type: 'timestamptz',
      default: () => 'now()',
      comment: 'When it was made, UTC',
    },
    expiresAt: { type: 'timestamptz', comment: 'From then on it is refused, UTC' },
    revokedAt: {
      type: 'timestamptz',
      nullable: true,
      comment: 'When it was revoked, UTC',
    },
  },
  uniques: [{ columns: ['keyHash'] }],
  foreignKeys: [
    {
      target: 'contributor',
      columnNames: ['contributorId'],
      referencedColumnNames: ['id'],
    },
  ],
});
