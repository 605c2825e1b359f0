import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Claim, NewClaim } from './claim.js';

interface ClaimRow {
  readonly id: number;
  readonly community: string | null;
  readonly initiative: string;
  readonly person: string;
  readonly address: string;
  readonly evidence: string;
  readonly sent_at: Date;
  readonly conduct_version: string | null;
}

@Injectable()
export class ClaimRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Runs work on claims while nobody else does. */
  whileAlone<Result>(work: (manager: EntityManager) => Promise<Result>): Promise<Result> {
    return this.dataSource.transaction(async (manager) => {
      await manager.query('SELECT pg_advisory_xact_lock($1)', [CLAIMS]);
      return work(manager);
    });
  }

  /** Those that wait for a decision, the oldest first. */
  async waiting(manager: EntityManager = this.dataSource.manager): Promise<readonly Claim[]> {
    const rows: ClaimRow[] = await manager.query(WAITING);
    return rows.map(({ community, sent_at: sentAt, conduct_version: conduct, ...claim }) => ({
      ...claim,
      sentAt,
      ...(community === null ? {} : { community }),
      ...(conduct === null ? {} : { conduct }),
    }));
  }

  /** @returns its number */
  async add(
    manager: EntityManager,
    { community, initiative, person, address, evidence, conduct }: NewClaim,
  ): Promise<number> {
    const rows: { id: number }[] = await manager.query(
      `INSERT INTO community_claim (community_id, initiative, person, address, evidence, conduct_version)
       VALUES ((SELECT id FROM community WHERE code = $1), $2, $3, $4, $5, $6) RETURNING id`,
      [community ?? null, initiative, person, address, evidence, conduct ?? null],
    );
    const [row] = rows;
    if (row === undefined) throw new TypeError('The claim was not stored');
    return row.id;
  }

  /** Who asked is forgotten. */
  async decide(manager: EntityManager, id: number, { state, community, decidedBy }: Decided): Promise<void> {
    await manager.query(
      `UPDATE community_claim SET state = $2, decided_by = $3, decided_at = now(), person = NULL, address = NULL,
         community_id = coalesce((SELECT id FROM community WHERE code = $4), community_id)
       WHERE id = $1`,
      [id, state, decidedBy, community ?? null],
    );
  }
}

interface Decided {
  readonly state: 'confirmed' | 'declined';
  readonly community?: string | undefined;
  readonly decidedBy: number;
}

/** Advisory lock of whoever writes claims. */
const CLAIMS = 4_991_822;

const WAITING = `
  SELECT k.id, c.code AS community, k.initiative, k.person, k.address, k.evidence, k.sent_at, k.conduct_version
  FROM community_claim k LEFT JOIN community c ON c.id = k.community_id WHERE k.state = 'sent' ORDER BY k.id`;
