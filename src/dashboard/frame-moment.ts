import type { ReportMoment } from '../reports/report-moment.js';
import type { Frame } from './layout.js';

/** The state a page is of, for addresses that are to stay with it. */
export function frameMoment({ moment }: Pick<Frame, 'moment'>): ReportMoment {
  if (moment?.release !== undefined) return { release: moment.release.id };
  return moment?.asOf === undefined ? {} : { asOf: String(moment.asOf.revision) };
}
