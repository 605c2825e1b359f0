import { Injectable } from '@nestjs/common';
import { setImmediate } from 'node:timers/promises';
import type {
  HeldSeries,
  ObservationPlace,
  TracedObservation,
} from '../../observations/observation-filter.js';
import { ObservationRepository } from '../../observations/observation.repository.js';
import type { ReportSources } from '../../reports/report-sources.js';
import { nodesOf, seriesCode, type CodeLists } from '../../reports/sdmx/code-lists.js';
import { codeId } from '../../reports/sdmx/code-id.js';
import { keyOf } from '../../reports/sdmx/flow.js';
import type { HeldRegion } from '../../reports/sdmx/held-region.js';
import { observationRows } from '../../reports/sdmx/observation-rows.js';
import { limited, type Action, type Row } from '../../reports/sdmx/row.js';
import { scoreRows } from '../../reports/sdmx/score-rows.js';
import { areasOfBoard, heldScores, yearsOfBoard } from './board-places.js';
import type { RowQuestion } from './row-question.js';
import { codesAsked, isSelected, yearsAsked, type Selection } from './selection.js';

/** Observations read at once while an answer goes out. */
const READ_AT_ONCE = 5_000;

type Groups = AsyncGenerator<readonly Row[]>;

/** The rows of a flow, a few series at a time: a whole flow needs no more memory than one area and indicator. */
@Injectable()
export class SdmxRowsService {
  constructor(private readonly observations: ObservationRepository) {}

  /** @param action only rows to which this is to be done */
  async *rows(question: RowQuestion, action?: Action): Groups {
    const groups =
      question.selection.flow.id === 'SCORES' ? this.scores(question) : this.observationsOf(question);
    for await (const rows of groups) {
      const wanted = rows.filter(
        (row) => (action === undefined || row.action === action) && isSelected(question.selection, row),
      );
      const kept = bySeries(wanted, question).flatMap((series) => limited(series, question.perSeries));
      if (kept.length > 0) yield kept;
    }
  }

  /** What a selection of keys and years holds observations of. */
  async held(question: RowQuestion): Promise<HeldRegion> {
    return question.selection.flow.id === 'SCORES' ? heldScores(question) : this.heldObservations(question);
  }

  private async heldObservations({ selection, lists, sources }: RowQuestion): Promise<HeldRegion> {
    const filter = { ...filterOf(selection, lists, sources), asOfRevision: sources.board.revision };
    const held = (await this.observations.heldSeries(filter)).filter((one) =>
      isSelectedSeries(selection, one),
    );
    const idsOf = (codes: readonly string[]): readonly string[] => [...new Set(codes)].sort();
    return {
      values: new Map([
        ['FREQ', held.length === 0 ? [] : ['A']],
        ['REF_AREA', idsOf(held.map(({ area }) => codeId(area)))],
        ['INDICATOR', idsOf(held.map(({ indicator }) => codeId(indicator)))],
        ['SERIES', idsOf(held.map(({ seriesEditionId }) => seriesCode(seriesEditionId)))],
      ]),
      ...(held.length === 0 ? {} : { years: spanOf(held) }),
      series: held.length,
      observations: held.reduce((sum, { observations }) => sum + observations, 0),
    };
  }

  private async *observationsOf({ selection, lists, sources, changedAfter }: RowQuestion): Groups {
    const filter = {
      ...filterOf(selection, lists, sources),
      asOfRevision: sources.board.revision,
      changedAfter,
    };
    const rowsOf = (group: readonly TracedObservation[]): readonly Row[] =>
      observationRows(group, sources, changedAfter !== undefined);
    let group: TracedObservation[] = [];
    let place: ObservationPlace | undefined;
    do {
      const page = await this.observations.find(filter, READ_AT_ONCE, place);
      for (const observation of page.observations) {
        const [before] = group;
        if (before !== undefined && !isBeside(before, observation)) {
          yield rowsOf(group);
          group = [];
        }
        group.push(observation);
      }
      place = page.next;
    } while (place !== undefined);
    if (group.length > 0) yield rowsOf(group);
  }

  /** An area at a time, whose earlier years are computed once. Other requests are let in after each. */
  private async *scores({ selection, lists, sources, changedAfter }: RowQuestion): Groups {
    if (changedAfter !== undefined && changedAfter >= sources.board.revision) return;
    const years = yearsOfBoard(sources, yearsAsked(selection));
    const asked = codesAsked(selection, 'NODE', lists);
    const nodes = nodesOf(sources).filter(({ code }) => asked?.includes(code) ?? true);
    for (const area of areasOfBoard(sources, codesAsked(selection, 'REF_AREA', lists))) {
      for (const node of nodes) {
        const rows = scoreRows(area, node, years, sources);
        yield changedAfter === undefined ? rows : rows.map((row) => ({ ...row, action: 'R' as const }));
      }
      await setImmediate();
    }
  }
}

function filterOf(
  selection: Selection,
  lists: CodeLists,
  { seriesEditions }: ReportSources,
): {
  readonly areas: readonly string[] | undefined;
  readonly indicators: readonly string[] | undefined;
  readonly fromYear?: number;
  readonly toYear?: number;
} {
  const years = yearsAsked(selection);
  const series = codesAsked(selection, 'SERIES', lists);
  const ofSeries =
    series &&
    new Set(
      [...seriesEditions.values()]
        .filter(({ id }) => series.includes(seriesCode(id)))
        .map(({ indicator }) => indicator),
    );
  const indicators = codesAsked(selection, 'INDICATOR', lists) ?? (ofSeries && [...ofSeries]);
  return {
    areas: codesAsked(selection, 'REF_AREA', lists),
    indicators: indicators?.filter((code) => ofSeries?.has(code) ?? true),
    ...(years === undefined ? {} : { fromYear: years[0] ?? 1, toYear: years.at(-1) ?? 0 }),
  };
}

function isBeside(one: TracedObservation, other: TracedObservation): boolean {
  return one.area === other.area && one.indicator === other.indicator;
}

function bySeries(rows: readonly Row[], { selection: { flow } }: RowQuestion): readonly (readonly Row[])[] {
  const series = new Map<string, Row[]>();
  for (const row of rows) {
    const key = keyOf(flow)
      .map(({ id }) => row.values[id])
      .join('.');
    const own = series.get(key);
    if (own === undefined) series.set(key, [row]);
    else own.push(row);
  }
  return [...series.values()];
}

function isSelectedSeries(selection: Selection, { area, indicator, seriesEditionId }: HeldSeries): boolean {
  const tests = new Map([...selection.tests].filter(([id]) => id !== 'TIME_PERIOD'));
  const values = {
    FREQ: 'A',
    REF_AREA: codeId(area),
    INDICATOR: codeId(indicator),
    SERIES: seriesCode(seriesEditionId),
  };
  return isSelected({ ...selection, tests }, { action: 'I', values });
}

function spanOf(held: readonly HeldSeries[]): readonly [number, number] {
  const firsts = held.map(({ firstYear }) => firstYear);
  const lasts = held.map(({ lastYear }) => lastYear);
  return [
    firsts.reduce((one, other) => Math.min(one, other)),
    lasts.reduce((one, other) => Math.max(one, other)),
  ];
}
