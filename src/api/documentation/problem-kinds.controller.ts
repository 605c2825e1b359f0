import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import {
  ApiExtraModels,
  ApiOkResponse,
  ApiOperation,
  ApiProperty,
  ApiTags,
  getSchemaPath,
} from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { hasMessage, translate } from '../../language/translate.js';
import { Problem } from '../../platform/problem.js';
import { CodeRequest } from '../edge/code.request.js';
import { htmlPage, PAGE_HEADERS, text } from '../edge/html.js';
import { prefersPage } from '../edge/media.js';
import { ProblemAnswers } from '../edge/problem-answers.decorator.js';
import { LanguageRequest } from '../edge/read.request.js';
import { readerLanguage } from '../edge/reader-language.js';
import { RouteSays } from '../edge/route-says.decorator.js';

/** What all problems of a kind have in common. */
class ProblemKindResponse {
  @ApiProperty({ type: String, description: 'Address of the kind', example: '/problems/invalid_request' })
  readonly type!: string;

  @ApiProperty({ type: String, description: 'The kind in a few words', example: 'Not as described' })
  readonly title!: string;

  @ApiProperty({
    type: String,
    description: 'Where to read what happened in one case',
    example: 'Answers of this kind carry a sentence of their own in `detail`.',
  })
  readonly description!: string;
}

/** Where the `type` of a problem document leads. */
@ApiTags('Description')
@Controller('problems')
export class ProblemKindsController {
  @Get(':code')
  @RouteSays({ produces: ['application/json', 'text/html'] })
  @ApiOperation({
    summary: 'What a kind of problem means: where the `type` of a problem document leads',
    description: 'A page for browsers; JSON for who does not ask for one.',
  })
  @ApiExtraModels(ProblemKindResponse)
  @ApiOkResponse({
    description: 'The kind of problem',
    content: {
      'application/json': { schema: { $ref: getSchemaPath(ProblemKindResponse) } },
      'text/html': { schema: { type: 'string' } },
    },
  })
  @ProblemAnswers(400, 404)
  kind(
    @Param() { code }: CodeRequest,
    @Query() _query: LanguageRequest,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): ProblemKindResponse | string {
    if (!hasMessage(`problem.${code}.title`)) {
      throw new Problem('no_such_address', 404, { path: `/problems/${code}` });
    }
    const language = readerLanguage(request);
    const title = translate(language, `problem.${code}.title`);
    const description = translate(language, 'docs.problem');
    reply.headers({
      'content-language': language,
      'cache-control': 'no-cache',
      vary: 'accept, accept-language',
    });
    if (!prefersPage(request.headers.accept)) return { type: `/problems/${code}`, title, description };
    reply.headers(PAGE_HEADERS);
    return htmlPage(
      text(title),
      `<h1>${text(title)}</h1><p><code>${text(code)}</code></p>
      <p>${text(description)}</p>
      <p><a href="/api/docs">${text(translate(language, 'docs.title'))}</a></p>`,
      language,
    );
  }
}
