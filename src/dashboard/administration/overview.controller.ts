import { Controller, Get, Req, Res, UseFilters } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { h } from 'preact';
import { requireOversight } from '../../access/administering.js';
import { expiresSoon } from '../../access/api-key.js';
import { KeyAdministrationService } from '../../access/key-administration.service.js';
import { CommunityAdministrationService } from '../../communities/community-administration.service.js';
import { languages } from '../../language/language.js';
import { PageProblemFilter } from '../page-problem.filter.js';
import { PageService } from '../page.service.js';
import { VisitorService } from '../visitor.service.js';
import { AdministrationPage } from './administration.page.js';

/** Where administrators and auditors begin: what there is, and what waits. */
@Controller(languages.map((language) => `${language}/administration`))
@UseFilters(PageProblemFilter)
export class AdministrationController {
  constructor(
    private readonly pages: PageService,
    private readonly visitors: VisitorService,
    private readonly keys: KeyAdministrationService,
    private readonly communities: CommunityAdministrationService,
  ) {}

  @Get()
  async overview(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const visitor = await this.visitors.signedIn(request);
    requireOversight(visitor.actor);
    const keys = await this.keys.list({ state: 'in-force' });
    const ending = keys.filter((key) => expiresSoon(key, new Date()));
    const waiting = (await this.communities.list()).filter(({ hidden }) => hidden).length;
    await this.pages.answerOnce(
      request,
      reply,
      ({ frame }) => h(AdministrationPage, { frame, visitor, ending, waiting }),
      { visitor },
    );
  }
}
