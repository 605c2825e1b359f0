import { Body, Controller, Get, HttpCode, Param, Post, Query, Req, Res, UseGuards } from '@nestjs/common';
import { ApiBearerAuth, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../../access/actor.js';
import { ModerationService } from '../../communities/moderation/moderation.service.js';
import { Idempotent } from '../edge/idempotent.decorator.js';
import { CurrentActor, KeyGuard } from '../edge/key.guard.js';
import { ProblemAnswers } from '../edge/problem-answers.decorator.js';
import { LanguageRequest } from '../edge/read.request.js';
import {
  CaseIdRequest,
  ModerationCasesRequest,
  ModerationStepRequest,
  NewCaseRequest,
} from './moderation.request.js';
import {
  ModerationCaseListResponse,
  ModerationCaseResponse,
  moderationCaseResponse,
} from './moderation.response.js';

/** Texts that moderators look at, from both sides of the desk. */
@ApiTags('Moderation')
@ApiBearerAuth()
@UseGuards(KeyGuard)
@Controller('api/v1/moderation/cases')
export class ModerationController {
  constructor(private readonly moderation: ModerationService) {}

  @Get()
  @ApiOperation({
    summary: 'Texts that a moderator looks at',
    description:
      'About texts of your communities, the latest first, or, for moderators, those that wait, the oldest first; 200 at most. ' +
      'Statements that wait for their first decision stand at `/statement-files`.',
  })
  @ApiOkResponse({ type: ModerationCaseListResponse })
  @ProblemAnswers(400, 401, 403, 503)
  async list(
    @Query() { list = 'own' }: ModerationCasesRequest,
    @CurrentActor() actor: Actor,
  ): Promise<ModerationCaseListResponse> {
    const cases = list === 'own' ? await this.moderation.own(actor) : await this.moderation.waiting(actor);
    return { items: cases.map((one) => moderationCaseResponse(one, actor)) };
  }

  @Get(':id')
  @ApiOperation({
    summary: 'A text that a moderator looks at, with what was done about it',
    description: 'For its own side, moderators, administrators and auditors.',
  })
  @ApiOkResponse({ type: ModerationCaseResponse })
  @ProblemAnswers(400, 401, 404, 503)
  async one(
    @Param() { id }: CaseIdRequest,
    @Query() _query: LanguageRequest,
    @CurrentActor() actor: Actor,
  ): Promise<ModerationCaseResponse> {
    return moderationCaseResponse(await this.moderation.get(actor, id), actor);
  }

  @Post()
  @Idempotent()
  @ApiOperation({
    summary: 'Take down a text that everybody reads, or appeal against the declining of a statement',
    description: 'Moderators of neither side take down; its own side appeals, once.',
  })
  @ApiCreatedResponse({
    type: ModerationCaseResponse,
    headers: { Location: { description: 'Where it is followed', schema: { type: 'string' } } },
  })
  @ProblemAnswers(400, 401, 403, 404, 409, 412, 413, 415, 422, 503)
  async open(
    @Body() request: NewCaseRequest,
    @Query() _query: LanguageRequest,
    @CurrentActor() actor: Actor,
    @Req() { id: requestId }: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ModerationCaseResponse> {
    const one = await this.moderation.open(actor, request, { requestId });
    reply.header('location', `/api/v1/moderation/cases/${one.id}`);
    return moderationCaseResponse(one, actor);
  }

  @Post(':id/steps')
  @HttpCode(200)
  @Idempotent()
  @ApiOperation({
    summary: 'Decide on a text, take it down, appeal, or decide on an appeal',
    description:
      'Moderators and administrators decide, of neither side; on an appeal one who did not decide before. Each step is ' +
      'taken once.',
  })
  @ApiOkResponse({ type: ModerationCaseResponse })
  @ProblemAnswers(400, 401, 403, 404, 409, 412, 413, 415, 422, 503)
  async step(
    @Param() { id }: CaseIdRequest,
    @Body() request: ModerationStepRequest,
    @Query() _query: LanguageRequest,
    @CurrentActor() actor: Actor,
    @Req() { id: requestId }: FastifyRequest,
  ): Promise<ModerationCaseResponse> {
    return moderationCaseResponse(await this.moderation.take(actor, id, request, { requestId }), actor);
  }
}
