import type { AuditFilter } from '../platform/audit/audit-trail.js';
import type { AuditTrailService } from '../platform/audit/audit-trail.service.js';
import { auditTable } from './audit-table.js';
import { csvHeader, csvRows } from './csv-table.js';

/** So many entries are in memory at once, however long the trail is. */
const AT_ONCE = 1_000;

/**
 * All entries that fit as CSV, piece by piece, the header first.
 * @param mark stands before everything, e.g. the byte order mark
 */
export async function* auditLines(
  trail: Pick<AuditTrailService, 'page'>,
  filter: AuditFilter,
  { isOldestFirst = false, mark = '' }: { readonly isOldestFirst?: boolean; readonly mark?: string } = {},
): AsyncGenerator<string> {
  yield `${mark}${csvHeader(auditTable([]).columns)}`;
  for (let after: number | undefined; ;) {
    const entries = await trail.page(filter, { after, limit: AT_ONCE, isOldestFirst });
    yield csvRows(auditTable(entries));
    after = entries.at(-1)?.number;
    if (entries.length < AT_ONCE) return;
  }
}
