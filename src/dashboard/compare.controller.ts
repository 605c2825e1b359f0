import { Controller, Get, Req, Res, UseFilters } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { h } from 'preact';
import type { LookUp } from '../catalogue/look-up.js';
import { languages } from '../language/language.js';
import { CompareService, type CompareQuestion } from '../reports/compare/compare.service.js';
import { PageProblemFilter } from './page-problem.filter.js';
import { PageService } from './page.service.js';
import { ComparePage } from './pages/compare.page.js';
import { askedForm } from './sent-form.js';

/** Countries and groups of the reader's choice beside each other. */
@Controller(languages.map((language) => `${language}/compare`))
@UseFilters(PageProblemFilter)
export class CompareController {
  constructor(
    private readonly pages: PageService,
    private readonly comparisons: CompareService,
  ) {}

  @Get()
  async compare(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.pages.answer(request, reply, async ({ frame, moment, sources: { lookUp } }) => {
      const question = askedFor(request, lookUp);
      return h(ComparePage, {
        frame,
        question,
        report: await this.comparisons.compare(question, moment),
        catalogue: lookUp.catalogue,
        areas: lookUp.scoredAreas,
      });
    });
  }
}

/** Codes as the query names them, each once, commas and repeats alike; countries by any of their codes. */
function askedFor(request: FastifyRequest, lookUp: LookUp): CompareQuestion {
  const asked = askedForm(request);
  const codes = (name: string): readonly string[] => [
    ...new Set(
      asked
        .all(name)
        .flatMap((text) => text.split(','))
        .map((code) => code.trim())
        .filter((code) => code !== ''),
    ),
  ];
  return {
    areas: codes('area').map((code) => lookUp.areaByAnyCode(code)?.code ?? code),
    groups: codes('group'),
    nodes: codes('node'),
  };
}
