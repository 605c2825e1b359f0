import { Controller, Get, Param, Query, Req, Res, UseGuards } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiSecurity, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../../access/actor.js';
import { problemFile } from '../../reports/problem-file.js';
import { ReceiptService } from '../../submissions/receipt.service.js';
import { CurrentActor, OptionalKeyGuard } from '../edge/key.guard.js';
import { MEDIA_TYPES } from '../edge/media.js';
import { ProblemAnswers } from '../edge/problem-answers.decorator.js';
import { LanguageRequest } from '../edge/read.request.js';
import { readerLanguage } from '../edge/reader-language.js';
import { RouteSays } from '../edge/route-says.decorator.js';
import { ReceiptRequest } from './submission.request.js';

/** Rows that were not taken, to be mended and sent again. */
@ApiTags('Submissions')
@Controller('api/v1/submissions')
export class ProblemFilesController {
  constructor(private readonly receipts: ReceiptService) {}

  @Get(':receipt/problems.csv')
  @RouteSays({ produces: ['text/csv'] })
  @UseGuards(OptionalKeyGuard)
  @ApiBearerAuth()
  @ApiSecurity({})
  @ApiOperation({
    summary: 'The rows that were not taken, as they were sent, with what is wrong and what is right',
    description:
      'To be mended and sent again as it is: the columns put before are passed over. Of a table with several figures ' +
      'in a row the whole row comes back. At most a thousand rows; a last line says of how many.',
  })
  @ApiOkResponse({ content: { 'text/csv': { schema: { type: 'string' } } } })
  @ProblemAnswers(400, 401, 404, 503)
  async ofSubmission(
    @Param() { receipt }: ReceiptRequest,
    @Query() _query: LanguageRequest,
    @CurrentActor() actor: Actor | undefined,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const { submission, problems } = await this.receipts.read(actor, receipt);
    const failedRows = await this.receipts.failedRows(actor, receipt);
    reply
      .type(MEDIA_TYPES.csv)
      .header('content-disposition', `attachment; filename="problems-${receipt}.csv"`);
    return problemFile({ failedRows, problems, counts: submission.counts }, readerLanguage(request));
  }
}
