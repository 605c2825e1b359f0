import { Controller, Get, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { preferredLanguage } from '../language/language.js';
import { rememberedLanguage } from './chosen-language.js';

/** The way in: sends readers to their language. */
@Controller()
export class HomeController {
  @Get()
  async home(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const language = rememberedLanguage(request) ?? preferredLanguage(request.headers['accept-language']);
    await reply.header('vary', 'cookie, accept-language').redirect(`/${language}/`, 302);
  }
}
