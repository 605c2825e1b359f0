import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { PublishedSeries } from '../catalogue/catalogue.js';
import { AuditRepository } from '../platform/audit/audit.repository.js';

/** Code of the community that the bundled figures belong to. */
export const PUBLISHED_FIGURES = 'published-figures';

@Injectable()
export class SeriesEditionRepository {
  constructor(private readonly audit: AuditRepository) {}

  /** Id of the community of the bundled figures, which is made when the seeds do not name it. */
  async publisherId(manager: EntityManager): Promise<number> {
    const added: unknown[] = await manager.query(
      `INSERT INTO community (code, name, kind) VALUES ($1, 'Published figures', 'system')
       ON CONFLICT (code) DO NOTHING RETURNING id`,
      [PUBLISHED_FIGURES],
    );
    if (added.length > 0) {
      const subject = `community:${PUBLISHED_FIGURES}`;
      await this.audit.append(manager, { action: 'community.added', subject, detail: { kind: 'system' } });
    }
    const [row]: { id: number }[] = await manager.query('SELECT id FROM community WHERE code = $1', [
      PUBLISHED_FIGURES,
    ]);
    if (row === undefined) throw new TypeError('The community of the bundled figures is missing');
    return row.id;
  }

  /** Brings what is told of published series up to the catalogue; new ones get their ids in its order. */
  async describe(
    manager: EntityManager,
    communityId: number,
    series: readonly PublishedSeries[],
  ): Promise<void> {
    await manager.query(DESCRIBE, [communityId, JSON.stringify(series)]);
  }
}

const DESCRIBE = `
  INSERT INTO series_edition AS old (indicator_id, community_id, source, edition, organisation, url, terms,
    redistribution, provenance, notes)
  SELECT i.id, $1, s.series, s.edition, s.organisation, s.url, s.terms, s.redistribution, s.provenance, s.notes
  FROM ROWS FROM (jsonb_to_recordset($2::jsonb) AS (indicator text, series text, edition text, organisation text,
    url text, terms text, redistribution text, provenance text, notes text)) WITH ORDINALITY
    AS s (indicator, series, edition, organisation, url, terms, redistribution, provenance, notes, place)
  JOIN indicator i ON i.code = s.indicator
  ORDER BY s.place
  ON CONFLICT (indicator_id, community_id, source, edition) DO UPDATE
  SET organisation = excluded.organisation, url = excluded.url, terms = excluded.terms,
    redistribution = excluded.redistribution, provenance = excluded.provenance, notes = excluded.notes
  WHERE (old.organisation, old.url, old.terms, old.redistribution, old.provenance, old.notes) IS DISTINCT FROM
    (excluded.organisation, excluded.url, excluded.terms, excluded.redistribution, excluded.provenance, excluded.notes)`;
