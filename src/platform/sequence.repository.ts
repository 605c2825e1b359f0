import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { quoted } from './backup/table-shape.js';

/** The counters that give tables their keys. */
@Injectable()
export class SequenceRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Names of those that would give out a number that is in use. */
  async behind(manager: EntityManager = this.dataSource.manager): Promise<readonly string[]> {
    const owned: OwnedSequence[] = await manager.query(OWNED_SEQUENCES);
    const behind: string[] = [];
    for (const { sequence, table, column } of owned) {
      const [row]: { isBehind: boolean }[] = await manager.query(
        `SELECT coalesce(max(${quoted(column)}) > (SELECT last_value - (NOT is_called)::integer FROM ${quoted(sequence)}), false)
          AS "isBehind" FROM ${quoted(table)}`,
      );
      if (row?.isBehind === true) behind.push(sequence);
    }
    return behind;
  }
}

interface OwnedSequence {
  readonly sequence: string;
  readonly table: string;
  readonly column: string;
}

const OWNED_SEQUENCES = `
  SELECT s.relname::text AS sequence, c.relname::text AS "table", a.attname::text AS "column"
  FROM pg_class s JOIN pg_depend d ON d.classid = 'pg_class'::regclass AND d.objid = s.oid AND d.deptype IN ('a', 'i')
    AND d.refclassid = 'pg_class'::regclass
  JOIN pg_class c ON c.oid = d.refobjid JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = d.refobjsubid
  WHERE s.relkind = 'S' AND s.relnamespace = 'public'::regnamespace ORDER BY 1`;
