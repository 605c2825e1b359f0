import { EntitySchema } from 'typeorm';

export interface ReleaseRow {
  readonly id: string;
  readonly state: string;
  readonly date: string;
  readonly revision: number;
  readonly catalogueVersion: number;
  readonly methodVersion: string;
  readonly edition: string;
  readonly note: string | null;
  readonly preparedBy: number;
  readonly preparedAt: Date;
  readonly publishedBy: number | null;
  readonly publishedAt: Date | null;
  readonly manifestSha256: string;
}

/** Two people make a release; the database sees to it. */
export const ReleaseTable = new EntitySchema<ReleaseRow>({
  name: 'release',
  columns: {
    id: { type: 'text', primary: true, comment: 'Name of the release, e.g. 2026-1' },
    state: {
      type: 'text',
      default: 'prepared',
      comment: 'prepared or published; what is published stays as it is',
    },
    date: { type: 'date', comment: 'The day it carries' },
    revision: { type: 'integer', comment: 'The data revision it stands on' },
    catalogueVersion: { type: 'integer', comment: 'The version of the catalogue it stands on' },
    methodVersion: { type: 'text', comment: 'The version of the scoring method' },
    edition: { type: 'text', comment: 'The edition of the index' },
    note: { type: 'text', nullable: true, comment: 'What its makers say of it' },
    preparedBy: { type: 'integer', comment: 'Who prepared it' },
    preparedAt: { type: 'timestamptz', default: () => 'now()', comment: 'When, UTC' },
    publishedBy: { type: 'integer', nullable: true, comment: 'Who published it: somebody else' },
    publishedAt: { type: 'timestamptz', nullable: true, comment: 'When, UTC' },
    manifestSha256: { type: 'text', comment: 'SHA-256 of its manifest, hex' },
  },
  checks: [
    { name: 'release_id_check', expression: "id ~ '^[a-z0-9][a-z0-9.-]{0,39}$'" },
    {
      name: 'release_state_check',
      expression:
        "CASE state WHEN 'prepared' THEN num_nonnulls(published_by, published_at) = 0 " +
        "WHEN 'published' THEN num_nonnulls(published_by, published_at, manifest_sha256) = 3 ELSE false END",
    },
    { name: 'release_two_people_check', expression: 'published_by <> prepared_by' },
  ],
  foreignKeys: [
    { target: 'catalogue_version', columnNames: ['catalogueVersion'], referencedColumnNames: ['id'] },
    { target: 'contributor', columnNames: ['preparedBy'], referencedColumnNames: ['id'] },
    { target: 'contributor', columnNames: ['publishedBy'], referencedColumnNames: ['id'] },
  ],
});
