import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CONFIDENCES, type Confidence } from '../../catalogue/confidence.js';
import { parseTookPart, printTookPart, type TookPart } from '../../catalogue/took-part.js';
import { newReceipt } from '../receipt.js';
import type { AssessmentAnswer, AssessmentDraft } from './assessment-draft.js';

/** Of which community, country and year a round is. */
export interface Round {
  readonly communityId: number;
  /** ISO 3166-1 alpha-3. */
  readonly area: string;
  readonly year: number;
}

/** What of a draft is written anew: what is chosen, who took part and how sure they are, or answers beside the others. */
export type DraftChange =
  | Pick<AssessmentDraft, 'indicators'>
  | Pick<AssessmentDraft, 'answers'>
  | { readonly tookPart: TookPart | undefined; readonly confidence: Confidence | undefined };

/** Assessments that somebody is still filling in. Each belongs to one person. */
@Injectable()
export class AssessmentDraftRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Begins a draft, or finds the one somebody has of the same round. @returns its reference */
  async begin(contributorId: number, { communityId, area, year }: Round): Promise<string> {
    const rows: { reference: string }[] = await this.dataSource.query(
      `INSERT INTO assessment_draft (reference, contributor_id, community_id, area, year) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (contributor_id, community_id, area, year) DO UPDATE SET changed_at = now() RETURNING reference`,
      [newReceipt(), contributorId, communityId, area, year],
    );
    const [begun] = rows;
    if (begun === undefined) throw new TypeError('A draft was not begun');
    return begun.reference;
  }

  async find(contributorId: number, reference: string): Promise<AssessmentDraft | undefined> {
    const rows: DraftRow[] = await this.dataSource.query(`${DRAFTS} AND d.reference = $2`, [
      contributorId,
      reference,
    ]);
    return rows.map(draftOf)[0];
  }

  /** Of somebody, the one changed last first. */
  async list(contributorId: number): Promise<readonly AssessmentDraft[]> {
    const rows: DraftRow[] = await this.dataSource.query(
      `${DRAFTS} ORDER BY d.changed_at DESC, d.reference`,
      [contributorId],
    );
    return rows.map(draftOf);
  }

  /** @returns whether it still was as `version` says, and thus was changed */
  async change(reference: string, version: number, change: DraftChange): Promise<boolean> {
    const [written, values] = writingOf(change);
    const [, changed]: [unknown, number] = await this.dataSource.query(
      `UPDATE assessment_draft SET version = version + 1, changed_at = now(), ${written}
       WHERE reference = $1 AND version = $2`,
      [reference, version, ...values],
    );
    return changed === 1;
  }

  async remove(reference: string): Promise<void> {
    await this.dataSource.query('DELETE FROM assessment_draft WHERE reference = $1', [reference]);
  }

  /** Removes those that nobody changed since. */
  async forgetUnchangedSince(moment: Date): Promise<void> {
    await this.dataSource.query('DELETE FROM assessment_draft WHERE changed_at < $1', [moment]);
  }
}

/** What a change sets, and the values of its placeholders from $3 on. */
function writingOf(change: DraftChange): readonly [sql: string, values: readonly unknown[]] {
  if ('indicators' in change) return ['indicators = $3', [change.indicators]];
  if ('answers' in change) return ['answers = answers || $3::jsonb', [JSON.stringify(change.answers)]];
  const { tookPart, confidence } = change;
  return ['took_part = $3, confidence = $4', [tookPart ? printTookPart(tookPart) : null, confidence ?? null]];
}

interface DraftRow {
  readonly reference: string;
  readonly community: string;
  readonly community_name: string;
  readonly area: string;
  readonly year: number;
  readonly indicators: readonly string[];
  readonly took_part: string | null;
  readonly confidence: string | null;
  readonly answers: Readonly<Record<string, AssessmentAnswer>>;
  readonly version: number;
  readonly changed_at: Date;
}

const DRAFTS = `
  SELECT d.reference, c.code AS community, c.name AS community_name, d.area, d.year, d.indicators, d.took_part,
    d.confidence, d.answers, d.version, d.changed_at
  FROM assessment_draft d JOIN community c ON c.id = d.community_id WHERE d.contributor_id = $1`;

function draftOf(row: DraftRow): AssessmentDraft {
  const { reference, community, area, year, indicators, answers, version } = row;
  const confidence = CONFIDENCES.find((known) => known === row.confidence);
  return {
    reference,
    community,
    communityName: row.community_name,
    area,
    year,
    indicators,
    ...(row.took_part !== null && { tookPart: parseTookPart(row.took_part) }),
    ...(confidence !== undefined && { confidence }),
    answers,
    version,
    changedAt: row.changed_at,
  };
}
