import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { ObservationPlace } from '../../observations/observation-filter.js';
import { ObservationRepository } from '../../observations/observation.repository.js';
import { Problem, type ProblemPart } from '../../platform/problem.js';
import { momentOf } from '../edge/moment.js';
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
  constructor(private readonly observations: ObservationRepository) {}

  /**
   * @param newest data revision
   * @returns with the place to read on at, when the question has a cursor
   * @throws Problem `invalid_request`
   */
  async of(
    query: ObservationsRequest,
    request: FastifyRequest,
    newest: number,
  ): Promise<ObservationPins & { readonly place?: ObservationPlace }> {
    const { asOf, cursor, release, updatedSince } = query;
    if (release !== undefined) throw noReleases(release);
    if (updatedSince !== undefined && isYes(query.latest)) {
      throw invalid({ code: 'not_with', pointer: '?updatedSince', params: { other: 'latest' } });
    }
    if (cursor !== undefined) return pinsOfCursor(request, cursor, updatedSince !== undefined);
    const asOfRevision = asOf === undefined ? newest : await this.revisionOf(asOf, '?asOf', newest);
    if (updatedSince === undefined) return { asOfRevision };
    const changedAfter = await this.revisionOf(updatedSince, '?updatedSince', newest);
    return { asOfRevision, changedAfter };
  }

  private async revisionOf(text: string, pointer: string, newest: number): Promise<number> {
    if (!/^\d+$/.test(text)) return this.observations.revisionAt(momentOf(text, pointer));
    if (Number(text) <= newest) return Number(text);
    throw invalid({ code: 'revision_to_come', pointer, value: text, params: { revision: newest } });
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

/** Releases are still to come. */
export function noReleases(release: string): Problem {
  return invalid({ code: 'no_releases', pointer: '?release', value: release });
}

function invalid(part: ProblemPart): Problem {
  return new Problem('invalid_request', 400, {}, [part]);
}
