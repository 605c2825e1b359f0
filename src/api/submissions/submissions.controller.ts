import { Controller, Get, Param, Post, Query, Req, Res, UseGuards } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiBearerAuth,
  ApiBody,
  ApiConsumes,
  ApiCreatedResponse,
  ApiExtraModels,
  ApiOkResponse,
  ApiOperation,
  ApiSecurity,
  ApiResponse,
  ApiTags,
  getSchemaPath,
} from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../../access/actor.js';
import { ReceiptService } from '../../submissions/receipt.service.js';
import { ReceiveLaterService } from '../../submissions/receiving/receive-later.service.js';
import { SpoolService } from '../../submissions/receiving/spool.service.js';
import { checkedFile, wantsFile } from './checked-file.js';
import { CurrentActor, KeyGuard, OptionalKeyGuard } from '../edge/key.guard.js';
import { FILE_MEDIA_TYPES } from '../edge/media.js';
import { Idempotent } from '../edge/idempotent.decorator.js';
import { submissionTag } from '../edge/if-match.decorator.js';
import { LanguageRequest } from '../edge/read.request.js';
import { DEFAULT_LIMIT } from '../edge/page.request.js';
import { ProblemAnswers } from '../edge/problem-answers.decorator.js';
import { readingPlace, tellNextPage } from '../edge/next-page.js';
import { isYes } from '../edge/query-values.decorator.js';
import { readerLanguage } from '../edge/reader-language.js';
import { RouteSays } from '../edge/route-says.decorator.js';
import { sendingOf, statusOf } from './sending.js';
import { withSentContent } from './sent-content.js';
import {
  ReceiptRequest,
  SendRequest,
  SentRowsRequest,
  SubmissionRowsRequest,
  SubmissionsRequest,
} from './submission.request.js';
import {
  RefusedSubmissionResponse,
  refusalOf,
  SubmissionReportResponse,
  submissionReportResponse,
} from './submission-report.response.js';
import {
  goodRowResponse,
  SubmissionDetailResponse,
  submissionDetailResponse,
  SubmissionListResponse,
  submissionResponse,
  SubmissionRowsResponse,
} from './submission.response.js';

const FILE_FORM = {
  type: 'object',
  required: ['file'],
  properties: {
    file: {
      type: 'string',
      format: 'binary',
      description: 'The one part of the form',
      example: 'figures.csv',
    },
  },
};

@ApiTags('Submissions')
@Controller('api/v1/submissions')
export class SubmissionsController {
  constructor(
    private readonly taker: ReceiveLaterService,
    private readonly receipts: ReceiptService,
    private readonly spool: SpoolService,
  ) {}

  @Post()
  @Idempotent()
  @RouteSays({ takesFile: true, takesForm: true, produces: ['application/json', 'text/csv'] })
  @UseGuards(KeyGuard)
  @ApiBearerAuth()
  @ApiOperation({
    summary: 'Send figures, or check them before sending',
    description:
      'Delimited text or a spreadsheet (.xlsx) with the columns country, indicator, year, value, source and, if you ' +
      'like, note, edition, status, evidence, groups, confidence; or a table of the World Bank, Our World in Data, SDMX, the UN or ' +
      'Eurostat, or one with a column for each year; or JSON rows; or a form whose one part is the file. What is read otherwise than it was sent is listed. ' +
      'The good rows are received, the others come back with what is wrong. What the file cannot tell is asked ' +
      '(`needs_answer`) and answered by the parameters below. The same file with the same answers gets the same receipt. ' +
      'A check answers `Accept: text/csv` with the rows that would not be taken, to be mended. ' +
      'A reviewer of another community decides on what was received.',
  })
  @ApiConsumes(...FILE_MEDIA_TYPES, 'multipart/form-data', 'application/json')
  @ApiExtraModels(SentRowsRequest)
  @ApiBody({ schema: { oneOf: [{ type: 'string' }, FILE_FORM, { $ref: getSchemaPath(SentRowsRequest) }] } })
  @ApiCreatedResponse({
    type: SubmissionReportResponse,
    description: 'Received',
    headers: { Location: { description: 'Where to follow it', schema: { type: 'string' } } },
  })
  @ApiAcceptedResponse({
    type: SubmissionReportResponse,
    description:
      'A big file: it is kept, and being checked; its submission and `progress` tell what becomes of it',
    headers: { Location: { description: 'Where to follow it', schema: { type: 'string' } } },
  })
  @ApiOkResponse({
    description: 'Checked; or received before. As CSV: the rows of a check that would not be taken',
    content: {
      'application/json': { schema: { $ref: getSchemaPath(SubmissionReportResponse) } },
      'text/csv': { schema: { type: 'string' } },
    },
  })
  @ProblemAnswers(400, 401, 403, 409, 413, 415, 503, 507)
  @ApiExtraModels(RefusedSubmissionResponse)
  @ApiResponse({
    status: 422,
    description:
      'Read, and refused as a whole: see the errors. As CSV: the rows of a check of which none can be taken',
    content: {
      'application/problem+json': { schema: { $ref: getSchemaPath(RefusedSubmissionResponse) } },
      'text/csv': { schema: { type: 'string' } },
    },
  })
  async send(
    @Query() query: SendRequest,
    @CurrentActor() actor: Actor,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SubmissionReportResponse | string> {
    const language = readerLanguage(request);
    const sending = withSentContent(request, this.spool, (content) =>
      query.mode === 'check'
        ? this.taker.check(sendingOf(content, query, actor, request))
        : this.taker.receive(sendingOf(content, query, actor, request)),
    );
    if (query.mode === 'check' && wantsFile(request)) {
      reply.status(200);
      return checkedFile(sending, reply, language);
    }
    const report = await sending.catch((error: unknown) => {
      throw refusalOf(error, language);
    });
    reply.status(statusOf(report));
    if (report.receipt !== undefined) reply.header('location', `/api/v1/submissions/${report.receipt}`);
    return submissionReportResponse(report, language);
  }

  @Get()
  @UseGuards(KeyGuard)
  @ApiBearerAuth()
  @ApiOperation({ summary: 'What your communities sent, or what waits for your decision' })
  @ApiOkResponse({ type: SubmissionListResponse })
  @ProblemAnswers(400, 401, 403, 503)
  async list(
    @Query() query: SubmissionsRequest,
    @CurrentActor() actor: Actor,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SubmissionListResponse> {
    const { list, cursor, limit = DEFAULT_LIMIT, count } = query;
    const part = { ...(cursor && readingPlace(request, cursor, ['after'])), limit: limit + 1 };
    const isReview = list === 'review';
    const found = await (isReview
      ? this.receipts.openForReview(actor, part)
      : this.receipts.ofOwnCommunities(actor, part));
    const total = (): Promise<number> =>
      isReview ? this.receipts.countOpenForReview(actor) : this.receipts.countOfOwnCommunities(actor);
    const page = found.slice(0, limit);
    const last = found.length > limit ? page.at(-1) : undefined;
    return {
      total: isYes(count) ? await total() : null,
      items: page.map(submissionResponse),
      next: tellNextPage(request, reply, last && { after: last.id }),
    };
  }

  @Get(':receipt')
  @UseGuards(OptionalKeyGuard)
  @ApiBearerAuth()
  @ApiSecurity({})
  @ApiOperation({
    summary: 'Where a submission stands',
    description: 'Before acceptance only its community, reviewers, administrators and auditors see it.',
  })
  @ApiOkResponse({
    type: SubmissionDetailResponse,
    headers: { ETag: { description: 'Its version, for If-Match', schema: { type: 'string' } } },
  })
  @ProblemAnswers(400, 401, 404, 503)
  async one(
    @Param() { receipt }: ReceiptRequest,
    @Query() _query: LanguageRequest,
    @CurrentActor() actor: Actor | undefined,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SubmissionDetailResponse> {
    const detail = await this.receipts.read(actor, receipt);
    reply.header('etag', submissionTag(detail.submission));
    return submissionDetailResponse(detail, readerLanguage(request));
  }

  @Get(':receipt/rows')
  @UseGuards(OptionalKeyGuard)
  @ApiBearerAuth()
  @ApiSecurity({})
  @ApiOperation({ summary: 'The good rows of a submission, in the order of the file' })
  @ApiOkResponse({ type: SubmissionRowsResponse })
  @ProblemAnswers(400, 401, 404, 503)
  async rows(
    @Param() { receipt }: ReceiptRequest,
    @Query() query: SubmissionRowsRequest,
    @CurrentActor() actor: Actor | undefined,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SubmissionRowsResponse> {
    const { cursor, limit = DEFAULT_LIMIT, count } = query;
    const { after } = cursor === undefined ? { after: 0 } : readingPlace(request, cursor, ['after']);
    const { rows, next, total } = await this.receipts.rows(actor, receipt, after, limit);
    return {
      total: isYes(count) ? total : null,
      items: rows.map(goodRowResponse),
      next: tellNextPage(request, reply, next === undefined ? undefined : { after: next }),
    };
  }
}
