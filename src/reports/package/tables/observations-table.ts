import { CONFIDENCES } from '../../../catalogue/confidence.js';
import { printGroups } from '../../../catalogue/took-part.js';
import type { Observation } from '../../../observations/observation.js';
import { observationId } from '../../../observations/observation-id.js';
import { FIGURE_STATUSES } from '../../../submissions/checking/figure-status.js';
import { integer, key, number, REQUIRED, text, type PackageTable } from '../package-table.js';

/** @param files SHA-256 of the file that a submission came in, by its id */
export function observationsTable(
  observations: readonly Observation[],
  files: ReadonlyMap<number, string>,
): PackageTable {
  return {
    name: 'observations',
    title: 'Observations',
    description:
      'Every figure in force at the data revision of the release, from every source whose terms allow it to be passed on. Several sources may speak of one year; none is overwritten.',
    fields: [
      text('observation', 'Stable id: AREA.INDICATOR.YEAR.SERIES.REVISION', REQUIRED),
      key('area', 'areas.code', 'Country or area it was observed in'),
      key('indicator', 'indicators.code', 'What was observed'),
      integer('year', 'Calendar year it was observed for', REQUIRED),
      number('value', "In the indicator's own unit, as its source reports it", REQUIRED),
      text('status', 'What is known of it; doubtful figures are shown and do not count', {
        required: true,
        enum: [...FIGURE_STATUSES],
      }),
      integer('series', 'Edition of the series it comes from', { required: true, refers: 'series.id' }),
      integer('revision', 'Data revision that first held it', REQUIRED),
      text('note', 'Remark of whoever sent it'),
      text('evidence', 'Addresses of what proves it, with spaces between them'),
      text(
        'groups',
        'Of an assessment: the stakeholder groups that took part, codes with spaces between them',
      ),
      text('confidence', 'Of an assessment: how sure those are who made it', { enum: [...CONFIDENCES] }),
      text('file_sha256', 'SHA-256 of the file it was sent in'),
      integer('file_row', 'Row of that file, counted from 1 at the top', REQUIRED),
    ],
    primaryKey: ['observation'],
    rows: observations.map((one) => ({
      observation: observationId(one),
      area: one.area,
      indicator: one.indicator,
      year: one.year,
      value: one.value,
      status: one.status,
      series: one.seriesEditionId,
      revision: one.revisionFrom,
      note: one.note,
      evidence: one.evidence,
      groups: one.tookPart && printGroups(one.tookPart),
      confidence: one.confidence,
      file_sha256: files.get(one.submissionId),
      file_row: one.rowNumber,
    })),
  };
}
