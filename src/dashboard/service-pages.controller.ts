import { Controller, Get, Req, Res, UseFilters } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { h } from 'preact';
import { agendasOf } from '../catalogue/views.js';
import { languages } from '../language/language.js';
import { PageProblemFilter } from './page-problem.filter.js';
import { PageService } from './page.service.js';
import { AboutPage } from './pages/about.page.js';
import { AccessibilityPage } from './pages/accessibility.page.js';
import { ConductPage } from './pages/conduct.page.js';
import { GlossaryPage } from './pages/glossary.page.js';
import { StylePage } from './pages/style.page.js';

/** Pages about the service itself. */
@Controller([...languages])
@UseFilters(PageProblemFilter)
export class ServicePagesController {
  constructor(private readonly pages: PageService) {}

  @Get('about')
  async about(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.pages.answer(request, reply, ({ frame, sources: { lookUp } }) =>
      h(AboutPage, { frame, agendas: agendasOf(lookUp.catalogue) }),
    );
  }

  @Get('accessibility')
  async accessibility(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.pages.answer(request, reply, ({ frame }) => h(AccessibilityPage, { frame }));
  }

  @Get('conduct')
  async conduct(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.pages.answer(request, reply, ({ frame }) => h(ConductPage, { frame }));
  }

  @Get('glossary')
  async glossary(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.pages.answer(request, reply, ({ frame }) => h(GlossaryPage, { frame }));
  }

  @Get('style')
  async style(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.pages.answer(request, reply, ({ frame }) => h(StylePage, { frame }));
  }
}
