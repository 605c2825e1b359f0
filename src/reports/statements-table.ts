import { hasWords, type Statement } from '../communities/statement.js';
import type { CsvTable } from './csv-table.js';

/** Statements as a table: a row for each language, and one without text for what was withdrawn or taken down. */
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
      'taken_down_at',
      'taken_down_reason',
    ],
    rows: statements.flatMap((statement) => {
      const { id, area, subject, by, texts, publishedAt, withdrawnAt, takenDown, releaseId } = statement;
      const told = hasWords(statement) ? Object.entries(texts) : [[undefined, undefined] as const];
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
        taken_down_at: takenDown?.at,
        taken_down_reason: takenDown?.reasonCode,
      }));
    }),
  };
}
