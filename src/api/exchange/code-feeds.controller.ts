import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { nameIn } from '../../catalogue/name-in.js';
import { translate } from '../../language/translate.js';
import { RecentChangeRepository } from '../../observations/recent-change.repository.js';
import { requireFound } from '../../platform/require-found.js';
import { statementEntries } from './statement-entries.js';
import { CodeRequest, IdRequest } from '../edge/code.request.js';
import { ProblemAnswers } from '../edge/problem-answers.decorator.js';
import { LanguageRequest } from '../edge/read.request.js';
import { RouteSays } from '../edge/route-says.decorator.js';
import { changeEntries, releaseEntries } from './change-entries.js';
import { ATOM_CONTENT, ATOM_TYPES, ChangeFeedService, MOST_CHANGES, TAGGED } from './change-feed.service.js';

/** What changed about a commitment, an indicator or a community, for feed readers. */
@ApiTags('Reports')
@Controller('api/v1/feeds')
export class CodeFeedsController {
  constructor(
    private readonly changes: RecentChangeRepository,
    private readonly feeds: ChangeFeedService,
  ) {}

  @Get('commitments/:id.atom')
  @RouteSays({ produces: ATOM_TYPES })
  @ApiOperation({
    summary: 'What changed about a commitment, as an Atom feed',
    description:
      'The newest 50: batches with figures of the indicators that measure it, by community, statements on it, and ' +
      'releases. It names no person.',
  })
  @ApiOkResponse({ content: ATOM_CONTENT, headers: TAGGED })
  @ProblemAnswers(400, 404, 406, 503)
  async ofCommitment(
    @Param() { id }: IdRequest,
    @Query() _query: LanguageRequest,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string | undefined> {
    return this.feeds.answer({ request, reply }, async ({ lookUp, statements }, language, releases) => {
      const { catalogue } = lookUp;
      const known = catalogue.commitments.map((one) => one.id);
      requireFound(lookUp.commitment(id), 'commitment_not_found', id, known);
      const indicators = lookUp.linksOfCommitment(id).map(({ indicator }) => indicator);
      const changes = await this.changes.ofIndicators(indicators, MOST_CHANGES);
      const page = `/${language}/commitments/${id}`;
      const spoken = statements.filter(({ subject }) => subject === `commitment:${id}`);
      const about = nameIn(catalogue, language, 'commitment', id);
      return {
        title: translate(language, 'following.feed', { about }),
        page,
        entries: [
          ...changeEntries(changes, catalogue, language, { about: `commitment/${id}`, page }),
          ...statementEntries(spoken, language, lookUp),
          ...releaseEntries(releases, language),
        ],
      };
    });
  }

  @Get('indicators/:code.atom')
  @RouteSays({ produces: ATOM_TYPES })
  @ApiOperation({
    summary: 'What changed about an indicator, as an Atom feed',
    description:
      'The newest 50: batches with figures of it, by community, statements on it, and releases. It names no person.',
  })
  @ApiOkResponse({ content: ATOM_CONTENT, headers: TAGGED })
  @ProblemAnswers(400, 404, 406, 503)
  async ofIndicator(
    @Param() { code }: CodeRequest,
    @Query() _query: LanguageRequest,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string | undefined> {
    return this.feeds.answer({ request, reply }, async ({ lookUp, statements }, language, releases) => {
      const { catalogue } = lookUp;
      const known = catalogue.indicators.map((one) => one.code);
      requireFound(lookUp.indicator(code), 'indicator_not_found', code, known);
      const changes = await this.changes.ofIndicators([code], MOST_CHANGES);
      const page = `/${language}/indicators/${code}`;
      const spoken = statements.filter(({ subject }) => subject === `indicator:${code}`);
      return {
        title: translate(language, 'following.feed', {
          about: nameIn(catalogue, language, 'indicator', code),
        }),
        page,
        entries: [
          ...changeEntries(changes, catalogue, language, { about: `indicator/${code}`, page }),
          ...statementEntries(spoken, language, lookUp),
          ...releaseEntries(releases, language),
        ],
      };
    });
  }

  @Get('communities/:code.atom')
  @RouteSays({ produces: ATOM_TYPES })
  @ApiOperation({
    summary: 'What a community did, as an Atom feed',
    description:
      'The newest 50: its batches that were accepted or taken back, and its statements. It names no person.',
  })
  @ApiOkResponse({ content: ATOM_CONTENT, headers: TAGGED })
  @ProblemAnswers(400, 404, 406, 503)
  async ofCommunity(
    @Param() { code }: CodeRequest,
    @Query() _query: LanguageRequest,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string | undefined> {
    return this.feeds.answer({ request, reply }, async (sources, language) => {
      const { lookUp, communities, statements } = sources;
      const shown = [...communities.values()].filter(({ hidden }) => !hidden);
      const known = shown.map((one) => one.code);
      const found = shown.find((one) => one.code === code);
      const { name } = requireFound(found, 'community_not_found', code, known);
      const changes = await this.changes.ofCommunity(code, MOST_CHANGES);
      const page = `/${language}/communities/${code}`;
      const spoken = statements.filter(({ by }) => by.community === code);
      return {
        title: translate(language, 'following.feed', { about: name }),
        page,
        entries: [
          ...changeEntries(changes, lookUp.catalogue, language, { about: `community/${code}`, page }),
          ...statementEntries(spoken, language, lookUp),
        ],
      };
    });
  }
}
