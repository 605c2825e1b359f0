import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { CommunityKind, SeedCommunity } from '../catalogue/seed-community.js';
import { AuditRepository } from '../platform/audit/audit.repository.js';
import {
  COMMUNITY_FIELDS,
  type Community,
  type CommunityFields,
  type RegisteredCommunity,
  type SettledField,
  type Stakeholder,
} from './community.js';
import type { CommunityFacts } from './community-facts.js';
import type { CommunityRow } from './community.table.js';

const TOLD = [...COMMUNITY_FIELDS, 'hidden'] as const;
const COLUMNS = `id, code, ${TOLD.join(', ')}, languages, meetings`;

@Injectable()
export class CommunityRepository {
  constructor(
    private readonly dataSource: DataSource,
    private readonly audit: AuditRepository,
  ) {}

  /** Runs work that adds or changes communities, while nobody else does. */
  whileAlone<Result>(work: (manager: EntityManager) => Promise<Result>): Promise<Result> {
    return this.dataSource.transaction(async (manager) => {
      await manager.query('LOCK TABLE community IN SHARE ROW EXCLUSIVE MODE');
      return work(manager);
    });
  }

  /**
   * Adds communities the seeds name and brings known ones up to what the seeds say, except for what an administrator
   * settled here. Communities that the seeds do not name are left as they are: they may have registered here.
   * @returns how many were added or changed
   */
  async takeFromSeeds(seeds: readonly SeedCommunity[]): Promise<number> {
    return this.whileAlone(async (manager) => {
      const seed = JSON.stringify(seeds.map(rowOf));
      const [changed]: [{ code: string }[], number] = await manager.query(UPDATE_FROM_SEEDS, [seed]);
      const added: { code: string }[] = await manager.query(INSERT_FROM_SEEDS, [seed]);
      const entries = (rows: readonly { code: string }[], action: string) =>
        rows.map(({ code }) => ({ action, subject: `community:${code}`, detail: { by: 'seeds' } }));
      await this.audit.appendAll(manager, [
        ...entries(changed, 'community.changed'),
        ...entries(added, 'community.added'),
      ]);
      return changed.length + added.length;
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

  async byId(id: number, manager: EntityManager = this.dataSource.manager): Promise<Community | undefined> {
    const rows: CommunityRow[] = await manager.query(`SELECT ${COLUMNS} FROM community WHERE id = $1`, [id]);
    return rows.map(communityOf)[0];
  }

  /** All of them, hidden ones too, by code. */
  async registered(): Promise<RegisteredCommunity[]> {
    const rows: CommunityRow[] = await this.dataSource.query(
      `SELECT ${COLUMNS}, settled, version FROM community ORDER BY code`,
    );
    return rows.map(registeredOf);
  }

  /** @param hold whether nobody may begin a submission for it until the transaction ends */
  async registration(
    code: string,
    manager: EntityManager = this.dataSource.manager,
    hold = false,
  ): Promise<RegisteredCommunity | undefined> {
    const rows: CommunityRow[] = await manager.query(
      `SELECT ${COLUMNS}, settled, version FROM community WHERE code = $1 ${hold ? 'FOR UPDATE' : ''}`,
      [code],
    );
    return rows.map(registeredOf)[0];
  }

  /** It starts hidden, and the seeds leave it alone. */
  async add(manager: EntityManager, code: string, fields: CommunityFields): Promise<void> {
    await manager.query(
      `INSERT INTO community (code, ${COMMUNITY_FIELDS.join(', ')}, hidden, settled)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, true, $11)`,
      [code, ...valuesOf(fields), TOLD],
    );
  }

  async change(
    manager: EntityManager,
    code: string,
    fields: CommunityFields,
    settled: readonly SettledField[],
  ): Promise<void> {
    const sets = COMMUNITY_FIELDS.map((field, index) => `${field} = $${String(index + 3)}`);
    await manager.query(
      `UPDATE community SET settled = $2, version = version + 1, ${sets.join(', ')} WHERE code = $1`,
      [code, settled, ...valuesOf(fields)],
    );
  }

  async setHidden(
    manager: EntityManager,
    code: string,
    hidden: boolean,
    settled: readonly SettledField[],
  ): Promise<void> {
    await manager.query(
      'UPDATE community SET hidden = $2, settled = $3, version = version + 1 WHERE code = $1',
      [code, hidden, settled],
    );
  }

  /** What it tells of itself; the seeds know nothing of it. */
  async tellFacts(
    manager: EntityManager,
    code: string,
    { languages, meetings }: CommunityFacts,
  ): Promise<void> {
    await manager.query(
      `UPDATE community SET languages = coalesce($2, languages), meetings = coalesce($3, meetings), version = version + 1
       WHERE code = $1`,
      [code, languages ?? null, meetings === undefined ? null : JSON.stringify(meetings)],
    );
  }

  /** Whether something it sent is published, or waits to be. */
  async hasSent(manager: EntityManager, id: number): Promise<boolean> {
    const rows: unknown[] = await manager.query(
      `SELECT FROM submission WHERE community_id = $1 AND NOT is_draft
         AND state NOT IN ('failed', 'withdrawn', 'rejected') LIMIT 1`,
      [id],
    );
    return rows.length > 0;
  }

  /**
   * Another one after each change of a community, of what it tells of itself, of statements or of what moderators decide,
   * whoever made it, and when a hold ends.
   */
  async state(): Promise<string> {
    const rows: { state: string }[] = await this.dataSource.query(
      `SELECT concat_ws('.', count(*), sum(version), (SELECT max(id) FROM profile_step), (SELECT max(id) FROM statement_step),
         (SELECT max(id) FROM moderation_step), (SELECT count(*) FROM moderation_case WHERE held_until <= now()))
         AS state FROM community`,
    );
    return rows[0]?.state ?? '';
  }
}

const SEED_ROWS = `
  jsonb_to_recordset($1::jsonb) AS seed (code text, name text, acronym text, kind text, areas text[], region text,
    established integer, website text, source text, stakeholder text, hidden boolean)`;

const UPDATE_FROM_SEEDS = `
  UPDATE community AS old SET version = old.version + 1, ${TOLD.map((field) => `${field} = due.${field}`).join(', ')}
  FROM (
    SELECT known.id, ${TOLD.map(
      (field) =>
        `CASE WHEN '${field}' = ANY (known.settled) THEN known.${field} ELSE seed.${field} END AS ${field}`,
    ).join(', ')}
    FROM ${SEED_ROWS} JOIN community AS known USING (code)) AS due
  WHERE old.id = due.id AND (${TOLD.map((field) => `old.${field}`).join(', ')})
    IS DISTINCT FROM (${TOLD.map((field) => `due.${field}`).join(', ')})
  RETURNING old.code`;

const INSERT_FROM_SEEDS = `
  INSERT INTO community (code, ${TOLD.join(', ')})
  SELECT code, ${TOLD.join(', ')} FROM ${SEED_ROWS}
  WHERE NOT EXISTS (SELECT FROM community AS old WHERE old.code = seed.code)
  RETURNING code`;

/** Named after the columns; what is absent becomes SQL's null. */
function rowOf(seed: SeedCommunity) {
  const { code, name, acronym, kind, countries, region, established, website, source, hidden } = seed;
  return { code, name, acronym, kind, areas: countries, region, established, website, source, hidden };
}

function valuesOf(fields: CommunityFields): readonly unknown[] {
  return COMMUNITY_FIELDS.map((field) => fields[field] ?? null);
}

function registeredOf(row: CommunityRow): RegisteredCommunity {
  return { ...communityOf(row), settled: row.settled as readonly SettledField[], version: row.version };
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
    ...(row.stakeholder === null ? {} : { stakeholder: row.stakeholder as Stakeholder }),
    languages: row.languages,
    meetings: row.meetings,
    hidden,
  };
}
