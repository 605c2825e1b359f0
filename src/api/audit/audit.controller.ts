import { Readable } from 'node:stream';
import { Controller, Get, Query, Req, Res, UseGuards } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiExtraModels,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
  getSchemaPath,
} from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { AuditFilter } from '../../platform/audit/audit-trail.js';
import { AuditTrailService } from '../../platform/audit/audit-trail.service.js';
import { auditLines } from '../../reports/audit-lines.js';
import { auditTable } from '../../reports/audit-table.js';
import { BYTE_ORDER_MARK, csvText } from '../../reports/csv-table.js';
import { OversightGuard } from '../access/administration.guard.js';
import { chooseMedia, MEDIA_TYPES } from '../edge/media.js';
import { momentOf } from '../../reports/report-moment.js';
import { readingPlace, tellNextPage } from '../edge/next-page.js';
import { DEFAULT_LIMIT } from '../edge/page.request.js';
import { ProblemAnswers } from '../edge/problem-answers.decorator.js';
import { isYes } from '../edge/query-values.decorator.js';
import { RouteSays } from '../edge/route-says.decorator.js';
import { AuditRequest } from './audit.request.js';
import { AuditListResponse, auditEntryResponse } from './audit.response.js';

/** The audit trail for those who watch over the installation. That they read it is not written into it. */
@ApiTags('Audit')
@ApiBearerAuth()
@Controller('api/v1')
export class AuditController {
  constructor(private readonly trail: AuditTrailService) {}

  @Get(['audit', 'audit.json', 'audit.csv'])
  @RouteSays({ produces: ['application/json', 'text/csv'] })
  @UseGuards(OversightGuard)
  @ApiOperation({
    summary: 'The audit trail: who did what, when and why',
    description:
      'For administrators and auditors. Entries hold numbers and codes, and no names. The form follows the Accept ' +
      'header; .json or .csv at the end of the path wins. CSV without `limit` and `cursor` has all entries that fit. What is ' +
      'written meanwhile moves none of them: with the oldest first, the cursor of the last page but one goes on working.',
  })
  @ApiExtraModels(AuditListResponse)
  @ApiOkResponse({
    description: 'Entries',
    content: {
      'application/json': { schema: { $ref: getSchemaPath(AuditListResponse) } },
      'text/csv': { schema: { type: 'string' } },
    },
  })
  @ProblemAnswers(400, 401, 403, 406, 503)
  async read(
    @Query() query: AuditRequest,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AuditListResponse | string | Readable> {
    const { limit, cursor, order, bom } = query;
    const path = request.url.split('?')[0] ?? '';
    const media = chooseMedia(path, request.headers.accept, ['json', 'csv']);
    const [filter, isOldestFirst] = [filterOf(query), order === 'oldest'];
    const mark = isYes(bom) ? BYTE_ORDER_MARK : '';
    reply.type(MEDIA_TYPES[media]);
    if (media === 'csv' && limit === undefined && cursor === undefined) {
      return Readable.from(auditLines(this.trail, filter, { isOldestFirst, mark }));
    }
    const after = cursor === undefined ? undefined : readingPlace(request, cursor, ['after']).after;
    const most = limit ?? DEFAULT_LIMIT;
    const found = await this.trail.page(filter, { after, limit: most + 1, isOldestFirst });
    const entries = found.slice(0, most);
    const last = found.length > most ? entries.at(-1) : undefined;
    const next = tellNextPage(request, reply, last && { after: last.number });
    return media === 'csv'
      ? `${mark}${csvText(auditTable(entries))}`
      : { items: entries.map(auditEntryResponse), next };
  }
}

function filterOf({ subject, action, contributor, from, to, requestId }: AuditRequest): AuditFilter {
  return {
    subject,
    action,
    contributorId: contributor,
    from: from === undefined ? undefined : momentOf(from, '?from'),
    to: to === undefined ? undefined : momentOf(to, '?to'),
    requestId,
  };
}
