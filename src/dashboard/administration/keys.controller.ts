import { Controller, Get, Param, Post, Req, Res, UseFilters } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { h } from 'preact';
import { requireOversight } from '../../access/administering.js';
import type { FreshKey } from '../../access/api-key.js';
import { ContributorService } from '../../access/contributor.service.js';
import { KeyAdministrationService } from '../../access/key-administration.service.js';
import { KEY_STATES } from '../../access/key.repository.js';
import { CommunityAdministrationService } from '../../communities/community-administration.service.js';
import { languages } from '../../language/language.js';
import { faultOf } from '../fault.js';
import { languageOf } from '../page-headers.js';
import { PageProblemFilter } from '../page-problem.filter.js';
import { PageService } from '../page.service.js';
import { askedForm, type SentForm } from '../sent-form.js';
import type { Visitor } from '../visitor.js';
import { VisitorService } from '../visitor.service.js';
import { wordsOf } from '../words.js';
import { FormOnceService } from './form-once.service.js';
import { FormStepService, type Refused } from './form-step.service.js';
import { FreshKeyPage } from './fresh-key.page.js';
import { fieldOfKey, requestIn } from './key-form.js';
import { KeyPage } from './key.page.js';
import { KeysPage } from './keys.page.js';
import { numberIn } from './number-in.js';

const KEYS_A_PAGE = 100;

/** Keys as administrators see them: made, replaced, revoked. A secret is in one answer alone. */
@Controller(languages.map((language) => `${language}/administration/keys`))
@UseFilters(PageProblemFilter)
export class KeysAdministrationController {
  constructor(
    private readonly pages: PageService,
    private readonly visitors: VisitorService,
    private readonly steps: FormStepService,
    private readonly onces: FormOnceService,
    private readonly keys: KeyAdministrationService,
    private readonly contributors: ContributorService,
    private readonly communities: CommunityAdministrationService,
  ) {}

  @Get()
  async list(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const asked = askedForm(request);
    await this.showList(request, reply, await this.visitors.signedIn(request), asked);
  }

  /** Answers with the key itself: it is shown this once. */
  @Post()
  @RouteConfig({ takesForm: true })
  async make(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { visitor, form } = await this.visitors.signedForm(request, address(request));
    await this.fresh(
      request,
      reply,
      visitor,
      form,
      () => this.keys.create(visitor.actor, requestIn(form), { requestId: request.id }),
      (refused) => this.showList(request, reply, visitor, form, refused),
    );
  }

  @Get(':id')
  async one(
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.showOne(request, reply, await this.visitors.signedIn(request), numberIn(id));
  }

  @Post(':id/revocation')
  @RouteConfig({ takesForm: true })
  async revoke(
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.steps.step(request, reply, {
      page: address(request, id),
      take: async ({ actor }, form) => {
        await this.keys.revoke(actor, numberIn(id), { reason: form.text('reason'), requestId: request.id });
        return undefined;
      },
      tell: (visitor, refused) => this.showOne(request, reply, visitor, numberIn(id), refused),
    });
  }

  /** Answers with the new key itself: it is shown this once. */
  @Post(':id/replacement')
  @RouteConfig({ takesForm: true })
  async reissue(
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { visitor, form } = await this.visitors.signedForm(request, address(request, id));
    await this.fresh(
      request,
      reply,
      visitor,
      form,
      () => this.keys.reissue(visitor.actor, numberIn(id), { requestId: request.id }),
      (refused) => this.showOne(request, reply, visitor, numberIn(id), refused),
    );
  }

  private async fresh(
    request: FastifyRequest,
    reply: FastifyReply,
    visitor: Visitor,
    form: SentForm,
    make: () => Promise<FreshKey>,
    tell: (refused: Refused) => Promise<void>,
  ): Promise<void> {
    await this.steps.attempt(
      async () => {
        const key = await this.onces.once(request, form, make);
        await this.pages.answerOnce(
          request,
          reply,
          ({ frame }) => h(FreshKeyPage, { frame, visitor, fresh: key }),
          {
            visitor,
          },
        );
      },
      (problem) => tell({ problem, sent: form }),
    );
  }

  private async showList(
    request: FastifyRequest,
    reply: FastifyReply,
    visitor: Visitor,
    asked: SentForm,
    refused?: Refused,
  ): Promise<void> {
    requireOversight(visitor.actor);
    const contributorId = numberIn(asked.text('contributor')) || undefined;
    const holder = contributorId === undefined ? undefined : await this.contributors.get(contributorId);
    const state = KEY_STATES.find((one) => one === asked.text('state'));
    const filter = { contributorId, state, community: refused ? undefined : asked.text('community') };
    const found = await this.keys.list(filter, {
      after: numberIn(asked.text('after')),
      limit: KEYS_A_PAGE + 1,
    });
    const keys = found.slice(0, KEYS_A_PAGE);
    const next = found.length > KEYS_A_PAGE ? keys.at(-1)?.id : undefined;
    const communities = await this.communities.list();
    await this.pages.answerOnce(
      request,
      reply,
      ({ frame }) => {
        const fault = refused && faultOf(refused.problem, frame.words, fieldOfKey);
        const sent = refused?.sent;
        return h(KeysPage, { frame, visitor, keys, next, filter, holder, communities, fault, sent });
      },
      { visitor, status: refused?.problem.status ?? 200 },
    );
  }

  private async showOne(
    request: FastifyRequest,
    reply: FastifyReply,
    visitor: Visitor,
    id: number,
    refused?: Refused,
  ): Promise<void> {
    requireOversight(visitor.actor);
    const key = await this.keys.get(id);
    const holder = await this.contributors.get(key.contributorId);
    await this.pages.answerOnce(
      request,
      reply,
      ({ frame }) => {
        const fault = refused && faultOf(refused.problem, frame.words);
        return h(KeyPage, { frame, visitor, known: key, holder, fault });
      },
      { visitor, status: refused?.problem.status ?? 200 },
    );
  }
}

function address(request: FastifyRequest, ...more: readonly string[]): string {
  return wordsOf(languageOf(request)).to('administration', 'keys', ...more);
}
