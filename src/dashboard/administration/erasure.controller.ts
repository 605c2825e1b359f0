import { Controller, Get, Param, Post, Req, Res, UseFilters } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { h } from 'preact';
import { requireOversight } from '../../access/administering.js';
import { ContributorService } from '../../access/contributor.service.js';
import { languages } from '../../language/language.js';
import { Problem } from '../../platform/problem.js';
import { faultOf } from '../fault.js';
import { versionOf } from '../own-submission.service.js';
import { languageOf } from '../page-headers.js';
import { PageProblemFilter } from '../page-problem.filter.js';
import { PageService } from '../page.service.js';
import type { Visitor } from '../visitor.js';
import { VisitorService } from '../visitor.service.js';
import { wordsOf } from '../words.js';
import { ErasurePage } from './erasure.page.js';
import { FormStepService, type Refused } from './form-step.service.js';
import { numberIn } from './number-in.js';

/** How somebody is erased: said first what it means, then done when their number confirms it. */
@Controller(languages.map((language) => `${language}/administration/contributors/:id/erasure`))
@UseFilters(PageProblemFilter)
export class ErasureController {
  constructor(
    private readonly pages: PageService,
    private readonly visitors: VisitorService,
    private readonly steps: FormStepService,
    private readonly contributors: ContributorService,
  ) {}

  @Get()
  async ask(
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.show(request, reply, await this.visitors.signedIn(request), numberIn(id));
  }

  @Post()
  @RouteConfig({ takesForm: true })
  async erase(
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.steps.step(request, reply, {
      page: person(request, id, 'erasure'),
      take: async ({ actor }, form) => {
        requireOversight(actor);
        if (form.text('number') !== id) throw new Problem('erasure_not_confirmed', 422);
        await this.contributors.erase(actor, numberIn(id), { requestId: request.id, ...versionOf(form) });
        return person(request, id);
      },
      tell: (visitor, refused) => this.show(request, reply, visitor, numberIn(id), refused),
    });
  }

  private async show(
    request: FastifyRequest,
    reply: FastifyReply,
    visitor: Visitor,
    id: number,
    refused?: Refused,
  ): Promise<void> {
    requireOversight(visitor.actor);
    const person = await this.contributors.get(id);
    await this.pages.answerOnce(
      request,
      reply,
      ({ frame }) => {
        const fault = refused && faultOf(refused.problem, frame.words, () => 'number');
        return h(ErasurePage, { frame, visitor, person, fault });
      },
      { visitor, status: refused?.problem.status ?? 200 },
    );
  }
}

function person(request: FastifyRequest, ...parts: readonly string[]): string {
  return wordsOf(languageOf(request)).to('administration', 'contributors', ...parts);
}
