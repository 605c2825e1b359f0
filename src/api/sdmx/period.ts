import { notSdmx } from './parameters.js';

/** First and last day, as in 2020-01-01. */
export type Days = readonly [first: string, last: string];

const PERIOD = /^(\d{4})(?:-A1|-(\d\d)(?:-(\d\d))?)?$/;

/**
 * The days of a period: a year, a month or a day. Source: SDMX 3.0, common:ObservationalTimePeriodType.
 * @throws Problem `invalid_request` for what is none of these
 */
export function daysOf(period: string, pointer: string): Days {
  const [, year, month, day] = PERIOD.exec(period) ?? [];
  if (year === undefined) throw notSdmx(pointer, period, '2015, 2015-06, 2015-06-30');
  if (month === undefined) return [`${year}-01-01`, `${year}-12-31`];
  const first = `${year}-${month}-${day ?? '01'}`;
  const at = new Date(`${first}T00:00:00Z`);
  if (Number.isNaN(at.getTime()) || !at.toISOString().startsWith(first)) {
    throw notSdmx(pointer, period, '2015, 2015-06, 2015-06-30');
  }
  if (day !== undefined) return [first, first];
  return [first, new Date(Date.UTC(Number(year), Number(month), 0)).toISOString().slice(0, 10)];
}
