import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  Patch,
  Post,
  Query,
  Req,
  Res,
  UseGuards,
} from '@nestjs/common';
import { ApiBearerAuth, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../../access/actor.js';
import { CommunityAdministrationService } from '../../communities/community-administration.service.js';
import type { RegisteredCommunity } from '../../communities/community.js';
import { CodeRequest } from '../edge/code.request.js';
import { Idempotent } from '../edge/idempotent.decorator.js';
import { CurrentActor } from '../edge/key.guard.js';
import { ProblemAnswers } from '../edge/problem-answers.decorator.js';
import { LanguageRequest } from '../edge/read.request.js';
import { AdministratorGuard, OversightGuard } from './administration.guard.js';
import { ChangeCommunityRequest, NewCommunityRequest } from './community.request.js';
import {
  communityTag,
  RegisteredCommunityListResponse,
  RegisteredCommunityResponse,
  registeredCommunityResponse,
} from './community.response.js';
import { changeOf, ChangesVersion, WITH_TAG } from './version-tag.decorator.js';

/** What administrators decide of communities; everybody reads `CommunitiesController`. */
@ApiTags('Communities')
@ApiBearerAuth()
@Controller('api/v1')
export class CommunityAdministrationController {
  constructor(private readonly communities: CommunityAdministrationService) {}

  @Get('community-registrations')
  @UseGuards(OversightGuard)
  @ApiOperation({
    summary: 'All communities, hidden ones too',
    description: 'For administrators and auditors.',
  })
  @ApiOkResponse({ type: RegisteredCommunityListResponse })
  @ProblemAnswers(400, 401, 403, 503)
  async list(@Query() _query: LanguageRequest): Promise<RegisteredCommunityListResponse> {
    return { items: (await this.communities.list()).map(registeredCommunityResponse) };
  }

  @Get('communities/:code/registration')
  @UseGuards(OversightGuard)
  @ApiOperation({
    summary: 'One community, hidden or not, with what administrators settled of it',
    description: 'For administrators and auditors. Its ETag goes along with a change.',
  })
  @ApiOkResponse({ type: RegisteredCommunityResponse, headers: WITH_TAG })
  @ProblemAnswers(400, 401, 403, 404, 503)
  async one(
    @Param() { code }: CodeRequest,
    @Query() _query: LanguageRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RegisteredCommunityResponse> {
    return told(await this.communities.get(code), reply);
  }

  @Post('communities')
  @Idempotent()
  @UseGuards(AdministratorGuard)
  @ApiOperation({
    summary: 'Add a community',
    description: 'For administrators. It is hidden, and cannot take part, until it is confirmed.',
  })
  @ApiCreatedResponse({
    type: RegisteredCommunityResponse,
    headers: {
      ...WITH_TAG,
      Location: { description: 'Where it is read and changed', schema: { type: 'string' } },
    },
  })
  @ProblemAnswers(400, 401, 403, 409, 413, 415, 422, 503)
  async add(
    @Body() request: NewCommunityRequest,
    @Query() _query: LanguageRequest,
    @CurrentActor() actor: Actor,
    @Req() { id: requestId }: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RegisteredCommunityResponse> {
    const community = await this.communities.add(actor, request, { requestId });
    reply.header('location', `/api/v1/communities/${community.code}/registration`);
    return told(community, reply);
  }

  @Patch('communities/:code')
  @UseGuards(AdministratorGuard)
  @ChangesVersion('"community-african-igf-3"')
  @ApiOperation({
    summary: 'Change what is told of a community',
    description:
      'For administrators. What is left out stays as it is; null takes it back. What is named here is settled: the seed ' +
      'files leave it alone from then on.',
  })
  @ApiOkResponse({ type: RegisteredCommunityResponse, headers: WITH_TAG })
  @ProblemAnswers(400, 401, 403, 404, 409, 413, 415, 422, 503)
  async change(
    @Param() { code }: CodeRequest,
    @Body() request: ChangeCommunityRequest,
    @Query() _query: LanguageRequest,
    @CurrentActor() actor: Actor,
    @Req() asking: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RegisteredCommunityResponse> {
    const change = changeOf(asking, `community-${code}`, `/api/v1/communities/${code}/registration`);
    return told(await this.communities.change(actor, code, request, change), reply);
  }

  @Post('communities/:code/confirmation')
  @HttpCode(200)
  @Idempotent()
  @UseGuards(AdministratorGuard)
  @ApiOperation({
    summary: 'Confirm a hidden community: it is shown, and can take part',
    description: 'For administrators. The seed files do not hide it again.',
  })
  @ApiOkResponse({ type: RegisteredCommunityResponse, headers: WITH_TAG })
  @ProblemAnswers(400, 401, 403, 404, 409, 422, 503)
  async confirm(
    @Param() { code }: CodeRequest,
    @Query() _query: LanguageRequest,
    @CurrentActor() actor: Actor,
    @Req() { id: requestId }: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RegisteredCommunityResponse> {
    return told(await this.communities.confirm(actor, code, { requestId }), reply);
  }

  @Post('communities/:code/hiding')
  @HttpCode(200)
  @Idempotent()
  @UseGuards(AdministratorGuard)
  @ApiOperation({
    summary: 'Hide a community that never sent anything',
    description: 'For administrators. It is shown no more and cannot take part, until it is confirmed again.',
  })
  @ApiOkResponse({ type: RegisteredCommunityResponse, headers: WITH_TAG })
  @ProblemAnswers(400, 401, 403, 404, 409, 422, 503)
  async hide(
    @Param() { code }: CodeRequest,
    @Query() _query: LanguageRequest,
    @CurrentActor() actor: Actor,
    @Req() { id: requestId }: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RegisteredCommunityResponse> {
    return told(await this.communities.hide(actor, code, { requestId }), reply);
  }
}

function told(community: RegisteredCommunity, reply: FastifyReply): RegisteredCommunityResponse {
  reply.header('etag', communityTag(community));
  return registeredCommunityResponse(community);
}
