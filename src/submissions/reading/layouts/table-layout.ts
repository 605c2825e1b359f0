import type { SheetRow } from '../../checking/sheet-row.js';
import { shownValue } from '../../checking/row-problem.js';
import { isExampleRow } from '../example-row.js';
import { RepairLog } from '../repair.js';
import type { BreakdownCensus } from './breakdowns.js';
import { judgeRow } from './judge-row.js';
import type { LayoutName, LayoutProblem, LongRow, Plan } from './layout.js';
import { LongCells } from './long-cells.js';
import { plainLongRows } from './plain-long.js';
import { named, placed } from './requirements.js';
import { asideKind } from './row-kind.js';
import { expand, indicatorCell, isBlank } from './table-row.js';

/** What became of one row of the sheet. A row without rows and problems was passed over, and counted as a repair. */
export interface Unrolled {
  readonly rows: readonly LongRow[];
  readonly problems: readonly LayoutProblem[];
  /** The cells of the row as they were sent; absent when it was passed over. */
  readonly sent?: readonly string[];
}

const NOTHING: Unrolled = { rows: [], problems: [] };

/** A table whose layout is settled: takes its rows apart into figures. */
export class TableLayout {
  private readonly log = new RepairLog();
  private readonly cells: LongCells;
  private readonly plainRow: ReturnType<typeof plainLongRows>;
  private emptyCells = 0;
  private isFirst = true;

  /** @param hasOneIndicator whether all rows name the same indicator, or none */
  constructor(
    private readonly plan: Plan,
    private readonly census: BreakdownCensus,
    readonly hasOneIndicator: boolean,
    private readonly isArea: (cell: string) => boolean,
  ) {
    this.cells = new LongCells(plan, hasOneIndicator);
    this.plainRow = plainLongRows(plan);
    this.noteFrame();
  }

  get name(): LayoutName {
    return this.plan.name;
  }

  /** Row of the spreadsheet that holds the header. */
  get headerRow(): number {
    return this.plan.header.row;
  }

  /** Everything read otherwise than it stands in the sheet, or passed over, so far. */
  get repairs(): RepairLog {
    const whole = new RepairLog();
    whole.addAll(this.log.repairs);
    if (this.emptyCells > 0) whole.add('empty_cells', undefined, {}, this.emptyCells);
    whole.addAll(this.cells.repairs);
    return whole;
  }

  /** The figures of a row. Rows up to the header give none. */
  unroll(row: SheetRow): Unrolled {
    const { plan } = this;
    if (row.row <= plan.header.row) return NOTHING;
    const plain = this.plainRow?.(row);
    if (plain !== undefined) {
      this.isFirst = false;
      return { rows: [plain], problems: NOTHING.problems, sent: row.cells };
    }
    const cells = expand(row.cells, plan.header.splitFirst);
    const sent = row.cells;
    if (row.brokenCell !== undefined) return { rows: [], problems: [this.broken(row, row.brokenCell)], sent };
    if (isExampleRow(cells)) return this.passOver('example_row', row);
    const aside = this.isPlain(cells) ? undefined : asideKind(plan, cells, this.isFirst);
    if (aside !== undefined) return this.passOver(aside, row);
    const verdict = judgeRow(plan, this.census, row.row, cells);
    if ('passedOver' in verdict) return this.passOver(verdict.passedOver, row, verdict.at);
    this.isFirst = false;
    if ('problem' in verdict) return { rows: [], problems: [verdict.problem], sent };
    const rows = this.figures(row.row, cells);
    return rows.length === 0 ? this.passOver('row_without_values', row) : { rows, problems: [], sent };
  }

  /** The common case, told fast: a known area with a year and a value. */
  private isPlain(cells: readonly string[]): boolean {
    const { roles, values, header } = this.plan;
    const [value] = values;
    const [area] = roles.country ?? [];
    if (value === undefined || area === undefined) return false;
    const isFilled = !isBlank(cells[value.index]) && cells[value.index] !== header.headers[value.index];
    return isFilled && header.vocabulary.area((cells[area] ?? '').trim()) !== undefined;
  }

  private figures(row: number, cells: readonly string[]): readonly LongRow[] {
    const { plan } = this;
    const isSingle = plan.name === 'long' || plan.values.length === 1;
    const filled = isSingle ? plan.values : plan.values.filter(({ index }) => !isBlank(cells[index]));
    this.emptyCells += plan.values.length - filled.length;
    const told = this.isHopeless(cells) ? filled.slice(0, 1) : filled;
    if (told.length < filled.length)
      this.log.add('values_told_once', undefined, {}, filled.length - told.length);
    return told.map((value) => this.cells.row(row, cells, value));
  }

  /** Whether no figure of the row can be taken, whatever its value: it is then told once, not once a year. */
  private isHopeless(cells: readonly string[]): boolean {
    const { plan } = this;
    if (plan.values.length === 1 || plan.name === 'wide_by_area') return false;
    const area = this.cells.area(cells);
    if (area !== '' && !this.isArea(area)) return true;
    const indicator = indicatorCell(plan, cells);
    if (indicator === undefined || plan.values.some(({ says }) => says.indicator !== undefined)) return false;
    return plan.header.vocabulary.indicator(this.cells.indicator(cells)) === undefined;
  }

  private passOver(code: string, row: SheetRow, at = 0): Unrolled {
    const { columns, splitFirst } = this.plan.header;
    const index =
      at > 0
        ? at
        : Math.max(
            0,
            row.cells.findIndex((cell) => !isBlank(cell)),
          );
    const column = columns[index];
    const cell = at > 0 ? expand(row.cells, splitFirst)[at] : row.cells[index];
    const before = (cell ?? '').trim();
    this.log.add(code, { row: row.row, ...(column === undefined ? {} : { column }), before, after: '' });
    return NOTHING;
  }

  private broken({ row, cells }: SheetRow, brokenCell: number): LayoutProblem {
    const lines = cells.join('').trimEnd().split('\n').length;
    const value = shownValue(cells[brokenCell] ?? '');
    const { header } = this.plan;
    const at = brokenCell === 0 || header.splitFirst === 0 ? brokenCell : brokenCell + header.splitFirst - 1;
    return { row, ...placed(header, at), code: 'broken_quotes', value, params: { lines } };
  }

  /** Tells what stands around the figures and is not read. */
  private noteFrame(): void {
    const { header, unread, twins, indicatorAbove } = this.plan;
    for (const { row, cells } of header.above) {
      const before = cells
        .filter((cell) => !isBlank(cell))
        .join(' ')
        .trim();
      if (before !== '') this.log.add('line_above_table', { row, before, after: '' });
    }
    if (unread.length > 0) {
      this.log.add('columns_not_read', undefined, { columns: named(header, unread) }, unread.length);
    }
    for (const { index, first } of twins) {
      const column = header.columns[index];
      const after = header.columns[first]?.letter ?? '';
      if (column !== undefined)
        this.log.add('same_column_twice', { row: header.row, column, before: column.name, after });
    }
    if (indicatorAbove !== undefined)
      this.log.add('indicator_from_title', undefined, { indicator: indicatorAbove });
  }
}
