import { Controller, Get, Query, Req, Res, UseFilters } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { languageOfState } from '../access/openid-attempt.js';
import { languages, sourceLanguage } from '../language/language.js';
import { PageProblemFilter } from './page-problem.filter.js';

/** Where the provider sends people back to: one address for all languages, as each one must be registered with it. */
@Controller('sign-in/openid')
@UseFilters(PageProblemFilter)
export class OpenIdCallbackController {
  /** Leads on to the same in the language they left in. */
  @Get()
  async comeBack(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Query('state') state?: string | string[],
  ): Promise<void> {
    const wanted = typeof state === 'string' ? languageOfState(state) : undefined;
    const language = languages.find((each) => each === wanted) ?? sourceLanguage;
    const [, query = ''] = request.url.split('?', 2);
    await reply
      .header('cache-control', 'no-store')
      .redirect(`/${language}/sign-in/openid/callback${query === '' ? '' : `?${query}`}`, 303);
  }
}
