import type { CellFormat } from './cell-formats.js';

const DAY = 86_400_000;
/** 9999-12-31. */
const LAST_DAY = 2_958_465;

/**
 * The number of a cell as text: with all its digits, as a percentage where it is shown as one (`12.5%`), as an ISO date
 * where it is shown as a date.
 * @param raw as it stands in the sheet, e.g. `0.10000000000000001`
 */
export function numberText(raw: string, format: CellFormat, is1904: boolean): string {
  const value = Number(raw);
  if (raw.trim() === '' || !Number.isFinite(value)) return raw.trim();
  if (format === 'percent') return `${hundredfold(value)}%`;
  if (format === 'date') return dateText(value, is1904) ?? String(value);
  return String(value);
}

/** A hundred times a number without an error of rounding: the point moves. */
function hundredfold(value: number): string {
  const [digits = '0', exponent = '0'] = String(value).split('e');
  return String(Number(`${digits}e${String(Number(exponent) + 2)}`));
}

function dateText(serial: number, is1904: boolean): string | undefined {
  if (serial < 1 || serial > LAST_DAY) return undefined;
  // Day 60 of 1900 is a leap day that never was; days before it count from one later.
  const epoch = is1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, serial < 60 ? 31 : 30);
  const iso = new Date(epoch + Math.round(serial * DAY)).toISOString();
  return iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : iso.slice(0, 19);
}
