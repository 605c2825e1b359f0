import type { ProfileSpecification } from '../../charts/chart-specification.js';
import type { Language } from '../../language/language.js';
import { translate } from '../../language/translate.js';

/** The profile of a country for those who see it small and in passing: no key, and whose it is in place of the notes. */
export function socialChart(
  { rangeLabel: _range, peersLabel: _peers, notes, ...chart }: ProfileSpecification,
  language: Language,
): ProfileSpecification {
  return {
    ...chart,
    rows: chart.rows.map((row) => ({ ...row, peers: [] })),
    notes: [[translate(language, 'site.name'), ...notes].join(' · ')],
  };
}
