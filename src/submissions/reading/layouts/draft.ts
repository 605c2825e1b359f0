import type { SheetRow } from '../../checking/sheet-row.js';
import { shownValue } from '../../checking/row-problem.js';
import { isExampleRow } from '../example-row.js';
import { BreakdownCensus, RepeatCensus } from './breakdowns.js';
import type { LayoutProblem, LongRow, Plan } from './layout.js';
import { plainLongRows } from './plain-long.js';
import { named, placed } from './requirements.js';
import { areaCell, expand, indicatorCell, isBlank } from './table-row.js';
import { TableLayout } from './table-layout.js';

const MOST_INDICATORS = 50;

export interface SurveyedValue {
  readonly area: string;
  readonly value: string;
  readonly year: string;
  /** As the file names it. */
  readonly indicator: string;
}

/**
 * A recognised layout before the whole file was looked at. Which rows are totals, whether columns of one name agree and
 * whether a column that is not read divides the figures shows only at the end of the file.
 */
export class LayoutDraft {
  /** Whether `see` must be shown all rows before the layout is settled. */
  readonly needsSurvey: boolean;
  private readonly census: BreakdownCensus;
  private readonly repeats: RepeatCensus;
  /** Row where two columns of one name first differ, by index of the second. */
  private readonly differing = new Map<number, number>();
  private readonly indicators = new Set<string>();
  private readonly plainRow: ReturnType<typeof plainLongRows>;

  constructor(readonly plan: Plan) {
    const { breakdowns, twins, unread, header, roles } = plan;
    const isGiven = header.given.constants?.indicator !== undefined && roles.indicator !== undefined;
    this.plainRow = plainLongRows(plan);
    this.needsSurvey = breakdowns.length + twins.length + unread.length > 0 || isGiven;
    this.census = new BreakdownCensus(plan.breakdowns, plan, plan.header.vocabulary);
    const perhaps = plan.breakdowns.filter(({ kind }) => kind === 'dimension').map(({ index }) => index);
    this.repeats = new RepeatCensus([...plan.unread, ...perhaps]);
  }

  /** The figures of a row, from which is learnt how the file writes numbers, years and areas. */
  surveyed(row: SheetRow): readonly SurveyedValue[] {
    const { plan } = this;
    const plain = row.row > plan.header.row ? this.plainRow?.(row) : undefined;
    if (plain !== undefined) return [surveyedCells(plain)];
    if (this.isNoFigure(row)) return [];
    const cells = this.cellsOf(row);
    const area = areaCell(plan, cells)?.text ?? plan.header.given.constants?.country ?? '';
    const year = (cells[plan.roles.year?.[0] ?? -1] ?? '').trim();
    const indicator = this.indicatorOf(cells);
    return plan.values
      .filter(({ index }) => !isBlank(cells[index]))
      .map(({ index, says }) => ({
        area: says.country ?? area,
        value: (cells[index] ?? '').trim(),
        year: says.year ?? year,
        indicator: says.indicator ?? indicator,
      }));
  }

  private indicatorOf(cells: readonly string[]): string {
    const { plan } = this;
    const { indicator = '' } = plan.header.given.constants ?? {};
    return indicatorCell(plan, cells)?.text ?? plan.indicatorAbove ?? indicator;
  }

  private isNoFigure({ row, cells, brokenCell }: SheetRow): boolean {
    return row <= this.plan.header.row || brokenCell !== undefined || isExampleRow(cells);
  }

  private cellsOf(row: SheetRow): readonly string[] {
    return expand(row.cells, this.plan.header.splitFirst);
  }

  /** Takes note of a row; rows up to the header do not count. */
  see(row: SheetRow): void {
    const { plan } = this;
    if (!this.needsSurvey || this.isNoFigure(row)) return;
    const cells = this.cellsOf(row);
    for (const { index, first } of plan.twins) {
      const isSame = (cells[index] ?? '').trim() === (cells[first] ?? '').trim();
      if (!isSame && !isBlank(cells[index]) && !this.differing.has(index)) this.differing.set(index, row.row);
    }
    if (plan.values.every(({ index }) => isBlank(cells[index]))) return;
    const indicator = indicatorCell(plan, cells)?.text ?? '';
    this.census.see(cells, indicator);
    if (this.isPassedOver(cells, indicator)) return;
    if (this.indicators.size < MOST_INDICATORS) this.indicators.add(indicator);
    this.repeats.see(
      this.keyOf(cells, indicator),
      plan.values.map(({ index }) => cells[index]).join('\u0001'),
      cells,
    );
  }

  /**
   * The layout by which rows are read, or why the file cannot be read by it.
   * @param isArea whether a cell names one area, by how the file names them
   */
  settle(
    isArea: (cell: string) => boolean = (cell) => typeof this.plan.header.vocabulary.area(cell) === 'string',
  ): { readonly layout: TableLayout } | { readonly problems: readonly LayoutProblem[] } {
    const { header } = this.plan;
    const problems: LayoutProblem[] = [...this.differing].map(([index, row]) => {
      const first = this.plan.twins.find((twin) => twin.index === index)?.first ?? 0;
      const params = {
        name: header.columns[first]?.name ?? '',
        first: header.columns[first]?.letter ?? '',
        differs: row,
      };
      const value = shownValue(header.headers[index] ?? '');
      return { row: header.row, ...placed(header, index), code: 'duplicate_column', value, params };
    });
    const dividing = this.repeats.dividing.filter((index) => !this.census.tells(index));
    if (dividing.length > 0) {
      const params = { columns: named(header, dividing) };
      problems.push({
        row: header.row,
        ...placed(header, dividing[0] ?? 0),
        code: 'breakdown_not_read',
        params,
      });
    }
    if (problems.length > 0) return { problems };
    return { layout: new TableLayout(this.plan, this.census, this.indicators.size === 1, isArea) };
  }

  /** Whether the sender picked other parts than a row's. */
  private isPassedOver(cells: readonly string[], indicator: string): boolean {
    return this.plan.breakdowns.some(
      ({ index }, at) =>
        this.census.isPicked(at) && this.census.judge(at, cells[index] ?? '', indicator) !== 'read',
    );
  }

  /** What makes a figure: of two rows with the same, one is a part of the other or a repetition. */
  private keyOf(cells: readonly string[], indicator: string): string {
    const { roles, breakdowns } = this.plan;
    const sure = breakdowns.filter(({ kind }) => kind !== 'dimension').map(({ index }) => index);
    const others = [roles.year?.[0], roles.source?.[0], roles.edition?.[0], ...sure];
    const texts = others.map((index) => (index === undefined ? '' : (cells[index] ?? '')));
    return [areaCell(this.plan, cells)?.text ?? '', indicator, ...texts].join('\u0001');
  }
}

function surveyedCells({ cells }: LongRow): SurveyedValue {
  const [area = '', indicator = '', year = '', value = ''] = cells;
  return { area, value, year, indicator };
}
