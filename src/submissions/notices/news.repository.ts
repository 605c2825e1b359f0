import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { ModerationStep } from '../../communities/moderation/moderation-case.js';
import { NEWS_EVENTS, type NewsEvent } from './news.js';
import { daysUntil, mailed, type Audience } from './notification-matrix.js';

/** What happened longer ago nobody is mailed of any more: who leaves an address today hears of today. */
const LOOKED_BACK_DAYS = 7;

/** Finds what people are to be mailed of in the rooms where it happens, and puts it into the outbox. */
@Injectable()
export class NewsRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Tells each reader once, also when several processes do so. */
  async gather(now: Date): Promise<void> {
    for (const event of NEWS_EVENTS) {
      const days = daysUntil(event);
      const until = new Date(now.getTime() - days * DAY_MS);
      const since = new Date(until.getTime() - LOOKED_BACK_DAYS * DAY_MS);
      await this.dataSource.query(gatherOf(event), [since, until, event, days]);
    }
  }
}

const DAY_MS = 86_400_000;

/** What happened: to which thing, what fills the words, when, whose text it is, and in which case of moderators. */
const columns = (about: string, params: string, at: string, of: string): string =>
  `SELECT ${about} AS about, ${params} AS params, ${at} AS at, ${of}`;

const STATEMENT = `
  FROM statement s JOIN community c ON c.id = s.community_id JOIN area a ON a.code = s.area`;
const STATEMENT_PARAMS = `
  jsonb_build_object('page', 'statements/' || s.reference, 'community', c.name, 'area', s.area, 'areaName', a.name)`;
const STATEMENT_OF = `
  s.community_id, NULL::integer AS author, s.speaks_for = 'state' AS is_state, NULL::integer AS case_id`;

/** A version that nobody has decided on, nor replaced, nor taken back. */
const WAITING = `
  ${columns(`'version:' || v.id`, STATEMENT_PARAMS, 'v.sent_at', STATEMENT_OF)}
  ${STATEMENT} JOIN statement_version v ON v.statement_id = s.id
  WHERE v.id = (SELECT max(id) FROM statement_version WHERE statement_id = s.id)
    AND NOT EXISTS (SELECT FROM statement_step WHERE version_id = v.id OR statement_id = s.id AND step = 'withdrawn')`;

const decided = (step: 'published' | 'declined'): string => `
  ${columns(`'step:' || d.id`, `${STATEMENT_PARAMS} || jsonb_build_object('reason', d.reason)`, 'd.taken_at', STATEMENT_OF)}
  ${STATEMENT} JOIN statement_step d ON d.statement_id = s.id AND d.step = '${step}'`;

const CASE = `
  FROM moderation_case q LEFT JOIN community c ON c.id = q.community_id
  LEFT JOIN statement_version v ON v.id = q.statement_version_id LEFT JOIN statement s ON s.id = v.statement_id`;
const CASE_PARAMS = `
  jsonb_build_object('page', 'moderation/cases/' || q.reference, 'community', coalesce(c.name, 'IWW Progress'))`;
const CASE_OF = `
  q.community_id, q.contributor_id AS author, coalesce(s.speaks_for = 'state', false) AS is_state, q.id AS case_id`;

const HELD = `
  ${columns(`'case:' || q.id`, CASE_PARAMS, 'q.opened_at', CASE_OF)} ${CASE}
  WHERE q.held_until IS NOT NULL AND NOT EXISTS (SELECT FROM moderation_step WHERE case_id = q.id)`;

const stepped = (step: ModerationStep): string => `
  ${columns(`'moderation:' || t.id`, CASE_PARAMS, 't.taken_at', CASE_OF)}
  ${CASE} JOIN moderation_step t ON t.case_id = q.id AND t.step = '${step}'`;

const CLAIMS = `
  ${columns(
    `'claim:' || id`,
    `jsonb_build_object('page', 'administration/claims', 'community', initiative)`,
    'sent_at',
    'community_id, NULL::integer AS author, false AS is_state, NULL::integer AS case_id',
  )}
  FROM community_claim WHERE state = 'sent'`;

/** Conditions on `contact k` and what happened, `n`. */
const role = (name: 'moderator' | 'administrator'): string => `
  EXISTS (SELECT FROM contributor p WHERE p.id = k.contributor_id AND '${name}' = ANY (p.global_roles))`;

const OWN_SIDE = `
  (n.community_id IS NULL AND n.author = k.contributor_id OR EXISTS (
    SELECT FROM membership m WHERE m.community_id = n.community_id AND m.contributor_id = k.contributor_id
      AND m.left_at IS NULL AND (NOT n.is_state OR 'respondent' = ANY (m.roles))))`;

const OTHER_MODERATORS = `
  ${role('moderator')} AND n.author IS DISTINCT FROM k.contributor_id
  AND NOT EXISTS (
    SELECT FROM membership m WHERE m.community_id = n.community_id AND m.contributor_id = k.contributor_id)
  AND NOT EXISTS (SELECT FROM moderation_step WHERE case_id = n.case_id AND contributor_id = k.contributor_id)`;

const WHO: Readonly<Partial<Record<Audience, string>>> = {
  speakers: OWN_SIDE,
  moderators: OTHER_MODERATORS,
  administrators: role('administrator'),
};

const WHAT: Readonly<Record<NewsEvent, string>> = {
  statement_waits: WAITING,
  statement_overdue: WAITING,
  statement_published: decided('published'),
  statement_declined: decided('declined'),
  text_held: HELD,
  text_waits: HELD,
  text_shown: stepped('shown'),
  text_declined: stepped('declined'),
  text_taken_down: stepped('taken_down'),
  appeal_sent: stepped('appealed'),
  appeal_upheld: stepped('upheld'),
  appeal_overturned: stepped('overturned'),
  claim_sent: CLAIMS,
};

function gatherOf(event: NewsEvent): string {
  const who = WHO[mailed(event).audience];
  if (who === undefined) throw new RangeError(`Nobody has a mail address for ${event}`);
  return `
    INSERT INTO mail (contributor_id, event, about, params)
    SELECT k.contributor_id, $3, n.about, n.params
    FROM (${WHAT[event]}) n CROSS JOIN contact k
    WHERE n.at > $1 AND n.at <= $2 AND k.confirmed_at < n.at + make_interval(days => $4) AND ${who}
    ON CONFLICT (contributor_id, event, about) DO NOTHING`;
}
