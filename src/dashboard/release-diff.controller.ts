import { Controller, Get, Param, Query, Req, Res, UseFilters } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { h } from 'preact';
import { languages } from '../language/language.js';
import { ReleaseDiffService } from '../reports/releases/release-diff.service.js';
import { PageProblemFilter } from './page-problem.filter.js';
import { PageService } from './page.service.js';
import { ReleaseDiffPage } from './pages/release-diff.page.js';

/** What one release says otherwise than another one. */
@Controller(languages.map((language) => `${language}/releases`))
@UseFilters(PageProblemFilter)
export class ReleaseDiffController {
  constructor(
    private readonly pages: PageService,
    private readonly diffs: ReleaseDiffService,
  ) {}

  @Get(':from/diff/:to')
  async diff(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('from') from: string,
    @Param('to') to: string,
    @Query('area') area?: string | string[],
  ): Promise<void> {
    const [chosen = ''] = [area ?? []].flat();
    await this.pages.answer(request, reply, async ({ frame, sources: { lookUp } }) => {
      const diff = await this.diffs.diff(from, to);
      const areaName = (code: string): string => lookUp.area(code)?.name ?? code;
      return h(ReleaseDiffPage, { frame, diff, areaName, ...(chosen !== '' && { area: chosen }) });
    });
  }
}
