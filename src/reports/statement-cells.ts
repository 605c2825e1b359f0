import { hasWords, type Statement } from '../communities/statement.js';
import type { CsvCell } from './csv-table.js';

/** What tables of a report say of the statements in it. */
export const STATEMENT_COLUMNS = [
  'statement',
  'statement_language',
  'statement_by',
  'statement_published_at',
] as const;

/**
 * Rows of statements for the table of a report, one for each language; of one withdrawn or taken down a row without text.
 * `kind` is `statement` and `code` what it is about.
 */
export function statementRows(
  statements: readonly Statement[],
  ofReport: Readonly<Record<string, CsvCell>>,
): readonly Readonly<Record<string, CsvCell>>[] {
  return statements.flatMap((statement) => {
    const { subject, by, texts, publishedAt } = statement;
    const told = hasWords(statement) ? Object.entries(texts) : [['', undefined] as const];
    return told.map(([language, text]) => ({
      ...ofReport,
      kind: 'statement',
      code: subject,
      statement: text,
      statement_language: language,
      statement_by: by.name,
      statement_published_at: publishedAt,
    }));
  });
}
