import { EntitySchema } from 'typeorm';

export interface OpenIdIdentityRow {
  readonly id: number;
  readonly identityHash: string;
  readonly issuer: string;
  readonly apiKeyId: number;
  readonly linkedAt: Date;
}

export const OpenIdIdentityTable = new EntitySchema<OpenIdIdentityRow>({
  name: 'openid_identity',
  columns: {
    id: { type: 'integer', primary: true, generated: 'increment', comment: 'Key' },
    identityHash: { type: 'text', comment: 'SHA-256 of issuer and subject, hex; neither name nor address' },
    issuer: { type: 'text', comment: 'Address of the provider' },
    apiKeyId: { type: 'integer', comment: 'The key it was linked with and stands for, no longer than it' },
    linkedAt: { type: 'timestamptz', default: () => 'now()', comment: 'When it was linked, UTC' },
  },
  uniques: [{ columns: ['identityHash'] }],
  indices: [{ columns: ['apiKeyId'] }],
  foreignKeys: [{ target: 'api_key', columnNames: ['apiKeyId'], referencedColumnNames: ['id'] }],
});
