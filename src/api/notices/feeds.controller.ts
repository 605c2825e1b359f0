import {
  Controller,
  Delete,
  Get,
  HttpCode,
  Inject,
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
  ApiSecurity,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../../access/actor.js';
import { CommunityRepository } from '../../communities/community.repository.js';
import type { Community } from '../../communities/community.js';
import { translate } from '../../language/translate.js';
import { CONFIG, type Config } from '../../platform/config.js';
import { entityTag, isKnown } from '../../platform/entity-tag.js';
import { publicBase } from '../../platform/public-base.js';
import { requireFound } from '../../platform/require-found.js';
import { feedPath } from '../../submissions/notices/feed-path.js';
import { NoticeFeedService } from '../../submissions/notices/notice-feed.service.js';
import { CodeRequest } from '../edge/code.request.js';
import { FeedRequest } from './feed.request.js';
import { FeedAddressResponse } from './feed.response.js';
import { Idempotent } from '../edge/idempotent.decorator.js';
import { CurrentActor, KeyGuard, OptionalKeyGuard } from '../edge/key.guard.js';
import { atomText, type NoticeFeed } from './notice-feed.js';
import { ProblemAnswers } from '../edge/problem-answers.decorator.js';
import { LanguageRequest } from '../edge/read.request.js';
import { readerLanguage } from '../edge/reader-language.js';
import { RouteSays } from '../edge/route-says.decorator.js';
import { ReceiptRequest } from '../submissions/submission.request.js';

const ATOM = 'application/atom+xml; charset=utf-8';
const ATOM_TYPES = ['application/atom+xml', 'application/xml', 'text/xml'];
const TAGGED = { ETag: { description: 'Strong entity tag', schema: { type: 'string' as const } } };
const ATOM_CONTENT = { 'application/atom+xml': { schema: { type: 'string' as const } } };

/** What happened to submissions, for feed readers. */
@ApiTags('Submissions')
@Controller('api/v1')
export class FeedsController {
  constructor(
    private readonly feeds: NoticeFeedService,
    private readonly communities: CommunityRepository,
    @Inject(CONFIG) private readonly config: Pick<Config, 'publicUrl'>,
  ) {}

  @Get('submissions/:receipt/feed.atom')
  @RouteSays({ produces: ATOM_TYPES })
  @UseGuards(OptionalKeyGuard)
  @ApiBearerAuth()
  @ApiSecurity({})
  @ApiOperation({
    summary: 'What happened to a submission, as an Atom feed',
    description: 'Before acceptance with a key that may see it, or with the secret of its community’s feeds.',
  })
  @ApiOkResponse({ content: ATOM_CONTENT, headers: TAGGED })
  @ProblemAnswers(400, 401, 404, 503)
  async ofSubmission(
    @Param() { receipt }: ReceiptRequest,
    @Query() { secret }: FeedRequest,
    @CurrentActor() actor: Actor | undefined,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string | undefined> {
    const { submission, notices } = await this.feeds.ofSubmission({ actor, secret }, receipt);
    const language = readerLanguage(request);
    const { communityName: community, fileName: file = receipt } = submission;
    return this.answer(request, reply, {
      title: translate(language, 'notice.feed.submission', { file, community }),
      base: publicBase(this.config, request),
      path: `/api/v1/submissions/${receipt}/feed.atom`,
      page: `/${language}/submissions/${receipt}`,
      notices,
    });
  }

  @Get('communities/:code/submissions.atom')
  @RouteSays({ produces: ATOM_TYPES })
  @UseGuards(OptionalKeyGuard)
  @ApiBearerAuth()
  @ApiSecurity({})
  @ApiOperation({
    summary: 'What happened to the submissions of a community, as an Atom feed',
    description:
      'The accepted ones for everybody; all of them with a key that may see them, or with the feed’s secret.',
  })
  @ApiOkResponse({ content: ATOM_CONTENT, headers: TAGGED })
  @ProblemAnswers(400, 401, 404, 503)
  async ofCommunity(
    @Param() { code }: CodeRequest,
    @Query() { secret }: FeedRequest,
    @CurrentActor() actor: Actor | undefined,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string | undefined> {
    const { id, name: community } = await this.community(code);
    const notices = await this.feeds.ofCommunity({ actor, secret }, id);
    const language = readerLanguage(request);
    return this.answer(request, reply, {
      title: translate(language, 'notice.feed.community', { community }),
      base: publicBase(this.config, request),
      path: feedPath(code),
      page: `/${language}/submissions`,
      notices,
    });
  }

  @Post('communities/:code/feed-secret')
  @Idempotent({ secret: true })
  @UseGuards(KeyGuard)
  @ApiBearerAuth()
  @ApiOperation({
    summary: 'Make a secret feed address for a community of yours',
    description:
      'Feed readers send no key: whoever has this address follows the community’s submissions, also those not accepted ' +
      'yet, and can do nothing else. An earlier address ends.',
  })
  @ApiCreatedResponse({ type: FeedAddressResponse })
  @ProblemAnswers(400, 401, 403, 409, 422, 503)
  async makeSecret(
    @Param() { code }: CodeRequest,
    @Query() _query: LanguageRequest,
    @CurrentActor() actor: Actor,
    @Req() request: FastifyRequest,
  ): Promise<FeedAddressResponse> {
    const secret = await this.feeds.newSecret(actor, code, request.id);
    return { address: publicBase(this.config, request) + feedPath(code, secret) };
  }

  @Delete('communities/:code/feed-secret')
  @HttpCode(204)
  @UseGuards(KeyGuard)
  @ApiBearerAuth()
  @ApiOperation({ summary: 'End the secret feed address of a community of yours' })
  @ApiNoContentResponse({ description: 'There is none in force' })
  @ProblemAnswers(400, 401, 403, 503)
  async revokeSecret(
    @Param() { code }: CodeRequest,
    @Query() _query: LanguageRequest,
    @CurrentActor() actor: Actor,
    @Req() request: FastifyRequest,
  ): Promise<void> {
    await this.feeds.revokeSecret(actor, code, request.id);
  }

  /** Feed readers ask often: what they have already is not sent again. */
  private answer(request: FastifyRequest, reply: FastifyReply, feed: NoticeFeed): string | undefined {
    const atom = atomText(feed, readerLanguage(request));
    const tag = entityTag(atom);
    reply.headers({ etag: tag, 'cache-control': 'private, no-cache' });
    if (isKnown(request.headers['if-none-match'], tag)) {
      reply.status(304);
      return undefined;
    }
    reply.type(ATOM);
    return atom;
  }

  private async community(code: string): Promise<Community> {
    const visible = await this.communities.visible();
    const known = visible.map((community) => community.code);
    return requireFound(
      visible.find((community) => community.code === code),
      'community_not_found',
      code,
      known,
    );
  }
}
