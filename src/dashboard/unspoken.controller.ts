import { Controller, Get, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { preferredLanguage, unspokenLanguages } from '../language/language.js';

/** Addresses in an official language of the United Nations that has no messages yet: the same page in another one. */
@Controller([...unspokenLanguages])
export class UnspokenController {
  @Get(['', '*'])
  async elsewhere(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const language = preferredLanguage(request.headers['accept-language']);
    const rest = request.url.replace(/^\/[a-z]+\/?/, '');
    await reply.header('vary', 'accept-language').redirect(`/${language}/${rest}`, 302);
  }
}
