import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { foldHeader } from './columns.js';
import type { ColumnMapping, RecallMapping } from '../reading/given.js';

/** What communities said the columns of their files mean. */
@Injectable()
export class ColumnMappingRepository {
  async remember(
    manager: EntityManager,
    communityId: number,
    header: readonly string[],
    mapping: ColumnMapping,
  ): Promise<void> {
    await manager.query(
      `INSERT INTO column_mapping (community_id, header_key, mapping) VALUES ($1, $2, $3)
       ON CONFLICT (community_id, header_key) DO UPDATE SET mapping = excluded.mapping, mapped_at = now()`,
      [communityId, headerKey(header), JSON.stringify(mapping)],
    );
  }

  /** What a community said of its headers so far. */
  async recall(manager: EntityManager, communityId: number): Promise<RecallMapping> {
    const rows: { header_key: string; mapping: ColumnMapping; mapped_on: string }[] = await manager.query(
      `SELECT header_key, mapping, to_char(mapped_at AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS mapped_on
       FROM column_mapping WHERE community_id = $1`,
      [communityId],
    );
    if (rows.length === 0) return () => undefined;
    const known = new Map(
      rows.map(({ header_key, mapping, mapped_on }) => [header_key, { mapping, mappedOn: mapped_on }]),
    );
    return (header) => known.get(headerKey(header));
  }
}

function headerKey(header: readonly string[]): string {
  return createHash('sha256')
    .update(JSON.stringify(header.map(foldHeader)))
    .digest('hex');
}
