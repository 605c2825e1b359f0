import { COLUMNS, type ColumnName } from '../../checking/columns.js';
import { foldCell } from '../fold-cell.js';
import { isMissingMarker } from '../missing-marker.js';
import { RepairLog } from '../repair.js';
import { gravestStatus, type FlagMeaning } from '../value-flag.js';
import { flagsOfRow } from './row-flags.js';
import type { CellPlace, LongRow, Plan, ValueColumn } from './layout.js';
import { isScaleUnit } from './scale-words.js';
import { areaCell, indicatorCell } from './table-row.js';

/** Puts the cells of a table's row where the long layout has them. */
export class LongCells {
  private readonly log = new RepairLog();
  /** By area column, indicator column and value column: many rows share the same. */
  private readonly places = new Map<string, readonly (CellPlace | undefined)[]>();
  private readonly fixed: Readonly<Partial<Record<ColumnName, string>>>;
  private saidOfSource = 0;
  private lastSource = '';

  constructor(
    private readonly plan: Plan,
    private readonly hasOneIndicator: boolean,
  ) {
    this.fixed = plan.header.given.constants ?? {};
  }

  get repairs(): RepairLog['repairs'] {
    const whole = new RepairLog();
    whole.addAll(this.log.repairs);
    if (this.saidOfSource > 0) {
      whole.add('source_of_layout', undefined, { source: this.lastSource }, this.saidOfSource);
    }
    return whole.repairs;
  }

  row(row: number, cells: readonly string[], { index, says }: ValueColumn): LongRow {
    const area = areaCell(this.plan, cells);
    const indicator = indicatorCell(this.plan, cells);
    const flags = flagsOfRow(this.plan, cells);
    const indicatorText = says.indicator ?? this.indicator(cells);
    return {
      row,
      cells: [
        says.country ?? this.area(cells),
        indicatorText,
        says.year ?? this.own('year', cells),
        flags.some(({ isMissing }) => isMissing === true) ? '' : this.value(row, cells, index),
        this.own('source', cells) || this.publisher(cells, indicatorText),
        notesOf(this.own('note', cells), flags),
        this.own('edition', cells),
        this.own('status', cells) || statusOf(flags),
        this.own('evidence', cells),
        this.own('groups', cells),
        this.own('confidence', cells),
      ],
      places: this.placesOf(
        area?.index,
        says.indicator === undefined ? indicator?.index : index,
        index,
        says,
      ),
    };
  }

  area(cells: readonly string[]): string {
    return areaCell(this.plan, cells)?.text ?? this.fixed.country ?? '';
  }

  /** What the row says; what the sender says where it says nothing, or one name alone that is not known here. */
  indicator(cells: readonly string[]): string {
    const text = indicatorCell(this.plan, cells)?.text ?? '';
    const given = this.fixed.indicator ?? '';
    if (given === '') return text === '' ? (this.plan.indicatorAbove ?? '') : text;
    if (text === '') return given;
    const isKnown = this.plan.header.vocabulary.indicator(text) !== undefined;
    return this.hasOneIndicator && !isKnown ? given : text;
  }

  private own(
    column: Exclude<ColumnName, 'country' | 'indicator' | 'value'>,
    cells: readonly string[],
  ): string {
    const [index] = this.plan.roles[column] ?? [];
    const text = index === undefined ? '' : (cells[index] ?? '').trim();
    return text === '' ? (this.fixed[column] ?? '') : text;
  }

  /**
   * The value as sent, times the power of ten that stands beside it: what is no mere number is then refused when it is
   * read, never taken without the power. NaN is how SDMX says that there is none.
   */
  private value(row: number, cells: readonly string[], index: number): string {
    const [prefix] = this.plan.roles.prefix ?? [];
    const sign = prefix === undefined ? '' : (cells[prefix] ?? '').trim();
    const text = sign + (cells[index] ?? '').trim();
    if (this.plan.publisher !== undefined && /^nan$/i.test(text)) return '';
    const [multiplier] = this.plan.roles.multiplier ?? [];
    const power =
      multiplier === undefined ? this.scaleOf(cells) : Number.parseInt(cells[multiplier] ?? '', 10);
    if (Number.isNaN(power) || power === 0 || isMissingMarker(foldCell(text).text)) return text;
    const after = `${text}e${String(power)}`;
    const column = this.plan.header.columns[index];
    this.log.add(
      'power_of_ten',
      { row, ...(column === undefined ? {} : { column }), before: text, after },
      { power },
    );
    return after;
  }

  /** The power of ten that the sender says: of all values, or of those whose unit speaks of it. */
  private scaleOf(cells: readonly string[]): number {
    const { roles, header } = this.plan;
    const [unit] = roles.unit ?? [];
    const isMeant = unit === undefined || isScaleUnit(cells[unit] ?? '');
    return isMeant ? Math.round(Math.log10(header.given.scale ?? 1)) : 0;
  }

  private publisher(cells: readonly string[], indicator: string): string {
    const { publisher, publisherColumn, header } = this.plan;
    const dataSet = publisherColumn === undefined ? '' : (cells[publisherColumn] ?? '').trim();
    const name = dataSet === '' ? publisher : dataSet;
    const text =
      name === undefined ? (header.given.fallbackSource ?? '') : [name, indicator].filter(Boolean).join(', ');
    if (text !== '') {
      this.saidOfSource++;
      if (this.lastSource === '') this.lastSource = text;
    }
    return text;
  }

  private placesOf(
    area: number | undefined,
    indicator: number | undefined,
    value: number,
    says: ValueColumn['says'],
  ): readonly (CellPlace | undefined)[] {
    const key = `${String(area)} ${String(indicator)} ${String(value)}`;
    const known = this.places.get(key);
    if (known !== undefined) return known;
    const { columns, row } = this.plan.header;
    const places = COLUMNS.map((name): CellPlace | undefined => {
      const isHeader =
        name === 'year' || name === 'indicator' || name === 'country' ? says[name] !== undefined : false;
      const roles = this.plan.roles[name]?.[0];
      const index =
        isHeader || name === 'value'
          ? value
          : name === 'country'
            ? (area ?? roles)
            : name === 'indicator'
              ? (indicator ?? roles)
              : roles;
      const column = index === undefined ? undefined : columns[index];
      return column === undefined ? undefined : { column, ...(isHeader ? { row } : {}) };
    });
    this.places.set(key, places);
    return places;
  }
}

function notesOf(own: string, flags: readonly FlagMeaning[]): string {
  if (flags.length === 0) return own;
  return [own, ...flags.map(({ note = '' }) => note)].filter((note) => note !== '').join('; ');
}

/** Empty where nothing is said against the figure, so that a mark beside the value itself may say it. */
function statusOf(flags: readonly FlagMeaning[]): string {
  if (flags.length === 0) return '';
  const gravest = gravestStatus(flags.map(({ status }) => status));
  return gravest === undefined || gravest === 'normal' ? '' : gravest;
}
