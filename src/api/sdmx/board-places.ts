import type { ReportSources } from '../../reports/report-sources.js';
import { codeId } from '../../reports/sdmx/code-id.js';
import { nodesOf } from '../../reports/sdmx/code-lists.js';
import type { HeldRegion } from '../../reports/sdmx/held-region.js';
import type { RowQuestion } from './row-question.js';
import { codesAsked, yearsAsked } from './selection.js';

export function yearsOfBoard(
  { board }: ReportSources,
  asked: readonly number[] | undefined,
): readonly number[] {
  const all = Array.from({ length: board.asOfYear - board.firstYear + 1 }, (_, i) => board.firstYear + i);
  return asked === undefined ? all : all.filter((year) => asked.includes(year));
}

export function areasOfBoard(
  { board }: ReportSources,
  asked: readonly string[] | undefined,
): readonly string[] {
  return board.areas.filter((area) => asked?.includes(area) ?? true);
}

/** The board has a row for each of its areas and years, with a score or the reason why there is none. */
export function heldScores({ selection, lists, sources }: RowQuestion): HeldRegion {
  const years = yearsOfBoard(sources, yearsAsked(selection));
  const nodes = codesAsked(selection, 'NODE', lists) ?? nodesOf(sources).map(({ code }) => code);
  const areas = areasOfBoard(sources, codesAsked(selection, 'REF_AREA', lists));
  const series = areas.length * nodes.length;
  const [first, last] = [years[0], years.at(-1)];
  if (first === undefined || last === undefined || series === 0) {
    return { values: new Map(), series: 0, observations: 0 };
  }
  return {
    values: new Map([
      ['FREQ', ['A']],
      ['REF_AREA', areas.map(codeId)],
      ['NODE', nodes.map(codeId)],
    ]),
    years: [first, last],
    series,
    observations: series * years.length,
  };
}
