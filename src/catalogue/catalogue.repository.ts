import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { AuditRepository } from '../platform/audit/audit.repository.js';
import type { Catalogue } from './catalogue.js';
import { completeCatalogue, type EarlierCatalogue } from './complete-catalogue.js';
import { contentHash } from './content-hash.js';
import { SeedsRefused } from './seeds-refused.js';

export interface CatalogueVersion {
  readonly id: number;
  readonly catalogue: Catalogue;
}

/** The integer keys of areas and indicators by code, those of retired codes included. */
export interface CatalogueKeys {
  readonly areas: ReadonlyMap<string, number>;
  readonly indicators: ReadonlyMap<string, number>;
}

type KeyTable = 'area' | 'indicator';

/** Advisory lock of the one who puts a catalogue in force. */
const REPLACING = 4_991_809;

@Injectable()
export class CatalogueRepository {
  constructor(
    private readonly dataSource: DataSource,
    private readonly audit: AuditRepository,
  ) {}

  /** The version in force, or `undefined` before the first load. */
  async latest(): Promise<CatalogueVersion | undefined> {
    const rows: CatalogueVersion[] = await this.dataSource.query(
      'SELECT id, content AS catalogue FROM catalogue_version ORDER BY id DESC LIMIT 1',
    );
    return rows[0];
  }

  /**
   * The version that was in force at a moment, or the first one where none was yet. Settings that its time did not know
   * are put in.
   */
  async inForceAt(moment: Date): Promise<CatalogueVersion | undefined> {
    const rows: { id: number; catalogue: EarlierCatalogue }[] = await this.dataSource.query(
      `SELECT id, content AS catalogue FROM catalogue_version
       ORDER BY loaded_at <= $1 DESC, CASE WHEN loaded_at <= $1 THEN -id ELSE id END LIMIT 1`,
      [moment],
    );
    return rows.map(({ id, catalogue }) => ({ id, catalogue: completeCatalogue(catalogue) }))[0];
  }

  /** A stored version, settings that its time did not know put in, with the hash of what is stored. */
  async version(id: number): Promise<(CatalogueVersion & { readonly sha256: string }) | undefined> {
    const rows: { id: number; catalogue: EarlierCatalogue }[] = await this.dataSource.query(
      'SELECT id, content AS catalogue FROM catalogue_version WHERE id = $1',
      [id],
    );
    return rows.map(({ catalogue }) => ({
      id,
      catalogue: completeCatalogue(catalogue),
      sha256: contentHash(catalogue),
    }))[0];
  }

  async keys(): Promise<CatalogueKeys> {
    return { areas: await this.keysOf('area'), indicators: await this.keysOf('indicator') };
  }

  /**
   * Puts a catalogue in force, all of it or nothing: a new version when its content differs from the latest, and a
   * key for every new code. Codes that are gone are marked retired and keep their keys.
   * @returns whether anything changed
   * @throws SeedsRefused when the database holds another framework
   */
  replace(catalogue: Catalogue): Promise<boolean> {
    return this.dataSource.transaction(async (manager) => {
      await manager.query('SELECT pg_advisory_xact_lock($1)', [REPLACING]);
      const [latest]: { framework: string; content_hash: string }[] = await manager.query(
        'SELECT framework, content_hash FROM catalogue_version ORDER BY id DESC LIMIT 1',
      );
      const { code } = catalogue.framework;
      if (latest !== undefined && latest.framework !== code) {
        throw new SeedsRefused(
          `This database holds the framework "${latest.framework}" and the seeds are of "${code}": ` +
            'an installation measures one framework. Use another database, or the seeds of that framework.',
        );
      }
      const hash = contentHash(catalogue);
      if (latest?.content_hash === hash) return false;
      const [version]: { id: number }[] = await manager.query(
        'INSERT INTO catalogue_version (framework, content_hash, content) VALUES ($1, $2, $3::jsonb) RETURNING id',
        [code, hash, JSON.stringify(catalogue)],
      );
      await this.audit.append(manager, {
        action: 'catalogue.loaded',
        subject: `catalogue:${String(version?.id)}`,
        detail: { framework: code, before: latest?.content_hash ?? null, after: hash },
      });
      await writeKeys(manager, 'area', catalogue.areas);
      await writeKeys(manager, 'indicator', catalogue.indicators);
      return true;
    });
  }

  private async keysOf(table: KeyTable): Promise<Map<string, number>> {
    const rows: { id: number; code: string }[] = await this.dataSource.query(
      `SELECT id, code FROM ${table} ORDER BY id`,
    );
    return new Map(rows.map(({ id, code }) => [code, id]));
  }
}

async function writeKeys(
  manager: EntityManager,
  table: KeyTable,
  things: readonly { readonly code: string; readonly name: string }[],
): Promise<void> {
  const codes = things.map(({ code }) => code);
  const names = things.map(({ name }) => name);
  await manager.query(
    `UPDATE ${table} AS old SET name = seed.name, retired = false
     FROM unnest($1::text[], $2::text[]) AS seed (code, name)
     WHERE old.code = seed.code AND (old.name <> seed.name OR old.retired)`,
    [codes, names],
  );
  await manager.query(
    `INSERT INTO ${table} (code, name)
     SELECT seed.code, seed.name
     FROM unnest($1::text[], $2::text[]) WITH ORDINALITY AS seed (code, name, place)
     WHERE NOT EXISTS (SELECT FROM ${table} AS old WHERE old.code = seed.code)
     ORDER BY seed.place`,
    [codes, names],
  );
  await manager.query(`UPDATE ${table} SET retired = true WHERE NOT retired AND code <> ALL ($1::text[])`, [
    codes,
  ]);
}
