import type { SeedFields } from './seed-fields.js';

/** The day in the column `date`, year-month-day. */
export function checkDate(row: SeedFields): string {
  const date = row.text('date');
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(date) && !Number.isNaN(Date.parse(date));
  if (date !== '' && !isDay)
    row.fault('date', `"${date}" is not a day.`, 'Write year-month-day, e.g. 2026-03-31.');
  return date;
}
