import { PLAIN_AREAS, type AreaFormat } from './area-format.js';
import type { AreaReader } from './area-reader.js';
import { AreaSurvey } from './area-survey.js';
import {
  decideFormat,
  NumberSurvey,
  POINT_FORMAT,
  type FormatHints,
  type NumberFormat,
  type ValueLimits,
} from './number-format.js';
import type { Question } from './question.js';
import type { Repair } from './repair.js';
import { PLAIN_YEARS, YearSurvey, type YearFormat } from './year-format.js';

/** How a table writes its numbers, its years and its areas. */
export interface CellFormats {
  readonly numbers: NumberFormat;
  readonly years: YearFormat;
  readonly areas: AreaFormat;
}

export const PLAIN_FORMATS: CellFormats = { numbers: POINT_FORMAT, years: PLAIN_YEARS, areas: PLAIN_AREAS };

export interface FormatsDecision {
  readonly formats: CellFormats;
  /** Whether any number has a sign that tells which one is the decimal sign, or its sender told it. */
  readonly hasSigns: boolean;
  readonly repairs: readonly Repair[];
  /** What the cells themselves cannot tell. */
  readonly questions: readonly Question[];
}

/** Looks at all figures of a table, one by one, before the first of them is read. Memory does not grow with the table. */
export class CellSurvey {
  private readonly numbers = new NumberSurvey();
  private readonly years = new YearSurvey();
  private readonly areas = new AreaSurvey();

  /** @param limits of the indicator of the row */
  see(area: string, year: string, value: string, row: number, limits: ValueLimits | undefined): void {
    this.areas.see(area);
    this.years.see(year);
    this.numbers.see(value, row, limits);
  }

  decide(reader: AreaReader, hints: FormatHints): FormatsDecision {
    const { format, repair, question } = decideFormat(this.numbers, hints);
    const { point, comma } = this.numbers;
    const signs = [point, comma].map(({ decimal, thousands, open }) => decimal + thousands + open);
    return {
      hasSigns: hints.answer !== undefined || signs.some((count) => count > 0),
      formats: {
        numbers: { ...format, ...textPointOf(hints) },
        years: this.years.decide(),
        areas: this.areas.decide(reader),
      },
      repairs: repair === undefined ? [] : [repair],
      questions: question === undefined ? [] : [question],
    };
  }
}

/** Numbers of a workbook have a point for the decimals; of texts in it only their sender knows. */
function textPointOf({ pointIsDecimal, answer }: FormatHints): Pick<NumberFormat, 'textPoint'> {
  if (pointIsDecimal !== true) return {};
  return { textPoint: answer === undefined ? 'open' : answer === '.' ? 'decimal' : 'thousands' };
}
