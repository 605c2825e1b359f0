import { Body, Controller, Get, HttpCode, Param, Post, Query, Req, Res, UseGuards } from '@nestjs/common';
import { ApiBearerAuth, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../../access/actor.js';
import { KeyAdministrationService } from '../../access/key-administration.service.js';
import type { KeyRequest } from '../../access/key-request.js';
import { Problem } from '../../platform/problem.js';
import { Idempotent } from '../edge/idempotent.decorator.js';
import { CurrentActor } from '../edge/key.guard.js';
import { ProblemAnswers } from '../edge/problem-answers.decorator.js';
import { LanguageRequest } from '../edge/read.request.js';
import { AdministratorGuard, OversightGuard } from './administration.guard.js';
import { KeyIdRequest, KeysRequest, NewKeyRequest, RevokeKeyRequest } from './key.request.js';
import { KeyListResponse, KeyResponse, keyResponse, NewKeyResponse, newKeyResponse } from './key.response.js';
import { listedPage } from './listed-page.js';

@ApiTags('Access')
@ApiBearerAuth()
@Controller('api/v1/keys')
export class KeysController {
  constructor(private readonly keys: KeyAdministrationService) {}

  @Get()
  @UseGuards(OversightGuard)
  @ApiOperation({
    summary: 'Keys, without the keys themselves',
    description: 'For administrators and auditors.',
  })
  @ApiOkResponse({ type: KeyListResponse })
  @ProblemAnswers(400, 401, 403, 503)
  async list(
    @Query() query: KeysRequest,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<KeyListResponse> {
    const { contributor: contributorId, community, state } = query;
    const filter = { contributorId, community, state };
    const page = await listedPage(query, (part) => this.keys.list(filter, part), request, reply);
    return { items: page.things.map(keyResponse), next: page.next };
  }

  @Get(':id')
  @UseGuards(OversightGuard)
  @ApiOperation({
    summary: 'One key, without the key itself',
    description: 'For administrators and auditors.',
  })
  @ApiOkResponse({ type: KeyResponse })
  @ProblemAnswers(400, 401, 403, 404, 503)
  async one(@Param() { id }: KeyIdRequest, @Query() _query: LanguageRequest): Promise<KeyResponse> {
    return keyResponse(await this.keys.get(id));
  }

  @Post()
  @Idempotent({ secret: true })
  @UseGuards(AdministratorGuard)
  @ApiOperation({
    summary: 'Make a key for somebody of a community, or of the whole installation',
    description:
      'For administrators. The key stands for somebody new, unless `contributor` says whose further key it is. The ' +
      'answer shows it, once.',
  })
  @ApiCreatedResponse({ type: NewKeyResponse })
  @ProblemAnswers(400, 401, 403, 404, 409, 413, 415, 422, 503)
  async create(
    @Body() request: NewKeyRequest,
    @Query() _query: LanguageRequest,
    @CurrentActor() actor: Actor,
    @Req() { id: requestId }: FastifyRequest,
  ): Promise<NewKeyResponse> {
    return newKeyResponse(await this.keys.create(actor, keyRequestOf(request), { requestId }));
  }

  @Post(':id/revocation')
  @HttpCode(200)
  @Idempotent()
  @UseGuards(AdministratorGuard)
  @ApiOperation({
    summary: 'Revoke a key, and end the sessions begun with it',
    description:
      'For administrators. The key of the last administrator stays; a key that is revoked stays revoked.',
  })
  @ApiOkResponse({ type: KeyResponse })
  @ProblemAnswers(400, 401, 403, 404, 409, 413, 415, 422, 503)
  async revoke(
    @Param() { id }: KeyIdRequest,
    @Body() { reason }: RevokeKeyRequest,
    @Query() _query: LanguageRequest,
    @CurrentActor() actor: Actor,
    @Req() { id: requestId }: FastifyRequest,
  ): Promise<KeyResponse> {
    return keyResponse(await this.keys.revoke(actor, id, { reason: reason ?? undefined, requestId }));
  }

  @Post(':id/reissue')
  @HttpCode(200)
  @Idempotent({ secret: true })
  @UseGuards(AdministratorGuard)
  @ApiOperation({
    summary: 'Make a new key in place of a lost one',
    description:
      'For administrators. The new key has the same holder, roles and areas, lasts as many days, and is shown once; the ' +
      'old one is revoked.',
  })
  @ApiOkResponse({ type: NewKeyResponse })
  @ProblemAnswers(400, 401, 403, 404, 409, 422, 503)
  async reissue(
    @Param() { id }: KeyIdRequest,
    @Query() _query: LanguageRequest,
    @CurrentActor() actor: Actor,
    @Req() { id: requestId }: FastifyRequest,
  ): Promise<NewKeyResponse> {
    return newKeyResponse(await this.keys.reissue(actor, id, { requestId }));
  }
}

/** @throws Problem key_of_both (422) when it names a community and somebody who is known */
function keyRequestOf({ community, contributor, roles, ...rest }: NewKeyRequest): KeyRequest {
  if (typeof contributor !== 'number') {
    return typeof community === 'string' ? { ...rest, community, roles } : { ...rest, globalRoles: roles };
  }
  if (typeof community === 'string') throw new Problem('key_of_both', 422);
  return { ...rest, contributorId: contributor, roles };
}
