import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  Post,
  Put,
  Query,
  Req,
  UseGuards,
} from '@nestjs/common';
import { ApiBearerAuth, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { Actor } from '../../access/actor.js';
import { ContactService } from '../../submissions/notices/contact.service.js';
import { ContactTokenRequest, PutContactRequest } from './contact.request.js';
import { ContactResponse, contactResponse } from './contact.response.js';
import { CurrentActor, KeyGuard } from '../edge/key.guard.js';
import { ProblemAnswers } from '../edge/problem-answers.decorator.js';
import { LanguageRequest } from '../edge/read.request.js';
import { readerLanguage } from '../edge/reader-language.js';
import { RouteSays } from '../edge/route-says.decorator.js';

/** Where people are told by mail. */
@ApiTags('Access')
@Controller('api/v1')
export class ContactsController {
  constructor(private readonly contacts: ContactService) {}

  @Get('me/contact')
  @UseGuards(KeyGuard)
  @ApiBearerAuth()
  @ApiOperation({ summary: 'Whether you left an e-mail address' })
  @ApiOkResponse({ type: ContactResponse })
  @ProblemAnswers(400, 401, 404, 503)
  async read(@Query() _query: LanguageRequest, @CurrentActor() actor: Actor): Promise<ContactResponse> {
    return contactResponse(await this.contacts.read(actor));
  }

  @Put('me/contact')
  @UseGuards(KeyGuard)
  @ApiBearerAuth()
  @ApiOperation({
    summary: 'Leave an e-mail address at which you are told what becomes of submissions',
    description:
      'A mail asks to confirm it. Members of a community are told of each step of what it sent; reviewers and ' +
      'administrators are reminded of what waits. Each mail holds a link that ends them.',
  })
  @ApiOkResponse({ type: ContactResponse })
  @ProblemAnswers(400, 401, 409, 413, 415, 422, 429, 503)
  async put(
    @Body() { address, language }: PutContactRequest,
    @Query() _query: LanguageRequest,
    @CurrentActor() actor: Actor,
    @Req() request: FastifyRequest,
  ): Promise<ContactResponse> {
    const contact = { address, language: language ?? readerLanguage(request) };
    return contactResponse(await this.contacts.set(actor, contact, request.id));
  }

  @Delete('me/contact')
  @HttpCode(204)
  @UseGuards(KeyGuard)
  @ApiBearerAuth()
  @ApiOperation({ summary: 'Erase your e-mail address' })
  @ApiNoContentResponse({ description: 'There is none' })
  @ProblemAnswers(400, 401, 503)
  async remove(
    @Query() _query: LanguageRequest,
    @CurrentActor() actor: Actor,
    @Req() request: FastifyRequest,
  ): Promise<void> {
    await this.contacts.remove(actor, request.id);
  }

  @Post('contacts/:token/confirmation')
  @HttpCode(204)
  @ApiOperation({ summary: 'Confirm an address, with the token from a mail sent there' })
  @ApiNoContentResponse({ description: 'It is confirmed' })
  @ProblemAnswers(400, 404, 503)
  async confirm(
    @Param() { token }: ContactTokenRequest,
    @Query() _query: LanguageRequest,
    @Req() request: FastifyRequest,
  ): Promise<void> {
    await this.contacts.confirm(token, request.id);
  }

  @Post('contacts/:token/removal')
  @RouteSays({ takesForm: true, produces: [] })
  @HttpCode(204)
  @ApiOperation({
    summary: 'End mails to an address, with the token from one of them',
    description: 'For mail programs as well (RFC 8058): the body is not read.',
  })
  @ApiNoContentResponse({ description: 'No more mails' })
  @ProblemAnswers(400, 503)
  async end(
    @Param() { token }: ContactTokenRequest,
    @Query() _query: LanguageRequest,
    @Req() request: FastifyRequest,
  ): Promise<void> {
    await this.contacts.end(token, request.id);
  }
}
