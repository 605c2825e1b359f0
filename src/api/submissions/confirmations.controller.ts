import { Body, Controller, Post, Query, Req, Res, UseGuards } from '@nestjs/common';
import { ApiBearerAuth, ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../../access/actor.js';
import { ConfirmationService } from '../../observations/confirmation.service.js';
import { ConfirmationRequest } from './confirmation.request.js';
import { ConfirmationResponse, confirmationResponse } from './confirmation.response.js';
import { Idempotent } from '../edge/idempotent.decorator.js';
import { CurrentActor, KeyGuard } from '../edge/key.guard.js';
import { ProblemAnswers } from '../edge/problem-answers.decorator.js';
import { LanguageRequest } from '../edge/read.request.js';
import { readerLanguage } from '../edge/reader-language.js';
import { refusalOf } from './submission-report.response.js';

@ApiTags('Submissions')
@Controller('api/v1/confirmations')
export class ConfirmationsController {
  constructor(private readonly confirmations: ConfirmationService) {}

  @Post()
  @UseGuards(KeyGuard)
  @Idempotent()
  @ApiBearerAuth()
  @ApiOperation({
    summary: 'Confirm that no newer figure is known',
    description:
      'Of a published series this is noted beside the figure and makes no new one. Of an assessment on the ladder it ' +
      'says that nothing has changed: the last level is sent again for the year, with a new link to the evidence, and ' +
      'waits for a decision like everything that is sent.',
  })
  @ApiCreatedResponse({ type: ConfirmationResponse })
  @ProblemAnswers(400, 401, 403, 404, 409, 413, 415, 422, 503)
  async confirm(
    @Body() asked: ConfirmationRequest,
    @Query() _query: LanguageRequest,
    @CurrentActor() actor: Actor,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ConfirmationResponse> {
    const language = readerLanguage(request);
    const confirmed = await this.confirmations
      .confirm(actor, asked, 'api', request.id)
      .catch((error: unknown) => {
        throw refusalOf(error, language);
      });
    const answer = confirmationResponse(confirmed);
    if (answer.receipt !== null) reply.header('location', `/api/v1/submissions/${answer.receipt}`);
    return answer;
  }
}
