import { Body, Controller, HttpCode, Param, Post, Query, Req, UseGuards } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { Actor } from '../../access/actor.js';
import { DecisionService } from '../../observations/decision.service.js';
import { RevertService } from '../../observations/revert.service.js';
import { CorrectionService } from '../../submissions/reviewing/correction.service.js';
import { WithdrawalService } from '../../submissions/reviewing/withdrawal.service.js';
import { CorrectingRequest, CorrectRequest } from './correct.request.js';
import { DecidedResponse, decidedResponse } from './decided.response.js';
import { DecideRequest } from './decide.request.js';
import { Idempotent } from '../edge/idempotent.decorator.js';
import { circumstancesOf, TakesIfMatch } from '../edge/if-match.decorator.js';
import { CurrentActor, KeyGuard } from '../edge/key.guard.js';
import { ProblemAnswers } from '../edge/problem-answers.decorator.js';
import { LanguageRequest } from '../edge/read.request.js';
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
    private readonly corrections: CorrectionService,
    private readonly withdrawals: WithdrawalService,
    private readonly reverts: RevertService,
  ) {}

  @Post('decisions')
  @HttpCode(200)
  @Idempotent()
  @TakesIfMatch()
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
    return decidedResponse(
      await this.decisions.decide(actor, receipt, decision, circumstancesOf(request, receipt)),
    );
  }

  @Post('revert')
  @HttpCode(200)
  @Idempotent()
  @TakesIfMatch()
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
    return revertResponse(
      await this.reverts.revert(actor, receipt, reason, circumstancesOf(request, receipt)),
    );
  }

  @Post('withdrawal')
  @HttpCode(200)
  @Idempotent()
  @TakesIfMatch()
  @ApiBearerAuth()
  @ApiOperation({ summary: 'Take back a submission that was not accepted' })
  @ApiOkResponse({ type: SubmissionResponse })
  @ProblemAnswers(400, 401, 403, 404, 409, 422, 503)
  async withdraw(
    @Param() { receipt }: ReceiptRequest,
    @Query() _query: LanguageRequest,
    @CurrentActor() actor: Actor,
    @Req() request: FastifyRequest,
  ): Promise<SubmissionResponse> {
    return submissionResponse(
      await this.withdrawals.withdraw(actor, receipt, circumstancesOf(request, receipt)),
    );
  }

  @Post('corrections')
  @HttpCode(200)
  @Idempotent()
  @TakesIfMatch()
  @ApiBearerAuth()
  @ApiOperation({
    summary: 'Correct the cells for which a submission was returned, and hand it in again',
    description:
      'Only cells that the reviewer named; what you leave out stays as it is, and a cell written as it was is confirmed. ' +
      'They are read and judged like rows that are sent: while anything is wrong, nothing is changed.',
  })
  @ApiOkResponse({ type: SubmissionResponse })
  @ProblemAnswers(400, 401, 403, 404, 409, 413, 415, 422, 503)
  async correct(
    @Param() { receipt }: ReceiptRequest,
    @Body() { cells }: CorrectRequest,
    @Query() { decimal }: CorrectingRequest,
    @CurrentActor() actor: Actor,
    @Req() request: FastifyRequest,
  ): Promise<SubmissionResponse> {
    const correcting = { ...circumstancesOf(request, receipt), decimal };
    return submissionResponse(await this.corrections.correct(actor, receipt, cells, correcting));
  }
}
