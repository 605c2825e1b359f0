import { EntitySchema } from 'typeorm';

export interface ReleasePartRow {
  readonly releaseId: string;
  readonly name: string;
  readonly mediaType: string;
  readonly sha256: string;
  readonly content: Buffer;
}

/** Written once, with their release; the database sees to it, and to their hashes. */
export const ReleasePartTable = new EntitySchema<ReleasePartRow>({
  name: 'release_part',
  columns: {
    releaseId: { type: 'text', primary: true, comment: 'The release' },
    name: { type: 'text', primary: true, comment: 'Name of the file' },
    mediaType: { type: 'text', comment: 'What kind of file it is' },
    sha256: { type: 'text', comment: 'SHA-256 of the file, hex' },
    content: { type: 'bytea', comment: 'The file' },
  },
  checks: [{ name: 'release_part_sha256_check', expression: "sha256 = encode(sha256(content), 'hex')" }],
  foreignKeys: [
    {
      target: 'release',
      columnNames: ['releaseId'],
      referencedColumnNames: ['id'],
      onDelete: 'CASCADE',
    },
  ],
});
