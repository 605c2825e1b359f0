import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { CommunityProfile } from './community-profile.js';
import { standingIn, standingOf, type StandingColumns } from './moderation/standing.js';
import type { ProfileField, ProfileFields, ShownProfile } from './nri-card.js';

/** What is done with a part of a profile. */
export type ProfileStep = 'written' | 'consented' | 'withdrawn';

interface PartRow extends StandingColumns {
  readonly field: ProfileField;
  readonly content: never;
  readonly written_at: Date;
  readonly consented_at: Date | null;
  readonly case_reference: string | null;
}

interface ShownRow extends StandingColumns {
  readonly community_id: number;
  readonly field: ProfileField;
  readonly content: never;
}

/** What communities tell of themselves, and the ledger of their consent. */
@Injectable()
export class ProfileRepository {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Parts that are consented to, by the key of their community; of those that a moderator looks at or took down only that
   * it is so, and nothing of what was declined.
   * @param at which moment it is
   */
  async shown(at = new Date()): Promise<ReadonlyMap<number, ShownProfile>> {
    const rows: ShownRow[] = await this.dataSource.query(SHOWN, [at]);
    const byCommunity = new Map<number, ShownProfile>();
    for (const { community_id: id, field, content, ...row } of rows) {
      const standing = standingIn(row);
      const profile = byCommunity.get(id);
      if (standing === undefined) byCommunity.set(id, { ...profile, [field]: content });
      else if (standing.state !== 'declined') {
        byCommunity.set(id, { ...profile, moderated: { ...profile?.moderated, [field]: standing } });
      }
    }
    return byCommunity;
  }

  async ofCommunity(
    communityId: number,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<CommunityProfile> {
    const rows: PartRow[] = await manager.query(PARTS, [communityId, new Date()]);
    const [counted]: { steps: number }[] = await manager.query(
      'SELECT count(*)::integer AS steps FROM profile_step WHERE community_id = $1',
      [communityId],
    );
    const parts = rows.map(({ field, ...row }) => [field, partOf(row)]);
    return {
      parts: Object.fromEntries(parts) as CommunityProfile['parts'],
      version: (counted?.steps ?? 0) + 1,
    };
  }

  async takeStep(manager: EntityManager, { communityId, field, step, contributorId }: Step): Promise<number> {
    const [row]: { id: number }[] = await manager.query(
      'INSERT INTO profile_step (community_id, field, step, contributor_id) VALUES ($1, $2, $3, $4) RETURNING id',
      [communityId, field, step, contributorId],
    );
    if (row === undefined) throw new TypeError('The step was not stored');
    return row.id;
  }

  async write(
    manager: EntityManager,
    { communityId, field, content, writtenByStep }: Written,
  ): Promise<void> {
    await manager.query(
      `INSERT INTO profile_text (community_id, field, content, written_by_step) VALUES ($1, $2, $3, $4)
       ON CONFLICT (community_id, field) DO UPDATE SET content = excluded.content, written_by_step = excluded.written_by_step`,
      [communityId, field, JSON.stringify(content), writtenByStep],
    );
  }

  async erase(manager: EntityManager, communityId: number, field: ProfileField): Promise<void> {
    await manager.query('DELETE FROM profile_text WHERE community_id = $1 AND field = $2', [
      communityId,
      field,
    ]);
  }
}

function partOf({
  content,
  written_at: writtenAt,
  consented_at: consentedAt,
  ...row
}: Omit<PartRow, 'field'>) {
  const standing = standingIn(row);
  const moderation = { case: row.case_reference, ...(standing && { standing }) };
  return {
    content,
    writtenAt,
    ...(consentedAt === null ? {} : { consentedAt }),
    ...(row.case_reference === null ? {} : { moderation }),
  };
}

interface Step {
  readonly communityId: number;
  readonly field: ProfileField;
  readonly step: ProfileStep;
  readonly contributorId: number;
}

interface Written {
  readonly communityId: number;
  readonly field: ProfileField;
  readonly content: ProfileFields[ProfileField];
  readonly writtenByStep: number;
}

/** Consent is to what was written last: to nothing that came after. */
const CONSENT = `
  SELECT s.taken_at FROM profile_step s
  WHERE s.community_id = t.community_id AND s.field = t.field AND s.step = 'consented' AND s.id > t.written_by_step`;

const SHOWN = `
  SELECT t.community_id, t.field, t.content, moderated.*
  FROM profile_text t ${standingOf('profile_step_id', 't.written_by_step', '$1::timestamptz')}
  WHERE EXISTS (${CONSENT})
  ORDER BY t.community_id, array_position(ARRAY['description', 'engagement', 'contact'], t.field)`;

const PARTS = `
  SELECT t.field, t.content, w.taken_at AS written_at, (${CONSENT} ORDER BY s.id LIMIT 1) AS consented_at, moderated.*
  FROM profile_text t JOIN profile_step w ON w.id = t.written_by_step
    ${standingOf('profile_step_id', 't.written_by_step', '$2::timestamptz')}
  WHERE t.community_id = $1 ORDER BY w.id`;
