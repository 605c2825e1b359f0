import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { ObservationPlace } from '../../observations/observation-filter.js';
import { MomentService } from '../../reports/moment.service.js';
import { invalidMoment } from '../../reports/report-moment.js';
import type { ReportSources } from '../../reports/report-sources.js';
import { readingPlace } from '../edge/next-page.js';
import { isYes } from '../edge/query-values.decorator.js';
import type { ObservationsRequest } from './observations.request.js';

/** The data revisions that a question is about; they stay the same from page to page. */
export interface ObservationPins {
  readonly asOfRevision: number;
  readonly changedAfter?: number;
}

const PLACE = ['areaId', 'indicatorId', 'year', 'seriesEditionId', 'revisionFrom'] as const;

/** What of a cursor pins revisions. */
export function cursorOf({ asOfRevision, changedAfter }: ObservationPins): Readonly<Record<string, number>> {
  return { revision: asOfRevision, ...(changedAfter === undefined ? {} : { since: changedAfter }) };
}

/** Finds out which data revisions a question about observations is about. */
@Injectable()
export class ObservationPinsService {
  constructor(private readonly moments: MomentService) {}

  /**
   * @param sources of now, or of the release that is asked for
   * @returns with the place to read on at, when the question has a cursor
   * @throws Problem `invalid_request`
   */
  async of(
    query: ObservationsRequest,
    request: FastifyRequest,
    { board, release }: ReportSources,
  ): Promise<ObservationPins & { readonly place?: ObservationPlace }> {
    const { asOf, cursor, updatedSince } = query;
    for (const [other, isGiven] of [
      ['latest', isYes(query.latest)],
      ['release', release !== undefined],
    ] as const) {
      if (updatedSince !== undefined && isGiven) {
        throw invalidMoment('not_with', '?updatedSince', updatedSince, { other });
      }
    }
    if (cursor !== undefined) return pinsOfCursor(request, cursor, updatedSince !== undefined);
    const newest = board.revision;
    const asOfRevision = asOf === undefined ? newest : await this.moments.revisionOf(asOf, '?asOf', newest);
    if (updatedSince === undefined) return { asOfRevision };
    const changedAfter = await this.moments.revisionOf(updatedSince, '?updatedSince', newest);
    return { asOfRevision, changedAfter };
  }
}

function pinsOfCursor(
  request: FastifyRequest,
  cursor: string,
  isUpdate: boolean,
): ObservationPins & { readonly place: ObservationPlace } {
  if (!isUpdate) {
    const { revision: asOfRevision, ...place } = readingPlace(request, cursor, ['revision', ...PLACE]);
    return { asOfRevision, place };
  }
  const names = ['revision', 'since', ...PLACE] as const;
  const { revision: asOfRevision, since: changedAfter, ...place } = readingPlace(request, cursor, names);
  return { asOfRevision, changedAfter, place };
}
