import { randomUUID } from 'node:crypto';
import { Controller, Get, Param, Post, Req, Res, UseFilters } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { h } from 'preact';
import { KeyAdministrationService } from '../../access/key-administration.service.js';
import { keyRequestOf } from '../../communities/claim.js';
import { ClaimService } from '../../communities/claim.service.js';
import { languages } from '../../language/language.js';
import { faultOf } from '../fault.js';
import { languageOf } from '../page-headers.js';
import { PageProblemFilter } from '../page-problem.filter.js';
import { PageService } from '../page.service.js';
import type { Visitor } from '../visitor.js';
import { VisitorService } from '../visitor.service.js';
import { wordsOf } from '../words.js';
import { ClaimsPage } from './claims.page.js';
import { FormOnceService } from './form-once.service.js';
import { FormStepService, type Refused } from './form-step.service.js';
import { FreshKeyPage } from './fresh-key.page.js';
import { numberIn } from './number-in.js';

/** Administrators decide who acts for a community. */
@Controller(languages.map((language) => `${language}/administration/claims`))
@UseFilters(PageProblemFilter)
export class ClaimsAdministrationController {
  constructor(
    private readonly pages: PageService,
    private readonly visitors: VisitorService,
    private readonly steps: FormStepService,
    private readonly onces: FormOnceService,
    private readonly claims: ClaimService,
    private readonly keys: KeyAdministrationService,
  ) {}

  @Get()
  async list(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.show(request, reply, await this.visitors.signedIn(request));
  }

  /** Who asked becomes a member who sends figures; the answer shows their key, this once. */
  @Post(':id/confirmation')
  @RouteConfig({ takesForm: true })
  async confirm(
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { visitor, form } = await this.visitors.signedForm(request, addressOf(request));
    const { actor } = visitor;
    const community = form.text(`community-${id}`) ?? '';
    await this.steps.attempt(
      async () => {
        const fresh = await this.onces.once(request, form, async () => {
          const act = { requestId: request.id };
          const claim = await this.claims.confirm(actor, numberIn(id), community, act);
          return this.keys.create(actor, keyRequestOf(claim, community), act);
        });
        await this.pages.answerOnce(
          request,
          reply,
          ({ frame }) => h(FreshKeyPage, { frame, visitor, fresh }),
          {
            visitor,
          },
        );
      },
      (problem) => this.show(request, reply, visitor, { problem, sent: form }, `community-${id}`),
    );
  }

  @Post(':id/refusal')
  @RouteConfig({ takesForm: true })
  async decline(
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.steps.step(request, reply, {
      page: addressOf(request),
      take: async ({ actor }) => {
        await this.claims.decline(actor, numberIn(id), { requestId: request.id });
        return undefined;
      },
      tell: (visitor, refused) => this.show(request, reply, visitor, refused),
    });
  }

  private async show(
    request: FastifyRequest,
    reply: FastifyReply,
    visitor: Visitor,
    refused?: Refused,
    field?: string,
  ): Promise<void> {
    const claims = await this.claims.waiting(visitor.actor);
    await this.pages.answerOnce(
      request,
      reply,
      ({ frame }) => {
        const fault = refused && faultOf(refused.problem, frame.words, () => field);
        return h(ClaimsPage, { frame, visitor, claims, fault, once: randomUUID() });
      },
      { visitor, status: refused?.problem.status ?? 200 },
    );
  }
}

function addressOf(request: FastifyRequest): string {
  return wordsOf(languageOf(request)).to('administration', 'claims');
}
