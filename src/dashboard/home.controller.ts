import { Controller, Get, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { languages, preferredLanguage } from '../language/language.js';

/** The way in: sends readers to their language. */
@Controller()
export class HomeController {
  @Get()
  async home(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const chosen = /(?:^|;\s*)lang=([a-z]{2,3})(?:;|$)/.exec(request.headers.cookie ?? '')?.[1];
    const language =
      chosen !== undefined && languages.includes(chosen)
        ? chosen
        : preferredLanguage(request.headers['accept-language']);
    await reply.header('vary', 'cookie, accept-language').redirect(`/${language}/`, 302);
  }
}
