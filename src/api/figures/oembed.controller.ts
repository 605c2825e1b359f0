import { Controller, Get, Inject, Query, Req, Res } from '@nestjs/common';
import { ApiExtraModels, ApiOkResponse, ApiOperation, ApiTags, getSchemaPath } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { languages } from '../../language/language.js';
import { translate } from '../../language/translate.js';
import { CONFIG, type Config } from '../../platform/config.js';
import { Problem } from '../../platform/problem.js';
import { publicBase } from '../../platform/public-base.js';
import { ChartService } from '../../reports/charts/chart.service.js';
import {
  EMBED_WIDTH,
  embedHeight,
  embeddedOf,
  frameCode,
  type Embedded,
} from '../../reports/charts/embed.js';
import { ProblemAnswers } from '../edge/problem-answers.decorator.js';
import { RouteSays } from '../edge/route-says.decorator.js';
import { OembedRequest } from './oembed.request.js';
import { OembedResponse, oembedXml } from './oembed.response.js';

const CACHE_SECONDS = 3_600;
const FORMATS = ['json', 'xml'];

/** Tells sites that are given an address of ours which chart to show for it. Source: oEmbed 1.0. */
@ApiTags('Charts')
@Controller('api/v1/oembed')
export class OembedController {
  constructor(
    private readonly charts: ChartService,
    @Inject(CONFIG) private readonly config: Pick<Config, 'publicUrl'>,
  ) {}

  @Get()
  @RouteSays({ produces: ['application/json', 'text/xml'] })
  @ApiOperation({
    summary: 'oEmbed: the frame to show for an address of this site',
    description: '404 for an address that no chart stands for; 501 for a form other than json and xml.',
  })
  @ApiExtraModels(OembedResponse)
  @ApiOkResponse({
    content: {
      'application/json': { schema: { $ref: getSchemaPath(OembedResponse) } },
      'text/xml': { schema: { type: 'string' } },
    },
  })
  @ProblemAnswers(400, 404, 406, 501, 503)
  async answer(
    @Query() query: OembedRequest,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<OembedResponse | string> {
    const { url, format = 'json', maxwidth = EMBED_WIDTH, maxheight } = query;
    if (!FORMATS.includes(format)) throw new Problem('oembed_format', 501, { format });
    const base = publicBase(this.config, request);
    const embedded = this.embedded(url, base);
    const { title } = await this.charts.of(embedded.question, embedded.language, embedded.moment);
    const [width, height] = [
      Math.min(maxwidth, EMBED_WIDTH),
      Math.min(maxheight ?? Infinity, embedHeight(embedded.question)),
    ];
    const answer: OembedResponse = {
      version: '1.0',
      type: 'rich',
      title,
      provider_name: translate(embedded.language, 'site.name'),
      provider_url: `${base}/${embedded.language}/`,
      cache_age: CACHE_SECONDS,
      html: frameCode(embedded, title, base, { width, height }),
      width,
      height,
    };
    void reply.header('cache-control', `public, max-age=${String(CACHE_SECONDS)}`);
    if (format === 'json') return answer;
    void reply.type('text/xml; charset=utf-8');
    return oembedXml(answer);
  }

  /** @throws Problem `not_embeddable` */
  private embedded(text: string, base: string): Embedded {
    const url = URL.canParse(text, base) ? new URL(text, base) : undefined;
    const embedded = url?.origin === new URL(base).origin ? embeddedOf(url) : undefined;
    if (embedded === undefined || !languages.includes(embedded.language))
      throw new Problem('not_embeddable', 404, { url: text });
    return embedded;
  }
}
