import type { CommitmentsReport, ListedCommitment } from './commitments-report.js';
import type { CsvTable } from './csv-table.js';

/** A row for each link; one without an indicator for each commitment that has none. */
export function commitmentsReportTable(report: CommitmentsReport): CsvTable {
  const { objectives, revision } = report;
  return {
    columns: [
      'objective',
      'commitment',
      'paragraph',
      'title',
      'kind',
      'addressee',
      'measurability',
      'measurable_by',
      'confidence',
      'scored',
      'covered',
      'with_score',
      'median',
      'indicator',
      'indicator_name',
      'type',
      'live',
      'revision',
    ],
    rows: objectives.flatMap(({ code: objective, commitments }) =>
      commitments.flatMap((commitment) =>
        linkCells(commitment).map((link) => ({
          objective,
          commitment: commitment.id,
          paragraph: commitment.paragraph,
          title: commitment.title,
          kind: commitment.kind,
          addressee: commitment.addressee,
          measurability: commitment.measurability,
          measurable_by: commitment.measurableBy,
          confidence: commitment.confidence,
          scored: commitment.scored,
          covered: commitment.covered,
          with_score: commitment.areasWithScore,
          median: commitment.medianScore,
          ...link,
          revision,
        })),
      ),
    ),
  };
}

function linkCells({ links }: ListedCommitment): CsvTable['rows'] {
  if (links.length === 0) return [{}];
  return links.map(({ indicator, name, type, live }) => ({ indicator, indicator_name: name, type, live }));
}
