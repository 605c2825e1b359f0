import { Controller, Get, Param, Req, Res, UseFilters } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { h } from 'preact';
import { languages, type Language } from '../language/language.js';
import { requireFound } from '../platform/require-found.js';
import type { MethodChapter } from '../reports/method-chapter.js';
import { readMethodChapters } from '../reports/method-chapters.js';
import { languageOf } from './page-headers.js';
import { PageProblemFilter } from './page-problem.filter.js';
import { PageService } from './page.service.js';
import { MethodPage } from './pages/method.page.js';
import { MethodChapterPage } from './pages/method-chapter.page.js';

/** The method: its outline, and a page for each rule. */
@Controller(languages.map((language) => `${language}/method`))
@UseFilters(PageProblemFilter)
export class MethodController {
  private readonly chapters = new Map<Language, readonly MethodChapter[]>();

  constructor(private readonly pages: PageService) {}

  @Get()
  async outline(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const chapters = this.read(languageOf(request));
    await this.pages.answer(request, reply, ({ frame }) => h(MethodPage, { frame, chapters }));
  }

  @Get(':code')
  async chapter(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('code') code: string,
  ): Promise<void> {
    const chapters = this.read(languageOf(request));
    const codes = chapters.map((chapter) => chapter.code);
    await this.pages.answer(request, reply, ({ frame }) => {
      const place = codes.indexOf(code);
      const chapter = requireFound(chapters[place], 'method_rule_not_found', code, codes);
      return h(MethodChapterPage, { frame, chapter, next: chapters[place + 1] });
    });
  }

  private read(language: Language): readonly MethodChapter[] {
    const chapters = this.chapters.get(language) ?? readMethodChapters(undefined, language);
    this.chapters.set(language, chapters);
    return chapters;
  }
}
