import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { CommunityKind, SeedCommunity } from '../catalogue/seed-community.js';
import type { Community } from './community.js';
import type { CommunityRow } from './community.table.js';

const COLUMNS = 'id, code, name, acronym, kind, areas, region, established, website, source, hidden';

@Injectable()
export class CommunityRepository {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Adds communities the seeds name and brings known ones up to what the seeds say. Communities that the seeds do
   * not name are left as they are: they may have registered here.
   * @returns how many were added or changed
   */
  async takeFromSeeds(seeds: readonly SeedCommunity[]): Promise<number> {
    return this.dataSource.transaction(async (manager) => {
      await manager.query('LOCK TABLE community IN SHARE ROW EXCLUSIVE MODE');
      const seed = JSON.stringify(seeds.map(rowOf));
      const [, changed]: [unknown, number] = await manager.query(UPDATE_FROM_SEEDS, [seed]);
      const added: unknown[] = await manager.query(INSERT_FROM_SEEDS, [seed]);
      return changed + added.length;
    });
  }

  /** Communities that may be shown, by name. */
  async visible(): Promise<Community[]> {
    const rows: CommunityRow[] = await this.dataSource.query(
      `SELECT ${COLUMNS} FROM community WHERE NOT hidden ORDER BY name, id`,
    );
    return rows.map(communityOf);
  }

  /** By code, hidden ones included: whoever shows it looks at `hidden`. */
  async byCode(code: string): Promise<Community | undefined> {
    const rows: CommunityRow[] = await this.dataSource.query(
      `SELECT ${COLUMNS} FROM community WHERE code = $1`,
      [code],
    );
    return rows.map(communityOf)[0];
  }

  async byId(id: number): Promise<Community | undefined> {
    const rows: CommunityRow[] = await this.dataSource.query(
      `SELECT ${COLUMNS} FROM community WHERE id = $1`,
      [id],
    );
    return rows.map(communityOf)[0];
  }
}

const SEED_ROWS = `
  jsonb_to_recordset($1::jsonb) AS seed (code text, name text, acronym text, kind text, areas text[], region text,
    established integer, website text, source text, hidden boolean)`;

const UPDATE_FROM_SEEDS = `
  UPDATE community AS old
  SET name = seed.name, acronym = seed.acronym, kind = seed.kind, areas = seed.areas, region = seed.region,
    established = seed.established, website = seed.website, source = seed.source, hidden = seed.hidden
  FROM ${SEED_ROWS}
  WHERE old.code = seed.code
    AND (old.name, old.acronym, old.kind, old.areas, old.region, old.established, old.website, old.source, old.hidden)
      IS DISTINCT FROM
      (seed.name, seed.acronym, seed.kind, seed.areas, seed.region, seed.established, seed.website, seed.source, seed.hidden)`;

const INSERT_FROM_SEEDS = `
  INSERT INTO community (code, name, acronym, kind, areas, region, established, website, source, hidden)
  SELECT code, name, acronym, kind, areas, region, established, website, source, hidden
  FROM ${SEED_ROWS}
  WHERE NOT EXISTS (SELECT FROM community AS old WHERE old.code = seed.code)
  RETURNING id`;

/** Named after the columns; what is absent becomes SQL's null. */
function rowOf({
  code,
  name,
  acronym,
  kind,
  countries,
  region,
  established,
  website,
  source,
  hidden,
}: SeedCommunity) {
  return { code, name, acronym, kind, areas: countries, region, established, website, source, hidden };
}

function communityOf(row: CommunityRow): Community {
  const { id, code, name, acronym, kind, areas, region, established, website, source, hidden } = row;
  return {
    id,
    code,
    name,
    ...(acronym === null ? {} : { acronym }),
    kind: kind as CommunityKind,
    areas,
    ...(region === null ? {} : { region }),
    ...(established === null ? {} : { established }),
    ...(website === null ? {} : { website }),
    ...(source === null ? {} : { source }),
    hidden,
  };
}
