import { Body, Controller, HttpCode, Param, Post, Query, Req, UseGuards } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { Actor } from '../access/actor.js';
import { DecisionService } from '../observations/decision.service.js';
import { RevertService } from '../observations/revert.service.js';
import { WithdrawalService } from '../submissions/withdrawal.service.js';
import { DecidedResponse, decidedResponse } from './decided.response.js';
import { DecideRequest } from './decide.request.js';
import { CurrentActor, KeyGuard } from './key.guard.js';
import { ProblemAnswers } from './problem-answers.decorator.js';
import { LanguageRequest } from './read.request.js';
import { RevertRequest } from './revert.request.js';
import { RevertResponse, revertResponse } from './revert.response.js';
import { ReceiptRequest } from './submission.request.js';
import { SubmissionResponse, submissionResponse } from './submission.response.js';

/** What people decide on a submission that was received. */
@ApiTags('Submissions')
@Controller('api/v1/submissions/:receipt')
@UseGuards(KeyGuard)
export class DecisionsController {
  constructor(
    private readonly decisions: DecisionService,
    private readonly withdrawals: WithdrawalService,
    private readonly reverts: RevertService,
  ) {}

  @Post('decisions')
  @HttpCode(200)
  @ApiBearerAuth()
  @ApiOperation({
    summary: 'Accept, return or reject a submission of another community',
    description: 'Nobody decides on what they sent, nor on anything of a community they belong to.',
  })
  @ApiOkResponse({ type: DecidedResponse })
  @ProblemAnswers(400, 401, 403, 404, 409, 413, 415, 422, 503)
  async decide(
    @Param() { receipt }: ReceiptRequest,
    @Body() decision: DecideRequest,
    @Query() _query: LanguageRequest,
    @CurrentActor() actor: Actor,
    @Req() request: FastifyRequest,
  ): Promise<DecidedResponse> {
    return decidedResponse(await this.decisions.decide(actor, receipt, decision, request.id));
  }

  @Post('revert')
  @HttpCode(200)
  @ApiBearerAuth()
  @ApiOperation({
    summary: 'Revert a whole accepted submission of another community',
    description:
      'Its figures end, and what they superseded comes back; what a later submission superseded meanwhile stays. ' +
      'For reviewers of other communities and administrators; a submission is reverted once and for all.',
  })
  @ApiOkResponse({ type: RevertResponse })
  @ProblemAnswers(400, 401, 403, 404, 409, 413, 415, 422, 503)
  async revert(
    @Param() { receipt }: ReceiptRequest,
    @Body() reason: RevertRequest,
    @Query() _query: LanguageRequest,
    @CurrentActor() actor: Actor,
    @Req() request: FastifyRequest,
  ): Promise<RevertResponse> {
    return revertResponse(await this.reverts.revert(actor, receipt, reason, request.id));
  }

  @Post('withdrawal')
  @HttpCode(200)
  @ApiBearerAuth()
  @ApiOperation({ summary: 'Take back a submission that was not accepted' })
  @ApiOkResponse({ type: SubmissionResponse })
  @ProblemAnswers(400, 401, 403, 404, 409, 503)
  async withdraw(
    @Param() { receipt }: ReceiptRequest,
    @Query() _query: LanguageRequest,
    @CurrentActor() actor: Actor,
    @Req() request: FastifyRequest,
  ): Promise<SubmissionResponse> {
    return submissionResponse(await this.withdrawals.withdraw(actor, receipt, request.id));
  }
}
