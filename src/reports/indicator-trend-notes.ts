import type { Area, Indicator } from '../catalogue/catalogue.js';
import { phraseIn } from '../catalogue/text-in.js';
import type { TrendPoint } from '../charts/trend-specification.js';
import { inRow } from '../language/in-row.js';
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

/**
 * What is printed under the chart of an indicator: sources, why the line breaks, what the marks mean.
 * @returns `sources`: how many of them, from the first, say where the figures come from
 */
export function indicatorTrendNotes(
  area: Area,
  indicator: Indicator,
  runs: readonly (readonly Mark[])[],
  sources: ReportSources,
  language: Language,
): { readonly notes: readonly string[]; readonly sources: number } {
  const marks = runs.flat();
  const carried = marks.find(({ kind }) => kind === 'carried_forward');
  const lastYear = marks.findLast(({ kind }) => kind === 'observed')?.year;
  const told = sourceNotes(marks, sources, language);
  const others = [
    ...provenanceNotes(marks, sources, language),
    ...breakNotes(runs, language),
    ...(indicator.per === undefined
      ? []
      : [translate(language, 'trend.note.population', { per: indicator.per })]),
    ...(carried === undefined || lastYear === undefined
      ? []
      : [translate(language, 'trend.note.carried', { year: lastYear })]),
    ...(marks.some(({ kind }) => kind === 'doubtful') ? [translate(language, 'trend.note.doubtful')] : []),
    ...besideNote(area, indicator, sources, language),
  ];
  return { notes: [...told, ...others], sources: told.length };
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

/** One for each edition. */
function sourceNotes(
  marks: readonly Mark[],
  { communities }: ReportSources,
  language: Language,
): readonly string[] {
  const used = new Map(marks.map(({ series }) => [series.id, series]));
  const nameOf = (series: SeriesEdition): string =>
    communities.get(series.community)?.name ?? series.community;
  return [...used.values()].map((series) =>
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
  );
}

function provenanceNotes(
  marks: readonly Mark[],
  { lookUp }: ReportSources,
  language: Language,
): readonly string[] {
  const ways = new Set(marks.flatMap(({ series: { provenance } }) => provenance ?? []));
  return [...ways].map((way) =>
    translate(language, 'trend.note.provenance', { provenance: phraseIn(lookUp.catalogue, language, way) }),
  );
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
  return [translate(language, 'trend.note.beside', { figures: inRow(figures, language) })];
}
