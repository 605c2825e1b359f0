import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  Put,
  Query,
  Req,
  Res,
  UseGuards,
} from '@nestjs/common';
import { ApiBearerAuth, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../../access/actor.js';
import type { CommunityProfile } from '../../communities/community-profile.js';
import type { ProfileField } from '../../communities/nri-card.js';
import type { SentProfile } from '../../communities/profile-request.js';
import { ProfileService } from '../../communities/profile.service.js';
import { Problem } from '../../platform/problem.js';
import { changeOf, ChangesVersion, versionTag, WITH_TAG } from '../access/version-tag.decorator.js';
import { CodeRequest } from '../edge/code.request.js';
import { CurrentActor, KeyGuard } from '../edge/key.guard.js';
import { ProblemAnswers } from '../edge/problem-answers.decorator.js';
import { LanguageRequest } from '../edge/read.request.js';
import { FactsRequest, ProfilePartRequest, WritePartRequest } from './profile.request.js';
import { OwnProfileResponse, ownProfileResponse } from './profile.response.js';

/** What members tell of their community, and their consent to its being shown. */
@ApiTags('Communities')
@ApiBearerAuth()
@UseGuards(KeyGuard)
@Controller('api/v1/communities/:code')
export class ProfileController {
  constructor(private readonly profiles: ProfileService) {}

  @Get('profile')
  @ApiOperation({
    summary: 'The profile of your community, shown or not',
    description: 'For its members and administrators; everybody reads what is shown with the community.',
  })
  @ApiOkResponse({ type: OwnProfileResponse, headers: WITH_TAG })
  @ProblemAnswers(400, 401, 403, 404, 503)
  async get(
    @Param() { code }: CodeRequest,
    @Query() _query: LanguageRequest,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<OwnProfileResponse> {
    return told(code, await this.profiles.get(actor, code), reply);
  }

  @Put('profile/:field')
  @ChangesVersion('"profile-kenya-igf-3"')
  @ApiOperation({
    summary: 'Write a part of the profile, with or without consent to show it',
    description:
      'For members who send or review. Without consent it is kept for the members, and what was shown in its place is gone.',
  })
  @ApiOkResponse({ type: OwnProfileResponse, headers: WITH_TAG })
  @ProblemAnswers(400, 401, 403, 404, 413, 415, 422, 503)
  async write(
    @Param() { code, field }: ProfilePartRequest,
    @Body() request: WritePartRequest,
    @Query() _query: LanguageRequest,
    @CurrentActor() actor: Actor,
    @Req() asking: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<OwnProfileResponse> {
    const change = changeOf(asking, `profile-${code}`, `/api/v1/communities/${code}/profile`);
    const sent = partOf(request, field);
    return told(code, await this.profiles.write(actor, code, field, sent, request.consent, change), reply);
  }

  @Delete('consents/:field')
  @HttpCode(204)
  @ApiOperation({
    summary: 'Withdraw the consent to a part of the profile',
    description:
      'For its members and administrators. The part is erased, and gone from every answer within seconds. Nothing to withdraw is fine.',
  })
  @ApiNoContentResponse({ description: 'It is gone' })
  @ProblemAnswers(400, 401, 403, 404, 503)
  async withdraw(
    @Param() { code, field }: ProfilePartRequest,
    @Query() _query: LanguageRequest,
    @CurrentActor() actor: Actor,
    @Req() { id: requestId }: FastifyRequest,
  ): Promise<void> {
    await this.profiles.withdraw(actor, code, field, { requestId });
  }

  @Put('facts')
  @HttpCode(204)
  @ApiOperation({
    summary: 'Tell in which languages your community works, and where it met',
    description: 'For members who send or review. What is left out stays as it is.',
  })
  @ApiNoContentResponse({ description: 'It is told' })
  @ProblemAnswers(400, 401, 403, 404, 413, 415, 422, 503)
  async tellFacts(
    @Param() { code }: CodeRequest,
    @Body() facts: FactsRequest,
    @Query() _query: LanguageRequest,
    @CurrentActor() actor: Actor,
    @Req() { id: requestId }: FastifyRequest,
  ): Promise<void> {
    await this.profiles.tellFacts(actor, code, facts, { requestId });
  }
}

/** @throws Problem profile_faults (422) when the part that the address names is not there */
function partOf<Field extends ProfileField>(request: WritePartRequest, field: Field): SentProfile[Field] {
  const { description, engagement, contact } = request;
  const sent = {
    description,
    engagement: engagement && {
      channels: engagement.channels,
      byWhom: engagement.byWhom ?? {},
      aboutWhat: engagement.aboutWhat ?? {},
    },
    contact,
  }[field];
  if (sent !== undefined) return sent as SentProfile[Field];
  throw new Problem('profile_faults', 422, {}, [{ code: 'profile_nothing', pointer: `/${field}` }]);
}

function told(code: string, profile: CommunityProfile, reply: FastifyReply): OwnProfileResponse {
  reply.header('etag', versionTag(`profile-${code}`, profile.version));
  return ownProfileResponse(profile);
}
