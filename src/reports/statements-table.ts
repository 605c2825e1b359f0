import type { Statement } from '../communities/statement.js';
import type { CsvTable } from './csv-table.js';

/** Statements as a table: a row for each language, and one without text for what was withdrawn. */
export function statementsTable(statements: readonly Statement[]): CsvTable {
  return {
    columns: [
      'id',
      'area',
      'subject',
      'by_kind',
      'by_community',
      'by_name',
      'language',
      'text',
      'published_at',
      'withdrawn_at',
      'release',
    ],
    rows: statements.flatMap(({ id, area, subject, by, texts, publishedAt, withdrawnAt, releaseId }) => {
      const told = withdrawnAt === undefined ? Object.entries(texts) : [[undefined, undefined] as const];
      return told.map(([language, text]) => ({
        id,
        area,
        subject,
        by_kind: by.kind,
        by_community: by.community,
        by_name: by.name,
        language,
        text,
        published_at: publishedAt,
        withdrawn_at: withdrawnAt,
        release: releaseId,
      }));
    }),
  };
}
