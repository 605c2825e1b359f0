import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { CommunityProfile } from './community-profile.js';
import type { ProfileField, ProfileFields } from './nri-card.js';

/** What is done with a part of a profile. */
export type ProfileStep = 'written' | 'consented' | 'withdrawn';

interface PartRow {
  readonly field: ProfileField;
  readonly content: never;
  readonly written_at: Date;
  readonly consented_at: Date | null;
}

interface ShownRow {
  readonly community_id: number;
  readonly field: ProfileField;
  readonly content: never;
}

/** What communities tell of themselves, and the ledger of their consent. */
@Injectable()
export class ProfileRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Parts that are consented to, by the key of their community. */
  async shown(): Promise<ReadonlyMap<number, Partial<ProfileFields>>> {
    const rows: ShownRow[] = await this.dataSource.query(SHOWN);
    const byCommunity = new Map<number, Partial<ProfileFields>>();
    for (const { community_id: id, field, content } of rows) {
      byCommunity.set(id, { ...byCommunity.get(id), [field]: content });
    }
    return byCommunity;
  }

  async ofCommunity(
    communityId: number,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<CommunityProfile> {
    const rows: PartRow[] = await manager.query(PARTS, [communityId]);
    const [counted]: { steps: number }[] = await manager.query(
      'SELECT count(*)::integer AS steps FROM profile_step WHERE community_id = $1',
      [communityId],
    );
    const parts = rows.map(({ field, content, written_at: writtenAt, consented_at: consentedAt }) => [
      field,
      { content, writtenAt, ...(consentedAt === null ? {} : { consentedAt }) },
    ]);
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
  SELECT t.community_id, t.field, t.content FROM profile_text t WHERE EXISTS (${CONSENT})
  ORDER BY t.community_id, array_position(ARRAY['description', 'engagement', 'contact'], t.field)`;

const PARTS = `
  SELECT t.field, t.content, w.taken_at AS written_at, (${CONSENT} ORDER BY s.id LIMIT 1) AS consented_at
  FROM profile_text t JOIN profile_step w ON w.id = t.written_by_step
  WHERE t.community_id = $1 ORDER BY w.id`;
