import type { DeclineReason } from '../decline-reason.js';
import type { Engagement, Texts } from '../nri-card.js';
import type { ModeratedKind, ModerationCase, ModerationStep, WrittenText } from './moderation-case.js';

/** A case as `CASES` gives it. */
export interface CaseRow {
  readonly id: number;
  readonly reference: string;
  readonly kind: ModeratedKind;
  readonly of: string;
  readonly community: string | null;
  readonly community_name: string | null;
  readonly areas: readonly string[] | null;
  readonly is_of_state: boolean;
  readonly found: readonly string[];
  readonly opened_at: Date;
  readonly held_until: Date | null;
  readonly is_gone: boolean;
  readonly content: unknown;
  readonly decision: 'published' | 'declined' | null;
  readonly decided_by: number | null;
  readonly authors: readonly number[];
  readonly steps: readonly {
    readonly step: ModerationStep;
    readonly reasonCode: DeclineReason | null;
    readonly words: string | null;
    readonly takenAt: string;
    readonly contributorId: number;
  }[];
}

export function caseOf(row: CaseRow): ModerationCase & { readonly key: number } {
  const { community: code, community_name: name, held_until: heldUntil, decision, decided_by: by } = row;
  return {
    key: row.id,
    id: row.reference,
    kind: row.kind,
    of: row.of,
    ...(code === null || name === null ? {} : { community: { code, name, areas: row.areas ?? [] } }),
    isOfState: row.is_of_state,
    texts: row.is_gone ? [] : writtenTexts(row.kind, row.content),
    found: row.found,
    openedAt: row.opened_at,
    ...(heldUntil === null ? {} : { heldUntil }),
    isGone: row.is_gone,
    ...(decision === null || by === null ? {} : { statement: { decision, contributorId: by } }),
    authors: row.authors,
    steps: row.steps.map(({ step, reasonCode, words, takenAt, contributorId }) => ({
      step,
      ...(reasonCode === null ? {} : { reasonCode }),
      ...(words === null ? {} : { words }),
      takenAt: new Date(takenAt),
      contributorId,
    })),
  };
}

/** What can be read in a text that is kept. @param content as the table of its kind keeps it */
export function writtenTexts(kind: ModeratedKind, content: unknown): readonly WrittenText[] {
  if (kind === 'review_reason') return [{ text: String(content) }];
  if (kind !== 'engagement') return inLanguages(content as Texts);
  const { byWhom, aboutWhat } = content as Engagement;
  return [...inLanguages(byWhom), ...inLanguages(aboutWhat)];
}

function inLanguages(texts: Texts): readonly WrittenText[] {
  return Object.entries(texts).flatMap(([language, text]) =>
    text === undefined ? [] : [{ language, text }],
  );
}

/** Parameters: reference, key, codes of own communities with the contributor, whether they wait, how many. */
export const CASES = `
  SELECT * FROM (
    SELECT m.id, m.reference, m.kind, m.found, m.opened_at, m.held_until, m.contributor_id,
      c.code AS community, c.name AS community_name, c.areas, coalesce(c.stakeholder = 'government', false) AS is_of_state,
      coalesce(s.reference, b.receipt || '.' || (SELECT count(*) FROM decision WHERE submission_id = b.id AND id <= d.id), c.code) AS of,
      coalesce(t.content, v.texts, to_jsonb(d.reason)) AS content,
      CASE WHEN m.profile_step_id IS NOT NULL THEN t.field IS NULL
        WHEN s.id IS NOT NULL THEN EXISTS (SELECT FROM statement_step WHERE statement_id = s.id
          AND (step = 'withdrawn' OR step = 'published' AND version_id > v.id))
        ELSE false END AS is_gone,
      decided.step AS decision, decided.contributor_id AS decided_by,
      CASE WHEN s.id IS NULL THEN ARRAY[m.contributor_id]
        ELSE (SELECT array_agg(DISTINCT contributor_id) FROM statement_version WHERE statement_id = s.id) END AS authors,
      coalesce((SELECT jsonb_agg(jsonb_build_object('step', n.step, 'reasonCode', n.reason_code, 'words', n.words,
        'takenAt', n.taken_at, 'contributorId', n.contributor_id) ORDER BY n.id) FROM moderation_step n WHERE n.case_id = m.id), '[]') AS steps,
      (SELECT step FROM moderation_step WHERE case_id = m.id ORDER BY id DESC LIMIT 1) AS last_step
    FROM moderation_case m
    LEFT JOIN community c ON c.id = m.community_id
    LEFT JOIN profile_text t ON t.written_by_step = m.profile_step_id
    LEFT JOIN decision d ON d.id = m.decision_id
    LEFT JOIN submission b ON b.id = d.submission_id
    LEFT JOIN statement_version v ON v.id = m.statement_version_id
    LEFT JOIN statement s ON s.id = v.statement_id
    LEFT JOIN statement_step decided ON decided.version_id = v.id AND decided.step IN ('published', 'declined')) one
  WHERE ($1::text IS NULL OR reference = $1) AND ($2::integer IS NULL OR id = $2)
    AND ($3::text[] IS NULL OR community = ANY ($3) OR contributor_id = $4)
    AND (NOT $5 OR NOT is_gone AND (last_step = 'appealed' OR last_step IS NULL AND held_until IS NOT NULL))
  ORDER BY id LIMIT $6`;
