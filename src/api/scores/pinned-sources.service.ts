import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Problem } from '../../platform/problem.js';
import { MomentService } from '../../reports/moment.service.js';
import type { ReportMoment } from '../../reports/report-moment.js';
import type { ReportSources } from '../../reports/report-sources.js';
import { PastBoardsService } from '../../scoring/explanation/past-boards.service.js';
import { readingPlace } from '../edge/next-page.js';

/** What a page of scores is made from, and where it begins. */
export interface PinnedSources {
  readonly sources: ReportSources;
  readonly offset: number;
}

/** Pages after the first are of the data revision that the first one was of, whatever was accepted meanwhile. */
@Injectable()
export class PinnedSourcesService {
  constructor(
    private readonly moments: MomentService,
    private readonly pastBoards: PastBoardsService,
  ) {}

  /** @throws Problem `invalid_request` for a cursor of another question, or of another catalogue */
  async of(
    query: ReportMoment & { readonly cursor?: string },
    request: FastifyRequest,
  ): Promise<PinnedSources> {
    const { cursor } = query;
    const asked = await this.moments.at(query);
    if (cursor === undefined) return { sources: asked, offset: 0 };
    const { revision, catalogue, offset } = readingPlace(request, cursor, [
      'revision',
      'catalogue',
      'offset',
    ]);
    const { intervals: _intervals, ...sources } = asked;
    if (catalogue !== sources.lookUp.version || revision > sources.board.revision) {
      throw new Problem('invalid_request', 400, {}, [{ code: 'cursor_outdated', pointer: '?cursor' }]);
    }
    if (revision === sources.board.revision) return { sources: asked, offset };
    const { board } = await this.pastBoards.at(revision, sources.seriesEditions, new Date());
    return { sources: { ...sources, board }, offset };
  }
}

/** What the cursor of the page that begins there is made of; nothing when that is the end. */
export function placeAfter(
  end: number,
  total: number,
  { board, lookUp }: ReportSources,
): Readonly<Record<string, number>> | undefined {
  return end < total ? { revision: board.revision, catalogue: lookUp.version, offset: end } : undefined;
}
