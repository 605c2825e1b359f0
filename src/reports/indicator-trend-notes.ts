import type { Area, Indicator } from '../catalogue/catalogue.js';
import type { TrendPoint } from '../charts/trend-specification.js';
import type { Language } from '../language/language.js';
import { printValue } from '../language/print-value.js';
import { translate } from '../language/translate.js';
import type { SeriesEdition } from '../observations/observation.js';
import { figureSource } from './figure.js';
import type { ReportSources } from './report-sources.js';

/** One mark of the chart and the edition it comes from. */
export interface Mark extends TrendPoint {
  readonly kind: 'observed' | 'carried_forward' | 'doubtful';
  readonly series: SeriesEdition;
}

/** What is printed under the chart of an indicator: sources, why the line breaks, what the marks mean. */
export function indicatorTrendNotes(
  area: Area,
  indicator: Indicator,
  runs: readonly (readonly Mark[])[],
  sources: ReportSources,
  language: Language,
): readonly string[] {
  const marks = runs.flat();
  const carried = marks.find(({ kind }) => kind === 'carried_forward');
  const lastYear = marks.findLast(({ kind }) => kind === 'observed')?.year;
  return [
    ...breakNotes(runs, language),
    ...sourceNotes(marks, sources, language),
    ...(indicator.per === undefined
      ? []
      : [translate(language, 'trend.note.population', { per: indicator.per })]),
    ...(carried === undefined || lastYear === undefined
      ? []
      : [translate(language, 'trend.note.carried', { year: lastYear })]),
    ...(marks.some(({ kind }) => kind === 'doubtful') ? [translate(language, 'trend.note.doubtful')] : []),
    ...besideNote(area, indicator, sources, language),
  ];
}

function breakNotes(runs: readonly (readonly Mark[])[], language: Language): readonly string[] {
  return runs.flatMap((run, position) => {
    const [mark] = run;
    const before = runs[position - 1]?.at(-1);
    if (mark === undefined || before === undefined) return [];
    return [
      translate(language, 'trend.note.edition', {
        year: mark.year,
        after: mark.series.edition,
        before: before.series.edition,
      }),
    ];
  });
}

function sourceNotes(
  marks: readonly Mark[],
  { communities }: ReportSources,
  language: Language,
): readonly string[] {
  const used = new Map(marks.map(({ series }) => [series.id, series]));
  const provenances = new Set([...used.values()].flatMap(({ provenance }) => provenance ?? []));
  const nameOf = (series: SeriesEdition): string =>
    communities.get(series.community)?.name ?? series.community;
  return [
    ...[...used.values()].map((series) =>
      series.published
        ? translate(language, 'trend.note.source', {
            organisation: series.organisation ?? nameOf(series),
            source: series.source,
            edition: series.edition,
          })
        : translate(language, 'trend.note.community', {
            source: series.source,
            edition: series.edition,
            community: nameOf(series),
          }),
    ),
    ...[...provenances].map((provenance) => translate(language, 'trend.note.provenance', { provenance })),
  ];
}

/** Fresh figures of other sources, e.g. a community's beside a publisher's. Earlier editions are no news here. */
function besideNote(
  area: Area,
  indicator: Indicator,
  sources: ReportSources,
  language: Language,
): readonly string[] {
  const { alternatives, observation } = sources.board.indicatorScore(area.code, indicator.code);
  const usedSeries = observation && sources.seriesEditions.get(observation.seriesEditionId);
  const others = alternatives
    .filter(({ status }) => status !== 'doubtful')
    .map((alternative) => figureSource(alternative, sources))
    .filter(({ source, community }) => source !== usedSeries?.source || community !== usedSeries.community);
  if (others.length === 0) return [];
  const figures = others.map(
    ({ value, year, communityName, source }) =>
      `${printValue(value, language)} (${String(year)}; ${source}; ${communityName})`,
  );
  return [translate(language, 'trend.note.beside', { figures: figures.join(', ') })];
}
