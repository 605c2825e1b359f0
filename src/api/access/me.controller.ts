import { Body, Controller, Delete, Get, Put, Query, Req, UseGuards } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { Actor } from '../../access/actor.js';
import { ConductService } from '../../access/conduct.service.js';
import { KeyAdministrationService } from '../../access/key-administration.service.js';
import { SessionService } from '../../access/session.service.js';
import { Problem } from '../../platform/problem.js';
import { CurrentActor, KeyGuard } from '../edge/key.guard.js';
import { ProblemAnswers } from '../edge/problem-answers.decorator.js';
import { LanguageRequest } from '../edge/read.request.js';
import { ConductRequest } from './me.request.js';
import {
  EndedSessionsResponse,
  MeResponse,
  meResponse,
  OwnConductResponse,
  ownConductResponse,
} from './me.response.js';

@ApiTags('Access')
@ApiBearerAuth()
@Controller('api/v1/me')
@UseGuards(KeyGuard)
export class MeController {
  constructor(
    private readonly keys: KeyAdministrationService,
    private readonly sessions: SessionService,
    private readonly conduct: ConductService,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Who you are here: your roles, your communities, and when your key expires' })
  @ApiOkResponse({ type: MeResponse })
  @ProblemAnswers(400, 401, 503)
  async read(@Query() _query: LanguageRequest, @CurrentActor() actor: Actor): Promise<MeResponse> {
    if (actor.keyId === undefined) throw new Problem('key_needed', 401);
    return meResponse(actor, await this.keys.get(actor.keyId), new Date());
  }

  @Put('conduct')
  @ApiOperation({
    summary: 'Accept the Code of Conduct',
    description: 'In its present version, which `GET /api/v1/me` tells. Once is enough.',
  })
  @ApiOkResponse({ type: OwnConductResponse })
  @ProblemAnswers(400, 401, 413, 415, 422, 503)
  async acceptConduct(
    @Body() { version }: ConductRequest,
    @Query() _query: LanguageRequest,
    @CurrentActor() actor: Actor,
    @Req() { id: requestId }: FastifyRequest,
  ): Promise<OwnConductResponse> {
    return ownConductResponse(await this.conduct.accept(actor, version, 'interface', { requestId }));
  }

  @Delete('sessions')
  @ApiOperation({
    summary: 'Sign out everywhere',
    description: 'Ends all your sessions on the pages; your keys stay in force.',
  })
  @ApiOkResponse({ type: EndedSessionsResponse })
  @ProblemAnswers(400, 401, 503)
  async endSessions(
    @Query() _query: LanguageRequest,
    @CurrentActor() { contributorId }: Actor,
    @Req() { id: requestId }: FastifyRequest,
  ): Promise<EndedSessionsResponse> {
    return { ended: await this.sessions.endAll(contributorId, { contributorId, requestId }) };
  }
}
