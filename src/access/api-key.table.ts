import { EntitySchema } from 'typeorm';

export interface ApiKeyRow {
  readonly id: number;
  readonly contributorId: number;
  readonly keyHash: string;
  readonly label: string | null;
  readonly roles: readonly string[];
  readonly areas: readonly string[];
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly revokedAt: Date | null;
  readonly lastUsedOn: string | null;
  readonly announcedAt: Date | null;
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
    label: {
      type: 'text',
      nullable: true,
      comment: 'What it is for; not published, and empty once its holder is erased',
    },
    roles: { type: 'text', array: true, comment: 'At most these of the roles its contributor holds' },
    areas: {
      type: 'text',
      array: true,
      default: '{}',
      comment: 'Codes of areas and groups it may send figures for; none: all that its holder may',
    },
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
    lastUsedOn: { type: 'date', nullable: true, comment: 'Day of its last use, UTC' },
    announcedAt: {
      type: 'timestamptz',
      nullable: true,
      comment: 'When its holder was told that it expires soon, UTC',
    },
  },
  uniques: [{ columns: ['keyHash'] }],
  checks: [
    {
      name: 'api_key_roles_check',
      expression:
        "roles <@ ARRAY['submitter', 'reviewer', 'respondent', 'administrator', 'auditor', 'publisher', 'moderator']",
    },
  ],
  foreignKeys: [
    {
      target: 'contributor',
      columnNames: ['contributorId'],
      referencedColumnNames: ['id'],
    },
  ],
});
