import type { Catalogue } from '../../../catalogue/catalogue.js';
import { integer, key, REQUIRED, text, yesNo, type PackageTable } from '../package-table.js';

/** What States have committed to, and which indicator says something of it. */
export function compactTables(catalogue: Catalogue): readonly PackageTable[] {
  return [objectives(catalogue), commitments(catalogue), crosswalk(catalogue)];
}

function objectives({ objectives: all }: Catalogue): PackageTable {
  return {
    name: 'objectives',
    title: 'Objectives',
    description: 'What the commitments are grouped into.',
    fields: [text('code', 'Its code', REQUIRED), text('name', 'Its name', REQUIRED)],
    primaryKey: ['code'],
    rows: all.map(({ code, name }) => ({ code, name })),
  };
}

function commitments({ commitments: all }: Catalogue): PackageTable {
  return {
    name: 'commitments',
    title: 'Commitments',
    description: 'What was agreed, paragraph by paragraph.',
    fields: [
      text('id', 'Its code', REQUIRED),
      text('objective', 'The objective it belongs to', { refers: 'objectives.code' }),
      text('paragraph', 'Paragraph of the text it stands in', REQUIRED),
      text('section', 'Section of the text it stands in'),
      text('title', 'What it is about, in short', REQUIRED),
      text('kind', 'What the text does', {
        required: true,
        enum: ['commitment', 'call', 'request', 'recognition'],
      }),
      text('addressee', 'Whom it binds or asks'),
      integer('by', 'Year by which it is to be done'),
      text('deadline', "The text's own words for when"),
      text('measurability', 'How far figures can tell of it'),
      text('measurable_by', 'What could be measured'),
      text('sdg_targets', 'Targets of the Sustainable Development Goals'),
      text('related_sdg_indicators', 'Indicators of the Sustainable Development Goals'),
      text('confidence', 'How sure the wording is', REQUIRED),
      yesNo('scored', 'Whether countries have a score of it', REQUIRED),
    ],
    primaryKey: ['id'],
    rows: all.map((one) => ({
      id: one.id,
      objective: one.objective,
      paragraph: one.paragraph,
      section: one.section,
      title: one.title,
      kind: one.kind,
      addressee: one.addressee,
      by: one.by,
      deadline: one.deadline,
      measurability: one.measurability,
      measurable_by: one.measurableBy,
      sdg_targets: one.sdgTargets.join(' '),
      related_sdg_indicators: one.relatedSdgIndicators.join(' '),
      confidence: one.confidence,
      scored: one.scored,
    })),
  };
}

function crosswalk({ crosswalk: all }: Catalogue): PackageTable {
  return {
    name: 'crosswalk',
    title: 'Crosswalk',
    description:
      'Which indicator says what of which commitment. Links of context are shown and never counted.',
    fields: [
      key('indicator', 'indicators.code', 'The indicator'),
      key('commitment', 'commitments.id', 'The commitment'),
      text('type', 'What the indicator does for the commitment', {
        required: true,
        enum: ['measures', 'partly', 'context'],
      }),
      text('reason', 'Why it is so', REQUIRED),
      text('date', 'When the link was drawn', REQUIRED),
      yesNo('official', 'Whether the link was agreed by States', REQUIRED),
      yesNo('reviewed', 'Whether somebody else has looked at it', REQUIRED),
    ],
    primaryKey: ['indicator', 'commitment', 'type'],
    rows: all.map(({ indicator, commitment, type, reason, date, official, reviewed }) => ({
      indicator,
      commitment,
      type,
      reason,
      date,
      official,
      reviewed,
    })),
  };
}
