import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  Post,
  Query,
  Req,
  Res,
  UseGuards,
} from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../../access/actor.js';
import { StatementService } from '../../communities/statement.service.js';
import { Idempotent } from '../edge/idempotent.decorator.js';
import { CurrentActor, KeyGuard } from '../edge/key.guard.js';
import { ProblemAnswers } from '../edge/problem-answers.decorator.js';
import { LanguageRequest } from '../edge/read.request.js';
import {
  StatementFileListResponse,
  StatementFileResponse,
  statementFileResponse,
} from './statement-file.response.js';
import {
  NewStatementRequest,
  StatementDecisionRequest,
  StatementFilesRequest,
  StatementIdRequest,
  StatementTextsRequest,
} from './statement.request.js';

/** Statements from both sides of the desk: who writes them, and who decides on them. */
@ApiTags('Statements')
@ApiBearerAuth()
@UseGuards(KeyGuard)
@Controller('api/v1')
export class StatementFilesController {
  constructor(private readonly statements: StatementService) {}

  @Get('statement-files')
  @ApiOperation({
    summary: 'Statements with all their versions',
    description: 'Those of your communities, or, for moderators, those that wait for a decision.',
  })
  @ApiOkResponse({ type: StatementFileListResponse })
  @ProblemAnswers(400, 401, 403, 503)
  async list(
    @Query() { list = 'own' }: StatementFilesRequest,
    @CurrentActor() actor: Actor,
  ): Promise<StatementFileListResponse> {
    const files = list === 'own' ? await this.statements.own(actor) : await this.statements.waiting(actor);
    return { items: files.map(statementFileResponse) };
  }

  @Get('statement-files/:id')
  @ApiOperation({
    summary: 'A statement with all its versions',
    description: 'For its own side, moderators, administrators and auditors.',
  })
  @ApiOkResponse({ type: StatementFileResponse })
  @ProblemAnswers(400, 401, 404, 503)
  async one(
    @Param() { id }: StatementIdRequest,
    @Query() _query: LanguageRequest,
    @CurrentActor() actor: Actor,
  ): Promise<StatementFileResponse> {
    return statementFileResponse(await this.statements.get(actor, id));
  }

  @Post('statements')
  @Idempotent()
  @ApiOperation({
    summary: 'Send a statement on a figure about your State or community',
    description:
      'For respondents of a State, and members of a community that stands for the country. It is shown once a moderator ' +
      'of neither side has published it.',
  })
  @ApiCreatedResponse({
    type: StatementFileResponse,
    headers: { Location: { description: 'Where it is followed', schema: { type: 'string' } } },
  })
  @ProblemAnswers(400, 401, 403, 409, 413, 415, 422, 503)
  async send(
    @Body() request: NewStatementRequest,
    @Query() _query: LanguageRequest,
    @CurrentActor() actor: Actor,
    @Req() { id: requestId }: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StatementFileResponse> {
    const file = await this.statements.send(actor, request, { requestId });
    reply.header('location', `/api/v1/statement-files/${file.id}`);
    return statementFileResponse(file);
  }

  @Post('statements/:id/versions')
  @Idempotent()
  @ApiOperation({
    summary: 'Send another version of a statement',
    description: 'Until a moderator has decided on it, what was published before stays.',
  })
  @ApiCreatedResponse({ type: StatementFileResponse })
  @ProblemAnswers(400, 401, 403, 404, 409, 413, 415, 422, 503)
  async revise(
    @Param() { id }: StatementIdRequest,
    @Body() { texts }: StatementTextsRequest,
    @Query() _query: LanguageRequest,
    @CurrentActor() actor: Actor,
    @Req() { id: requestId }: FastifyRequest,
  ): Promise<StatementFileResponse> {
    return statementFileResponse(await this.statements.revise(actor, id, texts, { requestId }));
  }

  @Post('statements/:id/decisions')
  @HttpCode(200)
  @Idempotent()
  @ApiOperation({
    summary: 'Publish or decline a statement',
    description: 'For moderators and administrators of neither side. Its last version is decided on, once.',
  })
  @ApiOkResponse({ type: StatementFileResponse })
  @ProblemAnswers(400, 401, 403, 404, 409, 412, 413, 415, 422, 503)
  async decide(
    @Param() { id }: StatementIdRequest,
    @Body() decision: StatementDecisionRequest,
    @Query() _query: LanguageRequest,
    @CurrentActor() actor: Actor,
    @Req() { id: requestId }: FastifyRequest,
  ): Promise<StatementFileResponse> {
    return statementFileResponse(await this.statements.decide(actor, id, decision, { requestId }));
  }

  @Delete('statements/:id')
  @HttpCode(204)
  @ApiOperation({
    summary: 'Withdraw a statement',
    description:
      'For its own side, and for good. Where it was shown, a place-holder says that it was withdrawn.',
  })
  @ApiNoContentResponse({ description: 'It is withdrawn' })
  @ProblemAnswers(400, 401, 403, 404, 409, 503)
  async withdraw(
    @Param() { id }: StatementIdRequest,
    @Query() _query: LanguageRequest,
    @CurrentActor() actor: Actor,
    @Req() { id: requestId }: FastifyRequest,
  ): Promise<void> {
    await this.statements.withdraw(actor, id, { requestId });
  }
}
