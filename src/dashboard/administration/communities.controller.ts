import { Controller, Get, Param, Post, Req, Res, UseFilters } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { h } from 'preact';
import { requireOversight } from '../../access/administering.js';
import { CommunityAdministrationService } from '../../communities/community-administration.service.js';
import type { CommunityChange } from '../../communities/community-request.js';
import { languages } from '../../language/language.js';
import { Problem } from '../../platform/problem.js';
import { faultOf, type FieldOf } from '../fault.js';
import { versionOf } from '../own-submission.service.js';
import { languageOf } from '../page-headers.js';
import { PageProblemFilter } from '../page-problem.filter.js';
import { PageService } from '../page.service.js';
import { askedForm, type SentForm } from '../sent-form.js';
import type { Visitor } from '../visitor.js';
import { VisitorService } from '../visitor.service.js';
import { wordsOf } from '../words.js';
import { COMMUNITY_STATES, CommunitiesPage } from './communities.page.js';
import { CommunityPage } from './community.page.js';
import { FormStepService, type Refused } from './form-step.service.js';

/** Communities as administrators see them: added, described, shown or not. */
@Controller(languages.map((language) => `${language}/administration/communities`))
@UseFilters(PageProblemFilter)
export class CommunitiesAdministrationController {
  constructor(
    private readonly pages: PageService,
    private readonly visitors: VisitorService,
    private readonly steps: FormStepService,
    private readonly communities: CommunityAdministrationService,
  ) {}

  @Get()
  async list(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.showList(request, reply, await this.visitors.signedIn(request));
  }

  @Post()
  @RouteConfig({ takesForm: true })
  async add(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.steps.step(request, reply, {
      page: address(request),
      take: async ({ actor }, form) => {
        const told = { ...toldIn(form), code: form.text('code') ?? '' };
        const { code } = await this.communities.add(actor, told, { requestId: request.id });
        return address(request, code);
      },
      tell: (visitor, refused) => this.showList(request, reply, visitor, refused),
    });
  }

  @Get(':code')
  async one(
    @Param('code') code: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.showOne(request, reply, await this.visitors.signedIn(request), code);
  }

  @Post(':code')
  @RouteConfig({ takesForm: true })
  async change(
    @Param('code') code: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.step(request, reply, code, async ({ actor }, form) => {
      const change = { ...NOTHING_TOLD, ...toldIn(form) };
      await this.communities.change(actor, code, change, { requestId: request.id, ...versionOf(form) });
    });
  }

  @Post(':code/confirmation')
  @RouteConfig({ takesForm: true })
  async confirm(
    @Param('code') code: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.step(request, reply, code, async ({ actor }, form) => {
      await this.communities.confirm(actor, code, { requestId: request.id, ...versionOf(form) });
    });
  }

  @Post(':code/hiding')
  @RouteConfig({ takesForm: true })
  async hide(
    @Param('code') code: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.step(request, reply, code, async ({ actor }, form) => {
      await this.communities.hide(actor, code, { requestId: request.id, ...versionOf(form) });
    });
  }

  private async step(
    request: FastifyRequest,
    reply: FastifyReply,
    code: string,
    take: (visitor: Visitor, form: SentForm) => Promise<void>,
  ): Promise<void> {
    await this.steps.step(request, reply, {
      page: address(request, known(code)),
      take: async (visitor, form) => {
        await take(visitor, form);
        return undefined;
      },
      tell: (visitor, refused) => this.showOne(request, reply, visitor, code, refused),
    });
  }

  private async showList(
    request: FastifyRequest,
    reply: FastifyReply,
    visitor: Visitor,
    refused?: Refused,
  ): Promise<void> {
    requireOversight(visitor.actor);
    const communities = await this.communities.list();
    const asked = askedForm(request).text('state');
    const state = COMMUNITY_STATES.find((one) => one === asked);
    await this.pages.answerOnce(
      request,
      reply,
      ({ frame }) => {
        const fault = refused && faultOf(refused.problem, frame.words, fieldOf);
        return h(CommunitiesPage, { frame, visitor, communities, state, fault, sent: refused?.sent });
      },
      { visitor, status: refused?.problem.status ?? 200 },
    );
  }

  private async showOne(
    request: FastifyRequest,
    reply: FastifyReply,
    visitor: Visitor,
    code: string,
    refused?: Refused,
  ): Promise<void> {
    requireOversight(visitor.actor);
    const community = await this.communities.get(known(code));
    await this.pages.answerOnce(
      request,
      reply,
      ({ frame }) => {
        const fault = refused && faultOf(refused.problem, frame.words, fieldOf);
        return h(CommunityPage, { frame, visitor, community, fault, sent: refused?.sent });
      },
      { visitor, status: refused?.problem.status ?? 200 },
    );
  }
}

/** A form says all there is to say: what it leaves empty is not told any more. */
const NOTHING_TOLD = {
  acronym: null,
  region: null,
  established: null,
  website: null,
  source: null,
  stakeholder: null,
} as const;

const fieldOf: FieldOf = (codeOrPointer) =>
  codeOrPointer === 'community_exists' ? 'code' : /^\/(\w+)/.exec(codeOrPointer)?.[1];

/** @throws Problem unknown_community (404) for what can be no code */
function known(code: string): string {
  if (/^[\w.-]{1,100}$/.test(code)) return code;
  throw new Problem('unknown_community', 404, { community: code });
}

function toldIn(form: SentForm) {
  const established = form.text('established');
  const texts = (['acronym', 'region', 'website', 'source', 'stakeholder'] as const).flatMap((name) => {
    const text = form.text(name);
    return text === undefined ? [] : [[name, text] as const];
  });
  return {
    ...Object.fromEntries(texts),
    name: form.text('name') ?? '',
    kind: form.text('kind') ?? '',
    areas: (form.text('areas') ?? '').split(/[\s,;]+/).filter((code) => code !== ''),
    ...(established !== undefined && { established: Number(established) }),
  } satisfies CommunityChange;
}

function address(request: FastifyRequest, ...more: readonly string[]): string {
  return wordsOf(languageOf(request)).to('administration', 'communities', ...more);
}
