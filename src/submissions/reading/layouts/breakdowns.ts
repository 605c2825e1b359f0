import type { RowVocabulary } from '../../checking/row-vocabulary.js';
import { foldWord } from '../header-words.js';
import { codeOf } from './area-columns.js';
import type { Breakdown, LayoutProblemCode, Plan } from './layout.js';
import { isScaleUnit } from './scale-words.js';
import { isAbout, meansWhole } from './total-words.js';

const ANNUAL = new Set([
  'a',
  'annual',
  'annually',
  'yearly',
  'p1y',
  'annuel',
  'annuelle',
  'anual',
  'годовая',
  'سنوي',
  '年',
  '年度',
  '',
]);
const MOST_PARTS = 50;
const MOST_INDICATORS = 5_000;

/** What becomes of a row because of one of its breakdown columns. */
export type Part = 'read' | 'passed_over' | { readonly refused: LayoutProblemCode; readonly parts: string };

/**
 * Learns from all rows of a file which parts its figures are divided into, for each indicator, and then tells the rows
 * of the whole from those of a part.
 */
export class BreakdownCensus {
  /** By indicator, for each breakdown column the different cells seen. */
  private readonly seen = new Map<string, Set<string>[]>();
  /** Nobody says whether a unit of thousands means that values are to be multiplied. */
  private readonly isScaleOpen: boolean;
  /** Counted once all rows were seen. */
  private readonly facts = new Map<string, readonly PartFacts[]>();
  private readonly picks: readonly (string | undefined)[];

  constructor(
    private readonly columns: readonly Breakdown[],
    plan: Plan,
    private readonly vocabulary: RowVocabulary,
  ) {
    const { given, headers } = plan.header;
    this.isScaleOpen = given.scale === undefined && plan.roles.multiplier === undefined;
    const picks = Object.entries(given.picks ?? {}).map(([header, part]) => [
      foldWord(header),
      foldWord(part),
    ]);
    this.picks = columns.map(
      ({ index }) => picks.find(([header]) => header === foldWord(headers[index] ?? ''))?.[1],
    );
  }

  see(cells: readonly string[], indicator: string): void {
    let parts = this.seen.get(indicator);
    if (parts === undefined) {
      if (this.seen.size === MOST_INDICATORS) return;
      parts = this.columns.map(() => new Set<string>());
      this.seen.set(indicator, parts);
    }
    for (const [at, { index }] of this.columns.entries()) {
      const part = parts[at];
      const cell = cells[index] ?? '';
      // Whole ones are kept even when the parts are too many to be told.
      if (part !== undefined && (part.size < MOST_PARTS || meansWhole(codeOf(cell)))) part.add(cell.trim());
    }
  }

  /** Whether the parts in a column are told from their whole, for any indicator. */
  tells(index: number): boolean {
    const at = this.columns.findIndex((column) => column.index === index);
    return [...this.seen.keys()].some((indicator) => this.partsOf(at, indicator).saysWhole);
  }

  /** Whether the sender said which part of this column is meant. */
  isPicked(at: number): boolean {
    return this.picks[at] !== undefined;
  }

  /** Judges one breakdown cell of a row, after all rows were seen. */
  judge(at: number, cell: string, indicator: string): Part {
    const text = codeOf(cell.trim());
    const pick = this.picks[at];
    if (pick !== undefined) return readIf(foldWord(text) === pick);
    const parts = this.partsOf(at, indicator);
    switch (this.columns[at]?.kind) {
      case 'frequency':
        if (isAnnual(text)) return 'read';
        return parts.hasAnnual ? 'passed_over' : { refused: 'not_annual', parts: parts.told };
      case 'unit':
        if (this.isScaleOpen && isScaleUnit(text)) return { refused: 'scale_unclear', parts: parts.told };
        return parts.units > 1 ? { refused: 'several_units', parts: parts.told } : 'read';
      case 'dimension':
        return readIf(meansWhole(text) || !parts.saysWhole);
      default:
        if (meansWhole(text)) return 'read';
        if (parts.hasWhole) return 'passed_over';
        if (parts.isAboutPart) return readIf(isAbout(this.nameOf(indicator), text));
        return { refused: 'breakdown_without_total', parts: parts.told };
    }
  }

  private partsOf(at: number, indicator: string): PartFacts {
    const known = this.facts.get(indicator)?.[at];
    if (known !== undefined) return known;
    const seen = this.seen.get(indicator) ?? [];
    const facts = this.columns.map((_, column) =>
      partFacts([...(seen[column] ?? [])].map(codeOf), this.nameOf(indicator)),
    );
    this.facts.set(indicator, facts);
    return facts[at] ?? partFacts([], indicator);
  }

  private nameOf(indicator: string): string {
    return this.vocabulary.indicator(indicator)?.name ?? indicator;
  }
}

/** What the different cells of one column say of one indicator. */
interface PartFacts {
  readonly hasWhole: boolean;
  /** Says it in a word; an empty cell does not. */
  readonly saysWhole: boolean;
  readonly isAboutPart: boolean;
  readonly hasAnnual: boolean;
  readonly units: number;
  /** The first few, as one text. */
  readonly told: string;
}

function partFacts(parts: readonly string[], indicatorName: string): PartFacts {
  return {
    hasWhole: parts.some(meansWhole),
    saysWhole: parts.some((part) => part !== '' && meansWhole(part)),
    isAboutPart: parts.some((part) => isAbout(indicatorName, part)),
    hasAnnual: parts.some(isAnnual),
    units: new Set(parts.map(unitKey)).size,
    told: parts.slice(0, 5).join(', '),
  };
}

function readIf(isMeant: boolean): Part {
  return isMeant ? 'read' : 'passed_over';
}

/** Once a year, or once in several years: `A`, and `A3` as SDMX has it. */
function isAnnual(frequency: string): boolean {
  return ANNUAL.has(foldWord(frequency)) || /^A\d{1,2}$/.test(frequency);
}

/** Units that differ only in their spelling have one key. */
function unitKey(unit: string): string {
  return /%|percent|pct|pourcent|porcent|процент|النسبة|百分/iu.test(unit) ? '%' : foldWord(unit);
}

const MOST_KEYS = 200_000;
/** Share of figures that stand there again with another value; typing errors are fewer. */
const MANY = 0.2;

/** Finds columns that divide figures into parts although their header is not known as such. */
export class RepeatCensus {
  private readonly first = new Map<string, { readonly value: string; readonly unread: readonly string[] }>();
  private readonly differing: number[];
  private repeats = 0;

  constructor(private readonly unread: readonly number[]) {
    this.differing = unread.map(() => 0);
  }

  see(key: string, value: string, cells: readonly string[]): void {
    const before = this.first.get(key);
    if (before === undefined) {
      if (this.first.size === MOST_KEYS) return;
      this.first.set(key, { value, unread: this.unread.slice(0, 40).map((index) => cells[index] ?? '') });
    } else if (before.value !== value) {
      this.repeats++;
      for (const [at, cell] of before.unread.entries()) {
        if (cell !== (cells[this.unread[at] ?? -1] ?? '')) this.differing[at] = (this.differing[at] ?? 0) + 1;
      }
    }
  }

  /** Indexes of the columns that tell repeated figures apart; none when few are repeated. */
  get dividing(): readonly number[] {
    if (this.repeats < 2 || this.repeats < this.first.size * MANY) return [];
    return this.unread.filter((_, at) => (this.differing[at] ?? 0) >= this.repeats * 0.9);
  }
}
