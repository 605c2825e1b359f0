import type { Indicator } from '../../catalogue/catalogue.js';
import { checkText } from './check-cell.js';
import { checkRow, type RowRules } from './check-row.js';
import { checkValue } from './check-value.js';
import type { LongRow } from '../reading/layouts/layout.js';
import { RepairLog } from '../reading/repair.js';
import { ownCopy } from './row-vocabulary.js';
import type { GoodRow } from './staged-row.js';

/** Different words of a column that are remembered. */
const MOST_REMEMBERED = 5_000;
const LONGEST_REMEMBERED = 200;
/** What is read as it stands, to the double nearest to it. Below zero may be a code for a missing figure. */
const PLAIN_NUMBER = /^\d{1,15}(?:\.\d{1,15})?$/;

/**
 * The fast way to judge the common row: nothing in it is to be repaired or refused. Files say the same words again and
 * again, so what is found of them is found once: of areas, sources and editions each, and of an indicator and a year
 * together, by `checkRow` itself.
 */
export class PlainRows {
  private readonly areas = new Map<string, string | undefined>();
  private readonly sources = new Map<string, string | undefined>();
  private readonly editions = new Map<string, string | undefined>();
  /** Years by the indicator they stand beside. */
  private readonly years = new Map<string, Map<string, number | undefined>>();

  constructor(private readonly rules: RowRules) {}

  /** What `checkRow` finds, or `undefined` when the row needs it. */
  read(long: LongRow): GoodRow | undefined {
    const [country = '', code = '', yearCell = '', number = ''] = long.cells;
    const texts = this.textsOf(long);
    const indicator = this.rules.vocabulary.indicator(code);
    const value = indicator && this.valueOf(number, indicator);
    const area = remember(this.areas, country, () => this.areaOf(country));
    if (texts === undefined || indicator === undefined || value === undefined) return undefined;
    const year = area === undefined ? undefined : this.yearOf(long, code, yearCell);
    if (area === undefined || year === undefined) return undefined;
    const { source, edition, note } = texts;
    const plain: GoodRow = {
      row: long.row,
      area,
      indicator: indicator.code,
      year,
      value,
      status: 'normal',
      source,
      edition: edition === '' ? source : edition,
    };
    return note === '' ? plain : { ...plain, note };
  }

  private textsOf({ cells }: LongRow): Texts | undefined {
    const [, , , , sourceCell = '', note = '', editionCell = '', status, evidence] = cells;
    if (status !== '' || evidence !== '' || !isPlainNote(note)) return undefined;
    const source = remember(this.sources, sourceCell, () => plainText(sourceCell, 'source'));
    const edition = remember(this.editions, editionCell, () => plainText(editionCell, 'edition'));
    return source === undefined || edition === undefined ? undefined : { source, edition, note };
  }

  private valueOf(number: string, indicator: Indicator): number | undefined {
    const { vocabulary, formats } = this.rules;
    const isPlain = formats.numbers.point === 'decimal' && PLAIN_NUMBER.test(number);
    if (!isPlain || vocabulary.scaleTrap(indicator.code) !== undefined) return undefined;
    const value = checkValue(Number(number), indicator, { ladderLevels: vocabulary.ladderLevels });
    return typeof value === 'number' ? value : undefined;
  }

  private areaOf(cell: string): string | undefined {
    const reading = this.rules.readArea(cell);
    const { ownAreas } = this.rules.vocabulary;
    const isPlain = 'value' in reading && reading.repairs.length === 0;
    return isPlain && ownAreas?.has(reading.value) !== false ? reading.value : undefined;
  }

  /** Of a row in which all else is plain. */
  private yearOf(row: LongRow, code: string, cell: string): number | undefined {
    let years = this.years.get(code);
    if (years === undefined) {
      if (this.years.size >= MOST_REMEMBERED) return undefined;
      this.years.set(ownCopy(code), (years = new Map<string, number | undefined>()));
    }
    return remember(years, cell, () => this.yearIn(row));
  }

  private yearIn(row: LongRow): number | undefined {
    const repairs = new RepairLog();
    const verdict = checkRow(row, { ...this.rules, repairs });
    return 'good' in verdict && repairs.repairs.length === 0 ? verdict.good.year : undefined;
  }
}

interface Texts {
  readonly source: string;
  readonly edition: string;
  readonly note: string;
}

/** The remembered answer to a word; `undefined` also for words beyond those that are remembered. */
function remember<Answer>(
  answers: Map<string, Answer | undefined>,
  word: string,
  ask: () => Answer | undefined,
): Answer | undefined {
  const known = answers.get(word);
  if (known !== undefined || answers.has(word)) return known;
  if (answers.size >= MOST_REMEMBERED || word.length > LONGEST_REMEMBERED) return undefined;
  const answer = ask();
  answers.set(ownCopy(word), typeof answer === 'string' ? (ownCopy(answer) as Answer & string) : answer);
  return answer;
}

function isPlainNote(cell: string): boolean {
  return cell === '' || (!cell.startsWith("'") && typeof checkText(cell, 'note') === 'string');
}

function plainText(cell: string, column: 'source' | 'edition'): string | undefined {
  const text = cell.startsWith("'") ? undefined : checkText(cell, column);
  return typeof text === 'string' ? text : undefined;
}
