import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { withoutUndefined } from '../../platform/without-undefined.js';
import {
  SIGNATURE,
  type Release,
  type ReleasePart,
  type ReleasePartFacts,
  type ReleaseState,
} from './release.js';

/** A release that is being prepared, with its files. */
type NewRelease = Omit<Release, 'state' | 'preparedAt' | 'publishedAt'>;

@Injectable()
export class ReleaseRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** All of them, the newest first. */
  async all(): Promise<readonly Release[]> {
    const rows: ReleaseColumns[] = await this.dataSource.query(
      `SELECT ${COLUMNS} FROM release ORDER BY date DESC, prepared_at DESC, id`,
    );
    return rows.map(releaseOf);
  }

  /** @param hold whether nobody may publish or withdraw it until the transaction ends */
  async one(
    id: string,
    manager: EntityManager = this.dataSource.manager,
    hold = false,
  ): Promise<Release | undefined> {
    const rows: ReleaseColumns[] = await manager.query(
      `SELECT ${COLUMNS} FROM release WHERE id = $1 ${hold ? 'FOR NO KEY UPDATE' : ''}`,
      [id],
    );
    return rows.map(releaseOf)[0];
  }

  /** What its files are, by name. */
  async parts(id: string): Promise<readonly ReleasePartFacts[]> {
    return this.dataSource.query(
      `SELECT name, media_type AS "mediaType", sha256, octet_length(content) AS size
       FROM release_part WHERE release_id = $1 ORDER BY name`,
      [id],
    );
  }

  async part(id: string, name: string): Promise<ReleasePart | undefined> {
    const rows: ReleasePart[] = await this.dataSource.query(
      `SELECT name, media_type AS "mediaType", sha256, octet_length(content) AS size, content AS bytes
       FROM release_part WHERE release_id = $1 AND name = $2`,
      [id, name],
    );
    return rows[0];
  }

  /** @throws an error of the database with the constraint `release_pkey` when there is one of this name */
  async add(manager: EntityManager, release: NewRelease, parts: readonly ReleasePart[]): Promise<void> {
    await manager.query(
      `INSERT INTO release (id, date, revision, catalogue_version, method_version, edition, note, prepared_by, manifest_sha256)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        ...[release.id, release.date, release.revision, release.catalogueVersion, release.methodVersion],
        ...[release.edition, release.note ?? null, release.preparedBy, release.manifestSha256],
      ],
    );
    for (const part of parts) await addPart(manager, release.id, part);
  }

  async publish(
    manager: EntityManager,
    id: string,
    publisher: number,
    signature: ReleasePart,
  ): Promise<void> {
    await addPart(manager, id, { ...signature, name: SIGNATURE });
    await manager.query(
      `UPDATE release SET state = 'published', published_by = $2, published_at = now() WHERE id = $1`,
      [id, publisher],
    );
  }

  /** Its files go with it. */
  async withdraw(manager: EntityManager, id: string): Promise<void> {
    await manager.query('DELETE FROM release WHERE id = $1', [id]);
  }
}

async function addPart(
  manager: EntityManager,
  id: string,
  { name, mediaType, sha256, bytes }: ReleasePart,
): Promise<void> {
  await manager.query(
    'INSERT INTO release_part (release_id, name, media_type, sha256, content) VALUES ($1, $2, $3, $4, $5)',
    [id, name, mediaType, sha256, bytes],
  );
}

const COLUMNS = `id, to_char(date, 'YYYY-MM-DD') AS date, state, revision, catalogue_version AS "catalogueVersion",
  method_version AS "methodVersion", edition, note, prepared_by AS "preparedBy", prepared_at AS "preparedAt",
  published_at AS "publishedAt", manifest_sha256 AS "manifestSha256"`;

type ReleaseColumns = Omit<Release, 'note' | 'publishedAt'> & {
  readonly state: ReleaseState;
  readonly note: string | null;
  readonly publishedAt: Date | null;
};

function releaseOf({ note, publishedAt, ...row }: ReleaseColumns): Release {
  return withoutUndefined({ ...row, note: note ?? undefined, publishedAt: publishedAt ?? undefined });
}
