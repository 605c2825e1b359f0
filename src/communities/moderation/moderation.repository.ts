import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { DeclineReason } from '../decline-reason.js';
import { CASES, type CaseRow, caseOf } from './case-rows.js';
import type { ModeratedKind, ModerationCase, ModerationStep } from './moderation-case.js';

export type StoredCase = ModerationCase & { readonly key: number };

/** A text by the row that holds it. */
export type TextKey =
  | { readonly kind: 'description' | 'engagement'; readonly profileStepId: number }
  | { readonly kind: 'review_reason'; readonly decisionId: number }
  | { readonly kind: 'statement'; readonly statementVersionId: number };

/** Which cases; each that is given must fit. */
export interface CaseFilter {
  readonly reference?: string | undefined;
  readonly key?: number | undefined;
  /** Of communities by their codes, or written by somebody. */
  readonly own?: { readonly communities: readonly string[]; readonly contributorId: number } | undefined;
  /** That wait for a moderator. */
  readonly waiting?: boolean | undefined;
  readonly limit?: number | undefined;
}

@Injectable()
export class ModerationRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Runs a step of a moderator or of the other side while nobody else takes one. */
  whileAlone<Result>(work: (manager: EntityManager) => Promise<Result>): Promise<Result> {
    return this.dataSource.transaction(async (manager) => {
      await manager.query('SELECT pg_advisory_xact_lock($1)', [CASES_LOCK]);
      return work(manager);
    });
  }

  /** The oldest first. */
  async cases(
    { reference, key, own, waiting = false, limit }: CaseFilter,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<readonly StoredCase[]> {
    const rows: CaseRow[] = await manager.query(CASES, [
      reference ?? null,
      key ?? null,
      own?.communities ?? null,
      own?.contributorId ?? null,
      waiting,
      limit ?? null,
    ]);
    return rows.map(caseOf);
  }

  /** The text that stands somewhere, as everybody reads it; of a statement the one that was declined, for an appeal. */
  async textAt(
    manager: EntityManager,
    { kind, of, step }: { readonly kind: ModeratedKind; readonly of: string; readonly step: ModerationStep },
  ): Promise<TextAt | undefined> {
    const { table, column, where } = TEXT_AT[kind];
    const rows: { id: number; community_id: number | null; contributor_id: number; key: number | null }[] =
      await manager.query(
        `SELECT t.id, t.community_id, t.contributor_id, m.id AS key
         FROM (${table}) t LEFT JOIN moderation_case m ON m.${column} = t.id WHERE ${where} ORDER BY t.id DESC LIMIT 1`,
        kind === 'review_reason' ? [of] : [of, kind === 'statement' ? step === 'appealed' : kind],
      );
    const [row] = rows;
    if (row === undefined) return undefined;
    return {
      text: textKey(kind, row.id),
      communityId: row.community_id ?? undefined,
      contributorId: row.contributor_id,
      ...(row.key === null ? {} : { key: row.key }),
    };
  }

  /** @returns its key */
  async open(manager: EntityManager, { text, ...opened }: NewCase): Promise<number> {
    const rows: { id: number }[] = await manager.query(
      `INSERT INTO moderation_case
         (reference, kind, profile_step_id, decision_id, statement_version_id, community_id, contributor_id, found, held_until)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) RETURNING id`,
      [
        opened.reference,
        text.kind,
        'profileStepId' in text ? text.profileStepId : null,
        'decisionId' in text ? text.decisionId : null,
        'statementVersionId' in text ? text.statementVersionId : null,
        opened.communityId ?? null,
        opened.contributorId,
        opened.found,
        opened.heldUntil ?? null,
      ],
    );
    const [row] = rows;
    if (row === undefined) throw new TypeError('The case was not stored');
    return row.id;
  }

  async takeStep(manager: EntityManager, key: number, { step, ...rest }: NewStep): Promise<void> {
    await manager.query(
      'INSERT INTO moderation_step (case_id, step, reason_code, words, contributor_id) VALUES ($1, $2, $3, $4, $5)',
      [key, step, rest.reasonCode ?? null, rest.words ?? null, rest.contributorId],
    );
  }

  /** Whether the last case about a part of a profile ended against it. */
  async wasDeclined(manager: EntityManager, communityId: number, kind: ModeratedKind): Promise<boolean> {
    const rows: { against: boolean }[] = await manager.query(
      `SELECT bool_or(n.step IN ('declined', 'taken_down')) AND NOT bool_or(n.step = 'overturned') AS against
       FROM moderation_case m JOIN moderation_step n ON n.case_id = m.id
       WHERE m.community_id = $1 AND m.kind = $2 GROUP BY m.id ORDER BY m.id DESC LIMIT 1`,
      [communityId, kind],
    );
    return rows[0]?.against === true;
  }

  /** The moment of the database: what it compares the beginning of a case with. */
  async now(manager: EntityManager): Promise<Date> {
    const rows: { now: Date }[] = await manager.query('SELECT now()');
    return rows[0]?.now ?? new Date(NaN);
  }
}

/** A text with whose it is, and its case if it has one. */
export interface TextAt {
  readonly text: TextKey;
  readonly communityId: number | undefined;
  readonly contributorId: number;
  readonly key?: number;
}

interface NewCase {
  readonly reference: string;
  readonly text: TextKey;
  readonly communityId: number | undefined;
  readonly contributorId: number;
  readonly found: readonly string[];
  readonly heldUntil?: Date;
}

interface NewStep {
  readonly step: ModerationStep;
  readonly contributorId: number;
  readonly reasonCode?: DeclineReason | undefined;
  readonly words?: string | undefined;
}

/** Advisory lock of whoever takes a step. */
const CASES_LOCK = 4_991_822;

/** A part of a profile is known by its community. */
const PROFILE = {
  column: 'profile_step_id',
  table: `SELECT w.id, w.community_id, w.contributor_id, w.field, c.code
    FROM profile_step w JOIN profile_text x ON x.written_by_step = w.id JOIN community c ON c.id = w.community_id
    WHERE EXISTS (SELECT FROM profile_step k
      WHERE k.community_id = w.community_id AND k.field = w.field AND k.step = 'consented' AND k.id > w.id)`,
  where: 't.code = $1 AND t.field = $2',
} as const;

/** Texts that everybody may read, or might have; the column that names one in a case, and how it is found. */
const TEXT_AT: Readonly<
  Record<ModeratedKind, { readonly table: string; readonly column: string; readonly where: string }>
> = {
  description: PROFILE,
  engagement: PROFILE,
  // By the receipt and the number of the decision on it, from 1.
  review_reason: {
    column: 'decision_id',
    table: `SELECT d.id, d.community_id, d.contributor_id, d.reason,
        s.receipt || '.' || row_number() OVER (PARTITION BY s.id ORDER BY d.id) AS place
      FROM decision d JOIN submission s ON s.id = d.submission_id
      WHERE s.receipt = split_part($1, '.', 1) AND s.state IN ('accepted', 'reverted')`,
    where: 't.place = $1 AND t.reason IS NOT NULL',
  },
  statement: {
    column: 'statement_version_id',
    table: `SELECT v.id, s.community_id, v.contributor_id FROM statement_version v JOIN statement s ON s.id = v.statement_id
      WHERE s.reference = $1 AND EXISTS (SELECT FROM statement_step
        WHERE version_id = v.id AND step = CASE WHEN $2::boolean THEN 'declined' ELSE 'published' END)`,
    where: 'true',
  },
};

function textKey(kind: ModeratedKind, id: number): TextKey {
  if (kind === 'statement') return { kind, statementVersionId: id };
  return kind === 'review_reason' ? { kind, decisionId: id } : { kind, profileStepId: id };
}
