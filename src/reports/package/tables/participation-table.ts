import { STAKEHOLDER_GROUPS } from '../../../catalogue/stakeholder-group.js';
import { participationReport } from '../../participation/participation-report.js';
import { participationCells } from '../../participation/participation-table.js';
import { takingPart } from '../../participation/taking-part.js';
import type { ReportSources } from '../../report-sources.js';
import { integer, number, REQUIRED, text, type PackageTable } from '../package-table.js';

/** Who took part, in all, by region, issue and country. It says nothing of persons, not even protected numbers. */
export function participationPackageTable(sources: ReportSources): PackageTable {
  const report = participationReport({}, takingPart(sources), new Map(), sources);
  return {
    name: 'participation',
    title: 'Participation',
    description:
      'Which communities, stakeholder groups and regions contributed figures of their own. It stands beside the scores and enters none.',
    fields: [
      text('kind', 'What the row is of', { required: true, enum: ['total', 'region', 'issue', 'country'] }),
      text('code', 'Code of the region, issue or country; all for the total', REQUIRED),
      integer('communities', 'Communities that contributed', REQUIRED),
      text('kinds', 'Kinds of these communities, with spaces between them'),
      integer('countries', 'Countries they contributed on', REQUIRED),
      integer('contributions', 'A community on one indicator in one country is one contribution', REQUIRED),
      ...STAKEHOLDER_GROUPS.map((group) => integer(group, 'Contributions this group took part in', REQUIRED)),
      integer('untold', 'Contributions of which no group is told', REQUIRED),
      integer('breadth', 'How many of the five stakeholder groups took part', REQUIRED),
      number('balance', 'Evenness of the groups; empty where there is not enough', { unit: '0 to 1' }),
    ],
    primaryKey: ['kind', 'code'],
    rows: [
      { kind: 'total', code: 'all', ...participationCells(report.total) },
      ...(['regions', 'issues', 'countries'] as const).flatMap((list) =>
        report[list].map((line) => ({ kind: KIND[list], code: line.code, ...participationCells(line) })),
      ),
    ],
  };
}

const KIND = { regions: 'region', issues: 'issue', countries: 'country' } as const;
