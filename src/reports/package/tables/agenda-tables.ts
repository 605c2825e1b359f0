import type { Catalogue } from '../../../catalogue/catalogue.js';
import { REQUIRED, text, type PackageTable } from '../package-table.js';

/** Views of agendas beside the framework, where the catalogue has them; `wsis` and `sdg` of indicators say what counts. */
export function agendaTables({ actionLines = [], sdgTargets = [] }: Catalogue): readonly PackageTable[] {
  const fields = [text('code', 'Its code', REQUIRED), text('name', 'Its name', REQUIRED)];
  const from = text('source', 'Where the name comes from');
  const tables: readonly PackageTable[] = [
    {
      name: 'action-lines',
      title: 'WSIS action lines',
      description:
        'Lines of action of the World Summit on the Information Society, as views over the indicators.',
      fields: [...fields, from],
      primaryKey: ['code'],
      rows: actionLines.map(({ code, name, source }) => ({ code, name, source })),
    },
    {
      name: 'sdg-targets',
      title: 'SDG targets',
      description:
        'Targets of the Sustainable Development Goals that indicators speak to, as views over them.',
      fields: [...fields, text('goal', 'Its goal'), text('goal_name', 'Name of the goal'), from],
      primaryKey: ['code'],
      rows: sdgTargets.map(({ goalName: goal_name, ...target }) => ({ ...target, goal_name })),
    },
  ];
  return tables.filter(({ rows }) => rows.length > 0);
}
