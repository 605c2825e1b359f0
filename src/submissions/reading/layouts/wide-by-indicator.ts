import type { RowVocabulary } from '../../checking/row-vocabulary.js';
import type { HeaderRow, LayoutName, Plan, ValueColumn } from './layout.js';
import { planOf, type SortedHeader } from './plan.js';

/** A row for each area and year, and a column for each indicator, named by its code or title. */
export function wideByIndicator(sorted: SortedHeader): Plan | undefined {
  const { roles } = sorted;
  if (roles.country === undefined || roles.indicator !== undefined) return undefined;
  return indicatorPlan('wide_by_indicator', sorted, roles);
}

/** @param publisher said to be the source of files of this layout */
export function indicatorPlan(
  name: LayoutName,
  sorted: SortedHeader,
  roles: Plan['roles'],
  publisher?: string,
): Plan | undefined {
  const { sheet, unknown } = sorted;
  if (roles.year === undefined || roles.value !== undefined) return undefined;
  const area = new Set(roles.country);
  const others = unknown.filter((index) => !area.has(index));
  const known = others.flatMap((index) => valueColumn(sheet, index));
  const numbers = others.filter((index) => isOfNumbers(sheet, index));
  if (known.length === 0 && numbers.length === 0) return undefined;
  const given = sheet.given.constants?.indicator ?? '';
  const [only, ...more] = numbers;
  const single = only !== undefined && more.length === 0 && given !== '' ? [{ index: only, says: {} }] : [];
  const code = sheet.vocabulary.indicator(given)?.code;
  const meant = known.filter(
    ({ says }) => given === '' || sheet.vocabulary.indicator(says.indicator ?? '')?.code === code,
  );
  const values = known.length > 0 ? meant : single;
  return planOf(name, sorted, { values, roles, ...(publisher === undefined ? {} : { publisher }) });
}

function valueColumn({ headers, vocabulary }: HeaderRow, index: number): ValueColumn[] {
  const header = (headers[index] ?? '').trim();
  const indicator = indicatorOfHeader(header, vocabulary);
  return indicator === undefined ? [] : [{ index, says: { indicator } }];
}

/** The name by which a header's indicator is known: itself, a code in brackets, or a code in another spelling. */
function indicatorOfHeader(header: string, vocabulary: RowVocabulary): string | undefined {
  const bracketed = /[[(]([\w.]+)[\])]$/.exec(header)?.[1];
  const names = [header, bracketed, header.replaceAll('_', '.')];
  return names.find((name) => name !== undefined && name !== '' && vocabulary.indicator(name) !== undefined);
}

const DIGIT = /\p{Nd}/u;

/** Whether most of the first cells of a column hold digits. */
export function isOfNumbers({ sample }: HeaderRow, index: number): boolean {
  const cells = sample.map((row) => (row.cells[index] ?? '').trim()).filter((cell) => cell !== '');
  return (
    cells.length > 0 && cells.filter((cell) => DIGIT.test(cell) && cell.length < 40).length * 2 > cells.length
  );
}
