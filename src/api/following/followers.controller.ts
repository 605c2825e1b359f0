import { Body, Controller, Get, Header, HttpCode, Param, Post, Query, Req } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { FollowingService } from '../../reports/following/following.service.js';
import { ProblemAnswers } from '../edge/problem-answers.decorator.js';
import { LanguageRequest } from '../edge/read.request.js';
import { readerLanguage } from '../edge/reader-language.js';
import { RouteSays } from '../edge/route-says.decorator.js';
import { FollowerRequest, FollowerTokenRequest, StopRequest } from './follower.request.js';
import { FollowerResponse, followerResponse } from './follower.response.js';

/** Readers without a key are told of each release by mail. */
@ApiTags('Reports')
@Controller('api/v1/followers')
export class FollowersController {
  constructor(private readonly following: FollowingService) {}

  @Post()
  @HttpCode(202)
  @ApiOperation({
    summary: 'Follow countries, regions, issues or commitments by mail',
    description:
      'A mail asks to confirm it; what is not confirmed within three days is forgotten. Then one mail a release tells ' +
      'what changed, and none when nothing did. The answer is the same whether the address is known or not.',
  })
  @ApiAcceptedResponse({ description: 'If the address is right, a mail asks its owner' })
  @ProblemAnswers(400, 409, 413, 415, 422, 429, 503)
  async ask(
    @Body() { address, language, follows }: FollowerRequest,
    @Query() _query: LanguageRequest,
    @Req() request: FastifyRequest,
  ): Promise<void> {
    const asked = { address, language: language ?? readerLanguage(request), follows };
    await this.following.ask(asked, request.ip, { requestId: request.id });
  }

  @Get(':token')
  @Header('cache-control', 'private, no-store')
  @ApiOperation({ summary: 'What somebody follows, with the token from a mail sent there' })
  @ApiOkResponse({ type: FollowerResponse })
  @ProblemAnswers(400, 404, 503)
  async read(
    @Param() { token }: FollowerTokenRequest,
    @Query() _query: LanguageRequest,
  ): Promise<FollowerResponse> {
    return followerResponse(await this.following.byToken(token));
  }

  @Post(':token/confirmation')
  @HttpCode(204)
  @ApiOperation({ summary: 'Confirm what is to be followed, with the token from a mail' })
  @ApiNoContentResponse({ description: 'It is confirmed' })
  @ProblemAnswers(400, 404, 503)
  async confirm(
    @Param() { token }: FollowerTokenRequest,
    @Query() _query: LanguageRequest,
    @Req() request: FastifyRequest,
  ): Promise<void> {
    await this.following.confirm(token, { requestId: request.id });
  }

  @Post(':token/removal')
  @RouteSays({ takesForm: true, produces: [] })
  @HttpCode(204)
  @ApiOperation({
    summary: 'Follow something no longer, or nothing at all, with the token from a mail',
    description:
      'For mail programs as well (RFC 8058): the body is not read. When nothing is followed any more, the address is erased.',
  })
  @ApiNoContentResponse({ description: 'No more mails about it' })
  @ProblemAnswers(400, 503)
  async stop(
    @Param() { token }: FollowerTokenRequest,
    @Query() { followed }: StopRequest,
    @Req() request: FastifyRequest,
  ): Promise<void> {
    await this.following.stop(token, followed, { requestId: request.id });
  }
}
