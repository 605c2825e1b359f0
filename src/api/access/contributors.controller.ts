import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  Post,
  Put,
  Query,
  Req,
  Res,
  UseGuards,
} from '@nestjs/common';
import { ApiBearerAuth, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../../access/actor.js';
import type { ContributorAccount } from '../../access/contributor.js';
import { ContributorService } from '../../access/contributor.service.js';
import { Idempotent } from '../edge/idempotent.decorator.js';
import { CurrentActor } from '../edge/key.guard.js';
import { ProblemAnswers } from '../edge/problem-answers.decorator.js';
import { LanguageRequest } from '../edge/read.request.js';
import { AdministratorGuard, OversightGuard } from './administration.guard.js';
import {
  ContributorIdRequest,
  ContributorsRequest,
  GlobalRolesRequest,
  MembershipIdRequest,
  MembershipRolesRequest,
  NewMembershipRequest,
} from './contributor.request.js';
import {
  ContributorListResponse,
  ContributorResponse,
  contributorResponse,
  contributorTag,
} from './contributor.response.js';
import { listedPage } from './listed-page.js';
import { EndedSessionsResponse } from './me.response.js';
import { changeOf, ChangesVersion, WITH_TAG } from './version-tag.decorator.js';

const TAG = '"contributor-12-3"';

@ApiTags('Access')
@ApiBearerAuth()
@Controller('api/v1/contributors')
export class ContributorsController {
  constructor(private readonly contributors: ContributorService) {}

  @Get()
  @UseGuards(OversightGuard)
  @ApiOperation({
    summary: 'Who contributes, with their communities and roles',
    description: 'For administrators and auditors.',
  })
  @ApiOkResponse({ type: ContributorListResponse })
  @ProblemAnswers(400, 401, 403, 503)
  async list(
    @Query() query: ContributorsRequest,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ContributorListResponse> {
    const { community, role } = query;
    const list = (part: Parameters<ContributorService['list']>[1]) =>
      this.contributors.list({ community, role }, part);
    const { things, next } = await listedPage(query, list, request, reply);
    return { items: things.map(contributorResponse), next };
  }

  @Get(':id')
  @UseGuards(OversightGuard)
  @ApiOperation({
    summary: 'One contributor, with its communities and roles',
    description: 'For administrators and auditors.',
  })
  @ApiOkResponse({ type: ContributorResponse, headers: WITH_TAG })
  @ProblemAnswers(400, 401, 403, 404, 503)
  async one(
    @Param() { id }: ContributorIdRequest,
    @Query() _query: LanguageRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ContributorResponse> {
    return told(await this.contributors.get(id), reply);
  }

  @Post(':id/memberships')
  @Idempotent()
  @UseGuards(AdministratorGuard)
  @ApiOperation({
    summary: 'Somebody belongs to a further community, or again to one they left',
    description: 'For administrators. What they may do there is also up to the roles of the key they use.',
  })
  @ApiCreatedResponse({ type: ContributorResponse, headers: WITH_TAG })
  @ProblemAnswers(400, 401, 403, 404, 409, 413, 415, 422, 503)
  async join(
    @Param() { id }: ContributorIdRequest,
    @Body() { community, roles }: NewMembershipRequest,
    @Query() _query: LanguageRequest,
    @CurrentActor() actor: Actor,
    @Req() { id: requestId }: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ContributorResponse> {
    return told(await this.contributors.join(actor, id, community, roles, { requestId }), reply);
  }

  @Put(':id/memberships/:community')
  @UseGuards(AdministratorGuard)
  @ChangesVersion(TAG)
  @ApiOperation({
    summary: 'What somebody may do for a community they belong to',
    description: 'For administrators.',
  })
  @ApiOkResponse({ type: ContributorResponse, headers: WITH_TAG })
  @ProblemAnswers(400, 401, 403, 404, 409, 413, 415, 422, 503)
  async setRoles(
    @Param() { id, community }: MembershipIdRequest,
    @Body() { roles }: MembershipRolesRequest,
    @Query() _query: LanguageRequest,
    @CurrentActor() actor: Actor,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ContributorResponse> {
    const change = changeOfContributor(request, id);
    return told(await this.contributors.setRoles(actor, id, community, roles, change), reply);
  }

  @Post(':id/memberships/:community/departure')
  @HttpCode(200)
  @Idempotent()
  @UseGuards(AdministratorGuard)
  @ApiOperation({
    summary: 'Somebody leaves a community',
    description:
      'For administrators. They no longer act for it or see what it sends; and they still decide on nothing it sends.',
  })
  @ApiOkResponse({ type: ContributorResponse, headers: WITH_TAG })
  @ProblemAnswers(400, 401, 403, 404, 409, 422, 503)
  async leave(
    @Param() { id, community }: MembershipIdRequest,
    @Query() _query: LanguageRequest,
    @CurrentActor() actor: Actor,
    @Req() { id: requestId }: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ContributorResponse> {
    return told(await this.contributors.leave(actor, id, community, { requestId }), reply);
  }

  @Put(':id/roles')
  @UseGuards(AdministratorGuard)
  @ChangesVersion(TAG)
  @ApiOperation({
    summary: 'What somebody may do in the whole installation',
    description: 'For administrators. Somebody who can act as administrator must remain.',
  })
  @ApiOkResponse({ type: ContributorResponse, headers: WITH_TAG })
  @ProblemAnswers(400, 401, 403, 404, 409, 413, 415, 422, 503)
  async setGlobalRoles(
    @Param() { id }: ContributorIdRequest,
    @Body() { roles }: GlobalRolesRequest,
    @Query() _query: LanguageRequest,
    @CurrentActor() actor: Actor,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ContributorResponse> {
    const change = changeOfContributor(request, id);
    return told(await this.contributors.setGlobalRoles(actor, id, roles, change), reply);
  }

  @Delete(':id/sessions')
  @UseGuards(AdministratorGuard)
  @ApiOperation({
    summary: 'Sign somebody out everywhere',
    description: 'For administrators. Ends all their sessions on the pages; their keys stay in force.',
  })
  @ApiOkResponse({ type: EndedSessionsResponse })
  @ProblemAnswers(400, 401, 403, 404, 503)
  async endSessions(
    @Param() { id }: ContributorIdRequest,
    @Query() _query: LanguageRequest,
    @CurrentActor() actor: Actor,
    @Req() { id: requestId }: FastifyRequest,
  ): Promise<EndedSessionsResponse> {
    return { ended: await this.contributors.endSessions(actor, id, { requestId }) };
  }

  @Post(':id/erasure')
  @HttpCode(200)
  @Idempotent()
  @UseGuards(AdministratorGuard)
  @ApiOperation({
    summary: 'Erase who somebody is',
    description:
      'For administrators. Name, e-mail address, names of keys and identities go; keys and sessions end. What they sent ' +
      'and decided stays, under their number.',
  })
  @ApiOkResponse({ type: ContributorResponse, headers: WITH_TAG })
  @ProblemAnswers(400, 401, 403, 404, 409, 422, 503)
  async erase(
    @Param() { id }: ContributorIdRequest,
    @Query() _query: LanguageRequest,
    @CurrentActor() actor: Actor,
    @Req() { id: requestId }: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ContributorResponse> {
    return told(await this.contributors.erase(actor, id, { requestId }), reply);
  }
}

function changeOfContributor(request: FastifyRequest, id: number) {
  const thing = String(id);
  return changeOf(request, `contributor-${thing}`, `/api/v1/contributors/${thing}`);
}

function told(account: ContributorAccount, reply: FastifyReply): ContributorResponse {
  reply.header('etag', contributorTag(account));
  return contributorResponse(account);
}
