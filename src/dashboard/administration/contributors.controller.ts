import { Controller, Get, Param, Post, Req, Res, UseFilters } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { h } from 'preact';
import type { Actor } from '../../access/actor.js';
import { requireOversight } from '../../access/administering.js';
import { ContributorService } from '../../access/contributor.service.js';
import { KeyAdministrationService } from '../../access/key-administration.service.js';
import { isCommunityRole, isGlobalRole } from '../../access/role.js';
import { CommunityAdministrationService } from '../../communities/community-administration.service.js';
import { languages } from '../../language/language.js';
import type { Circumstances } from '../../platform/circumstances.js';
import { faultOf, type FieldOf } from '../fault.js';
import { versionOf } from '../own-submission.service.js';
import { languageOf } from '../page-headers.js';
import { PageProblemFilter } from '../page-problem.filter.js';
import { PageService } from '../page.service.js';
import { askedForm, type SentForm } from '../sent-form.js';
import type { Visitor } from '../visitor.js';
import { VisitorService } from '../visitor.service.js';
import { wordsOf } from '../words.js';
import { ContributorPage } from './contributor.page.js';
import { ContributorsPage } from './contributors.page.js';
import { FormStepService, type Refused } from './form-step.service.js';
import { numberIn } from './number-in.js';

/** So many people stand on a page of their list. */
const PEOPLE_A_PAGE = 100;

/** Who contributes, as administrators see them: where they belong, what they may do, and how they are erased. */
@Controller(languages.map((language) => `${language}/administration/contributors`))
@UseFilters(PageProblemFilter)
export class ContributorsAdministrationController {
  constructor(
    private readonly pages: PageService,
    private readonly visitors: VisitorService,
    private readonly steps: FormStepService,
    private readonly contributors: ContributorService,
    private readonly communities: CommunityAdministrationService,
    private readonly keys: KeyAdministrationService,
  ) {}

  @Get()
  async list(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const visitor = await this.visitors.signedIn(request);
    requireOversight(visitor.actor);
    const asked = askedForm(request);
    const role = asked.text('role') ?? '';
    const filter = {
      community: asked.text('community'),
      role: isCommunityRole(role) || isGlobalRole(role) ? role : undefined,
    };
    const after = numberIn(asked.text('after'));
    const found = await this.contributors.list(filter, { after, limit: PEOPLE_A_PAGE + 1 });
    const people = found.slice(0, PEOPLE_A_PAGE);
    const next = found.length > PEOPLE_A_PAGE ? people.at(-1)?.id : undefined;
    const communities = await this.communities.list();
    await this.pages.answerOnce(
      request,
      reply,
      ({ frame }) => h(ContributorsPage, { frame, visitor, people, next, filter, communities }),
      { visitor },
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

  @Post(':id/memberships')
  @RouteConfig({ takesForm: true })
  async join(
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.step(request, reply, numberIn(id), async (actor, form, circumstances) => {
      const community = form.text('community') ?? '';
      await this.contributors.join(actor, numberIn(id), community, form.all('role'), circumstances);
    });
  }

  @Post(':id/memberships/:community')
  @RouteConfig({ takesForm: true })
  async setRoles(
    @Param('id') id: string,
    @Param('community') community: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.step(request, reply, numberIn(id), (actor, form, circumstances) =>
      this.contributors.setRoles(actor, numberIn(id), community, form.all('role'), circumstances),
    );
  }

  @Post(':id/memberships/:community/removal')
  @RouteConfig({ takesForm: true })
  async leave(
    @Param('id') id: string,
    @Param('community') community: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.step(request, reply, numberIn(id), (actor, _form, circumstances) =>
      this.contributors.leave(actor, numberIn(id), community, circumstances),
    );
  }

  @Post(':id/roles')
  @RouteConfig({ takesForm: true })
  async setGlobalRoles(
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.step(request, reply, numberIn(id), (actor, form, circumstances) =>
      this.contributors.setGlobalRoles(actor, numberIn(id), form.all('role'), circumstances),
    );
  }

  @Post(':id/sessions/removal')
  @RouteConfig({ takesForm: true })
  async endSessions(
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.step(request, reply, numberIn(id), (actor, _form, circumstances) =>
      this.contributors.endSessions(actor, numberIn(id), circumstances),
    );
  }

  private async step(
    request: FastifyRequest,
    reply: FastifyReply,
    id: number,
    take: (actor: Actor, form: SentForm, circumstances: Circumstances) => Promise<unknown>,
  ): Promise<void> {
    await this.steps.step(request, reply, {
      page: address(request, String(id)),
      take: async ({ actor }, form) => {
        await take(actor, form, { requestId: request.id, ...versionOf(form) });
        return undefined;
      },
      tell: (visitor, refused) => this.showOne(request, reply, visitor, id, refused),
    });
  }

  private async showOne(
    request: FastifyRequest,
    reply: FastifyReply,
    visitor: Visitor,
    id: number,
    refused?: Refused,
  ): Promise<void> {
    requireOversight(visitor.actor);
    const person = await this.contributors.get(id);
    const communities = await this.communities.list();
    const keys = await this.keys.list({ contributorId: id });
    await this.pages.answerOnce(
      request,
      reply,
      ({ frame }) => {
        const fault = refused && faultOf(refused.problem, frame.words, fieldOf);
        return h(ContributorPage, { frame, visitor, person, communities, keys, fault });
      },
      { visitor, status: refused?.problem.status ?? 200 },
    );
  }
}

const FIELDS: Readonly<Record<string, string>> = {
  unknown_community: 'community',
  already_a_member: 'community',
  community_not_confirmed: 'community',
};
const fieldOf: FieldOf = (code) => FIELDS[code];

function address(request: FastifyRequest, ...more: readonly string[]): string {
  return wordsOf(languageOf(request)).to('administration', 'contributors', ...more);
}
