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
  ApiExtraModels,
  ApiHeader,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiSecurity,
  ApiTags,
  getSchemaPath,
} from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../../access/actor.js';
import { BYTE_ORDER_MARK, csvText } from '../../reports/csv-table.js';
import { ReleaseService } from '../../reports/releases/release.service.js';
import { Idempotent } from '../edge/idempotent.decorator.js';
import { itemTable } from '../edge/item-table.js';
import { CurrentActor, KeyGuard, OptionalKeyGuard } from '../edge/key.guard.js';
import { chooseMedia, MEDIA_TYPES } from '../edge/media.js';
import { ProblemAnswers } from '../edge/problem-answers.decorator.js';
import { isYes } from '../edge/query-values.decorator.js';
import { LanguageRequest, ReadRequest } from '../edge/read.request.js';
import { RouteSays } from '../edge/route-says.decorator.js';
import { NewReleaseRequest, ReleaseIdRequest } from './release.request.js';
import {
  ReleaseLineResponse,
  releaseLineResponse,
  ReleaseListResponse,
  ReleaseResponse,
  releaseResponse,
} from './release.response.js';
import { keeping, releaseStep, releaseTag, unlessKnown } from './release-tag.js';

const TAGGED = {
  ETag: { description: 'Strong entity tag, also for If-Match', schema: { type: 'string' as const } },
};
const MADE = { Location: { description: 'Address of what was made', schema: { type: 'string' as const } } };
const IF_MATCH = {
  name: 'If-Match',
  required: true,
  description:
    'ETag of the release as you saw it: the step is taken only on that very manifest. `*` takes it on any',
  schema: { type: 'string', example: '"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08.x"' },
};

/** Releases: frozen, signed, and made by two people. */
@ApiTags('Releases')
@Controller('api/v1')
export class ReleasesController {
  constructor(private readonly releases: ReleaseService) {}

  @Get(['releases', 'releases.json', 'releases.csv'])
  @RouteSays({ produces: ['application/json', 'text/csv'] })
  @UseGuards(OptionalKeyGuard)
  @ApiBearerAuth()
  @ApiSecurity({})
  @ApiOperation({
    summary: 'Releases, the newest first',
    description:
      'Those that are published; with a key of a publisher, administrator or auditor also those that are prepared. The form ' +
      'follows the Accept header; .json or .csv at the end of the path wins.',
  })
  @ApiExtraModels(ReleaseListResponse)
  @ApiOkResponse({
    headers: TAGGED,
    content: {
      'application/json': { schema: { $ref: getSchemaPath(ReleaseListResponse) } },
      'text/csv': { schema: { type: 'string' } },
    },
  })
  @ProblemAnswers(400, 401, 406, 503)
  async list(
    @Query() { bom }: ReadRequest,
    @CurrentActor() actor: Actor | undefined,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ReleaseListResponse | string | undefined> {
    const path = request.url.split('?')[0] ?? '';
    const media = chooseMedia(path, request.headers.accept, ['json', 'csv']);
    const items = (await this.releases.list(actor)).map(releaseLineResponse);
    const csv = `${isYes(bom) ? BYTE_ORDER_MARK : ''}${csvText(itemTable(COLUMNS, items))}`;
    reply.headers({ vary: 'accept, authorization', 'cache-control': keeping(actor === undefined) });
    reply.type(MEDIA_TYPES[media]);
    const tag = releaseTag('', media, JSON.stringify(items), csv);
    return unlessKnown(request, reply, tag, media === 'csv' ? csv : { items });
  }

  @Get('releases/:id')
  @UseGuards(OptionalKeyGuard)
  @ApiBearerAuth()
  @ApiSecurity({})
  @ApiOperation({
    summary: 'One release: what it stands on, its files, how to cite it',
    description: 'One that is only prepared needs a key of a publisher, administrator or auditor.',
  })
  @ApiOkResponse({ type: ReleaseResponse, headers: TAGGED })
  @ProblemAnswers(400, 401, 404, 406, 503)
  async one(
    @Param() { id }: ReleaseIdRequest,
    @Query() _query: LanguageRequest,
    @CurrentActor() actor: Actor | undefined,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ReleaseResponse | undefined> {
    const answer = releaseResponse(await this.releases.report(id, actor));
    reply.headers({ vary: 'authorization', 'cache-control': keeping(actor === undefined) });
    return unlessKnown(request, reply, tagOf(answer), answer);
  }

  @Post('releases')
  @Idempotent()
  @UseGuards(KeyGuard)
  @ApiBearerAuth()
  @ApiOperation({
    summary: 'Freeze what is said now',
    description:
      'For publishers. It takes seconds; nothing is kept before all of it is there. Another publisher publishes it.',
  })
  @ApiCreatedResponse({ type: ReleaseResponse, headers: { ...TAGGED, ...MADE } })
  @ProblemAnswers(400, 401, 403, 409, 413, 415, 422, 503)
  async prepare(
    @Body() { id, date, note }: NewReleaseRequest,
    @Query() _query: LanguageRequest,
    @CurrentActor() actor: Actor,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ReleaseResponse> {
    const asked = { id, date: date ?? undefined, note: note ?? undefined };
    await this.releases.prepare(actor, asked, request.id);
    reply.header('location', `/api/v1/releases/${id}`);
    return this.told(actor, id, reply);
  }

  @Post('releases/:id/publication')
  @HttpCode(200)
  @Idempotent()
  @UseGuards(KeyGuard)
  @ApiBearerAuth()
  @ApiHeader(IF_MATCH)
  @ApiOperation({
    summary: 'Publish what another publisher prepared',
    description:
      'For publishers. It is built once more and compared byte by byte, then its manifest is signed. It cannot be undone.',
  })
  @ApiOkResponse({ type: ReleaseResponse, headers: TAGGED })
  @ProblemAnswers(400, 401, 403, 404, 409, 412, 422, 428, 503)
  async publish(
    @Param() { id }: ReleaseIdRequest,
    @Query() _query: LanguageRequest,
    @CurrentActor() actor: Actor,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ReleaseResponse> {
    await this.releases.publish(actor, id, request.id, releaseStep(request, id));
    return this.told(actor, id, reply);
  }

  @Delete('releases/:id')
  @HttpCode(204)
  @UseGuards(KeyGuard)
  @ApiBearerAuth()
  @ApiHeader(IF_MATCH)
  @ApiOperation({ summary: 'Take back a release that is only prepared', description: 'For publishers.' })
  @ApiNoContentResponse({ description: 'It is gone' })
  @ProblemAnswers(400, 401, 403, 404, 409, 412, 428, 503)
  async withdraw(
    @Param() { id }: ReleaseIdRequest,
    @Query() _query: LanguageRequest,
    @CurrentActor() actor: Actor,
    @Req() request: FastifyRequest,
  ): Promise<void> {
    await this.releases.withdraw(actor, id, releaseStep(request, id));
  }

  private async told(actor: Actor, id: string, reply: FastifyReply): Promise<ReleaseResponse> {
    const answer = releaseResponse(await this.releases.report(id, actor));
    reply.header('etag', tagOf(answer));
    return answer;
  }
}

const COLUMNS: readonly (keyof ReleaseLineResponse)[] = [
  ...(['id', 'date', 'state', 'edition', 'methodVersion', 'revision', 'catalogueVersion'] as const),
  ...(['preparedAt', 'publishedAt', 'manifestSha256', 'note'] as const),
];

function tagOf(answer: ReleaseResponse): string {
  return releaseTag(answer.manifestSha256, JSON.stringify(answer));
}
