/** What the server does with a table beyond reading it; a step that is not listed here the database refuses it. */
interface TableRule {
  /** As in `GRANT`: a verb, with columns where only these are written. */
  readonly may: readonly (Verb | `${'INSERT' | 'UPDATE'} (${string})`)[];
  /** Not in backups, for its rows do not last: who restores one signs in anew and sends again. */
  readonly passing?: true;
}

type Verb = 'INSERT' | 'UPDATE' | 'DELETE';

/**
 * Every table. With two roles (docs/database-roles.md) the server's owns none of them and may do to each what stands here
 * and nothing else: what is append-only, it can only append to. A test fails for a table without a line.
 */
export const tableRules: Readonly<Record<string, TableRule>> = {
  // What we measure
  catalogue_version: { may: ['INSERT'] },
  area: { may: ['INSERT', 'UPDATE (name, retired)'] },
  indicator: { may: ['INSERT', 'UPDATE (name, retired)'] },
  // Who takes part; the two that are locked as a whole need the verb as a whole
  community: { may: ['INSERT', 'UPDATE'] },
  contributor: { may: ['INSERT', 'UPDATE'] },
  membership: { may: ['INSERT', 'UPDATE (roles, left_at)'] },
  conduct_acceptance: { may: ['INSERT'] },
  contact: { may: ['INSERT', 'UPDATE', 'DELETE'] },
  api_key: {
    may: ['INSERT', 'UPDATE (label, revoked_at, last_used_on, announced_at)'],
  },
  openid_identity: { may: ['INSERT', 'UPDATE', 'DELETE'] },
  web_session: { may: ['INSERT', 'UPDATE (seen_at)', 'DELETE'], passing: true },
  idempotency_key: { may: ['INSERT', 'UPDATE', 'DELETE'], passing: true },
  // What people send us
  submission: {
    may: [
      'INSERT',
      `UPDATE (state, is_draft, answers, reading_key, rows_total, rows_good, rows_skipped, rows_unchanged, problems_total,
        problem_counts, warning_counts, notes, repairs, questions, failure)`,
      'DELETE',
    ],
  },
  assessment_draft: { may: ['INSERT', 'UPDATE', 'DELETE'] },
  checking_job: { may: ['INSERT', 'UPDATE (tries)', 'DELETE'] },
  submission_progress: { may: ['INSERT', 'UPDATE', 'DELETE'], passing: true },
  staged_row: { may: ['INSERT', 'DELETE'] },
  submission_problem: { may: ['INSERT', 'DELETE'] },
  submission_warning: { may: ['INSERT', 'DELETE'] },
  failed_row: { may: ['INSERT', 'DELETE'] },
  column_mapping: { may: ['INSERT', 'UPDATE (mapping, mapped_at)'] },
  decision: { may: ['INSERT'] },
  correction: { may: ['INSERT'] },
  notice: { may: ['INSERT'] },
  mail: { may: ['INSERT', 'UPDATE', 'DELETE'] },
  feed_address: { may: ['INSERT', 'UPDATE (secret_hash, created_at)', 'DELETE'] },
  // What we hold as fact
  data_revision: { may: ['UPDATE (revision)'] },
  revision_log: { may: ['INSERT'] },
  series_edition: {
    may: ['INSERT', 'UPDATE (organisation, url, terms, redistribution, provenance, notes)'],
  },
  observation: { may: ['INSERT', 'UPDATE (revision_to)'] },
  confirmation: { may: ['INSERT', 'UPDATE (contributor_id, year, confirmed_at)'] },
  release: { may: ['INSERT', 'UPDATE (state, published_by, published_at)', 'DELETE'] },
  release_part: { may: ['INSERT'] },
  // Who follows it by mail
  follower: { may: ['INSERT', 'UPDATE (language)', 'DELETE'] },
  following: { may: ['INSERT', 'UPDATE (asked_at, confirmed_at)', 'DELETE'] },
  digest: { may: ['INSERT', 'UPDATE (due_at, attempts, sent_at, given_up_at, failure)', 'DELETE'] },
  digest_round: { may: ['INSERT'] },
  // What communities tell of themselves, and what they and States reply
  profile_step: { may: ['INSERT'] },
  profile_text: { may: ['INSERT', 'UPDATE (content, written_by_step)', 'DELETE'] },
  community_claim: {
    may: ['INSERT', 'UPDATE (community_id, person, address, state, decided_by, decided_at)'],
  },
  statement: { may: ['INSERT'] },
  statement_version: { may: ['INSERT'] },
  statement_step: { may: ['INSERT'] },
  moderation_case: { may: ['INSERT'] },
  moderation_step: { may: ['INSERT'] },
  // Who did what: the database links the entries itself
  audit_entry: { may: ['INSERT'] },
  audit_link: { may: [] },
};

/** For each table the privileges of the server's role. */
export const PRIVILEGES: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  Object.entries(tableRules).map(([table, { may }]) => [table, may]),
);

/** Tables that backups leave out. */
export const PASSING_TABLES: readonly string[] = Object.keys(tableRules).filter(
  (table) => tableRules[table]?.passing === true,
);
