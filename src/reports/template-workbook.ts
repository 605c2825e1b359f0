import type { DataValidation, Workbook, Worksheet } from 'exceljs';
import { CONFIDENCES } from '../catalogue/confidence.js';
import { translate } from '../language/translate.js';
import { direction } from '../language/language.js';
import { COLUMNS, columnLetter, type ColumnName } from '../submissions/checking/columns.js';
import { FIGURE_STATUSES } from '../submissions/checking/figure-status.js';
import type { Coverage } from './coverage.js';
import { templateCells } from './template-cells.js';
import { untimedZip } from './untimed-zip.js';
import { templateHeader, type TemplateLanguage } from './template-columns.js';

/** Empty lines below the filled ones that have drop-downs too. */
const SPARE_LINES = 200;
/** Header and example. */
const LINES_ABOVE = 2;
const LIGHT = 'FFF1F4F8';
const MUTED = 'FF5B6573';
/** The same template gives the same file. */
const MADE = new Date(Date.UTC(2026, 0, 1));

/**
 * A template as an Excel workbook (.xlsx): the sheet to fill with drop-downs for indicators, statuses, the levels of
 * assessments and how sure they are, a sheet of help, and a sheet of the codes that the drop-downs offer. Texts are cells of text, never
 * formulas.
 */
export async function templateWorkbook(template: Coverage, language: TemplateLanguage): Promise<Buffer> {
  const { default: excel } = await import('exceljs'); // large, and seldom asked for
  const workbook = new excel.Workbook();
  workbook.created = workbook.modified = MADE;
  addFigures(workbook, template, language);
  addHelp(workbook, template, language);
  addLists(workbook, template, language);
  return untimedZip(Buffer.from(await workbook.xlsx.writeBuffer()));
}

function addFigures(workbook: Workbook, template: Coverage, language: TemplateLanguage): void {
  const sheet = workbook.addWorksheet(sheetName('figures', language), {
    views: [{ state: 'frozen', ySplit: 1, rightToLeft: direction(language) === 'rtl' }],
  });
  for (const cells of templateCells(template, language)) sheet.addRow([...cells]);
  sheet.columns.forEach((column, index) => {
    column.width = index < COLUMNS.length ? 18 : 24;
    if (index >= COLUMNS.length) column.font = { color: { argb: MUTED } };
  });
  sheet.getRow(1).font = { bold: true };
  sheet.getRow(1).fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: LIGHT } };
  sheet.getRow(LINES_ABOVE).font = { italic: true, color: { argb: MUTED } };
  addDropDowns(sheet, template, language);
}

function addDropDowns(sheet: Worksheet, template: Coverage, language: TemplateLanguage): void {
  const { lines, ladder, firstYear, asOfYear } = template;
  const first = LINES_ABOVE + 1;
  const last = LINES_ABOVE + lines.length + SPARE_LINES;
  const wholeColumn = (column: ColumnName): string => {
    const letter = columnLetter(COLUMNS.indexOf(column));
    return `${letter}${String(first)}:${letter}${String(last)}`;
  };
  const lists = `'${sheetName('lists', language).replaceAll("'", "''")}'`;
  const codes = `${lists}!$A$2:$A$${String(lines.length + 1)}`;
  if (lines.length > 0) restrict(sheet, wholeColumn('indicator'), listOf(codes, language));
  restrict(sheet, wholeColumn('status'), listOf(`"${FIGURE_STATUSES.join(',')}"`, language));
  restrict(sheet, wholeColumn('confidence'), listOf(`"${CONFIDENCES.join(',')}"`, language));
  restrict(sheet, wholeColumn('year'), {
    type: 'whole',
    operator: 'between',
    formulae: [firstYear, asOfYear],
    ...refusal(translate(language, 'template.invalid.year', { first: firstYear, last: asOfYear }), language),
  });
  const levels = listOf(`"${ladder.map(({ level }) => level).join(',')}"`, language);
  const valueLetter = columnLetter(COLUMNS.indexOf('value'));
  for (const [index, { indicator }] of lines.entries()) {
    if (indicator.goalposts.kind !== 'rubric' || ladder.length === 0) continue;
    restrict(sheet, `${valueLetter}${String(first + index)}`, levels);
  }
}

function listOf(formula: string, language: TemplateLanguage): DataValidation {
  const words = refusal(translate(language, 'template.invalid.list'), language);
  return { type: 'list', formulae: [formula], ...words };
}

function refusal(
  error: string,
  language: TemplateLanguage,
): Pick<DataValidation, 'allowBlank' | 'showErrorMessage' | 'errorTitle' | 'error'> {
  const errorTitle = translate(language, 'template.invalid.title');
  return { allowBlank: true, showErrorMessage: true, errorTitle, error };
}

/** The library knows the cells of a range, its type description does not. */
interface WithRanges {
  readonly dataValidations: { add(range: string, validation: DataValidation): void };
}

function restrict(sheet: Worksheet, range: string, validation: DataValidation): void {
  (sheet as unknown as WithRanges).dataValidations.add(range, validation);
}

function addHelp(workbook: Workbook, template: Coverage, language: TemplateLanguage): void {
  const sheet = addSheet(workbook, 'help', language);
  const { area, issue, ladder } = template;
  const about = { area: area.name, issue: issue?.name ?? '', whole: issue === undefined ? 'yes' : 'no' };
  sheet.addRow([translate(language, 'template.help.title', about)]).font = { bold: true, size: 14 };
  for (const part of ['fill', 'example', 'known', 'rows', 'send', 'public'] as const) {
    sheet.addRow([translate(language, `template.help.${part}`)]);
  }
  sheet.addRow([]);
  sheet.addRow([
    translate(language, 'template.help.column'),
    translate(language, 'template.help.meaning'),
  ]).font = { bold: true };
  for (const column of COLUMNS) {
    sheet.addRow([templateHeader(column, language), translate(language, `template.column.${column}`)]);
  }
  if (ladder.length === 0) return;
  sheet.addRow([]);
  sheet.addRow([translate(language, 'template.help.ladder')]).font = { bold: true };
  for (const { level, name, means } of ladder) sheet.addRow([`${String(level)} ${name}`, means]);
}

/** What the drop-down of indicators offers, in words. */
function addLists(workbook: Workbook, { lines }: Coverage, language: TemplateLanguage): void {
  const sheet = addSheet(workbook, 'lists', language);
  const words = ['known.name', 'known.unit', 'lists.definition'] as const;
  const heads = words.map((word) => translate(language, `template.${word}`));
  sheet.addRow(['code', ...heads]).font = { bold: true };
  for (const { indicator } of lines) {
    sheet.addRow([indicator.code, indicator.name, indicator.unit, indicator.definition]);
  }
}

function addSheet(workbook: Workbook, name: 'help' | 'lists', language: TemplateLanguage): Worksheet {
  const sheet = workbook.addWorksheet(sheetName(name, language), {
    views: [{ rightToLeft: direction(language) === 'rtl' }],
  });
  sheet.getColumn(1).width = 30;
  sheet.getColumn(2).width = 90;
  return sheet;
}

function sheetName(name: 'figures' | 'help' | 'lists', language: TemplateLanguage): string {
  return translate(language, `template.sheet.${name}`);
}
