import { Controller, Param, Query, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { MomentService } from '../../reports/moment.service.js';
import type { NamedDifference } from '../../reports/releases/release-diff.js';
import { ReleaseDiffService } from '../../reports/releases/release-diff.service.js';
import { releaseDiffTable } from '../../reports/releases/release-diff-table.js';
import { requireKnownCodes } from '../edge/known-code.js';
import { readingPlace, tellNextPage } from '../edge/next-page.js';
import { DEFAULT_LIMIT } from '../edge/page.request.js';
import { isYes } from '../edge/query-values.decorator.js';
import type { Representation } from '../edge/representation.js';
import { Resource } from '../edge/resource.decorator.js';
import { writtenTable } from '../edge/written-list.js';
import { ReleaseDiffRequest, ReleasePairRequest } from './release-diff.request.js';
import {
  addedStatementResponse,
  diffCountsResponse,
  diffedReleaseResponse,
  ReleaseDiffResponse,
  scoreDifferenceResponse,
  settingDifferenceResponse,
} from './release-diff.response.js';

@ApiTags('Releases')
@Controller('api/v1')
export class ReleaseDiffController {
  constructor(
    private readonly diffs: ReleaseDiffService,
    private readonly moments: MomentService,
  ) {}

  @Resource({
    path: 'releases/:a/diff/:b',
    summary: 'Every published score that differs between two releases, and why',
    description:
      'The change of each score is split into new data, corrected data, coverage, method and catalogue; the effects sum ' +
      'to it. JSON comes in pages. CSV without `limit` and `cursor` is whole. The first question about two releases may ' +
      'take some seconds.',
    answer: ReleaseDiffResponse,
    frozen: true,
    problems: [404, 410],
  })
  async diff(
    @Param() { a, b }: ReleasePairRequest,
    @Query() query: ReleaseDiffRequest,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Representation> {
    const { from, to, counts, settings, statements, changes } = await this.diffs.diff(a, b);
    const asked = await this.asked(changes, query, [a, b]);
    const offset = query.cursor === undefined ? 0 : readingPlace(request, query.cursor, ['offset']).offset;
    const page = (limit: number): { items: readonly NamedDifference[]; next: string | null } => {
      const end = offset + limit;
      const next = tellNextPage(request, reply, end < asked.length ? { offset: end } : undefined);
      return { items: asked.slice(offset, end), next };
    };
    const isWhole = query.limit === undefined && query.cursor === undefined;
    return {
      json: () => {
        const { items, next } = page(query.limit ?? DEFAULT_LIMIT);
        return {
          from: diffedReleaseResponse(from),
          to: diffedReleaseResponse(to),
          counts: diffCountsResponse(counts),
          settings: settings.map(settingDifferenceResponse),
          statements: statements.map(addedStatementResponse),
          total: isYes(query.count) ? asked.length : null,
          items: items.map(scoreDifferenceResponse),
          next,
        };
      },
      csv: () =>
        writtenTable(
          releaseDiffTable(page(isWhole ? asked.length : (query.limit ?? DEFAULT_LIMIT)).items),
          query,
        ),
    };
  }

  /** @throws Problem `invalid_request` naming areas and groups that neither release knows */
  private async asked(
    changes: readonly NamedDifference[],
    { area, by }: ReleaseDiffRequest,
    releases: readonly string[],
  ): Promise<readonly NamedDifference[]> {
    const ofKind = by === undefined ? changes : changes.filter(({ kind }) => kind === by);
    if (area === undefined) return ofKind;
    const catalogues = await Promise.all(
      releases.map(async (release) => (await this.moments.at({ release })).lookUp.catalogue),
    );
    const groups = catalogues.flatMap((catalogue) => catalogue.groups);
    const areas = catalogues.flatMap((catalogue) => catalogue.areas.filter(({ scored }) => scored));
    requireKnownCodes('area', area, [...new Set([...areas, ...groups].map(({ code }) => code))]);
    const members = groups.filter(({ code }) => area.includes(code)).flatMap((group) => group.members);
    const wanted = new Set([...area, ...members]);
    return ofKind.filter((difference) => wanted.has(difference.area));
  }
}
