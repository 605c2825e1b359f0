import { Body, Controller, HttpCode, Post, Query, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import { hintsOf } from '../../communities/conduct/hints.js';
import { preferredLanguage } from '../../language/language.js';
import { ProblemAnswers } from '../edge/problem-answers.decorator.js';
import { LanguageRequest } from '../edge/read.request.js';
import { WordingRequest } from './wording.request.js';
import { wordingHintResponse, WordingResponse } from './wording.response.js';

/** Hints on a text before it is sent, for everybody; nothing is kept of it. */
@ApiTags('Moderation')
@Controller('api/v1/wording')
export class WordingController {
  @Post()
  @HttpCode(200)
  @RouteConfig({ onlyAsks: true })
  @ApiOperation({
    summary: 'Ask for hints on a text',
    description:
      'Where it targets a person, a body or a government instead of the issue, or states a fact without evidence. ' +
      'Words decide, so it may be wrong; nothing that is sent is ever refused for a hint. The text is neither kept nor ' +
      'logged. It counts as a read.',
  })
  @ApiOkResponse({ type: WordingResponse })
  @ProblemAnswers(400, 413, 415)
  hints(
    @Body() { text, language, about, hasEvidence = false }: WordingRequest,
    @Query() { lang }: LanguageRequest,
    @Req() { headers }: FastifyRequest,
  ): WordingResponse {
    const spoken = lang ?? preferredLanguage(headers['accept-language']);
    const hints = hintsOf(text, language, { ownGovernment: about ?? undefined, hasEvidence });
    return { hints: hints.map((hint) => wordingHintResponse(hint, spoken)) };
  }
}
