import { Controller, Get, Param, Post, Req, Res, UseFilters } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { h } from 'preact';
import { mayWriteFor } from '../../communities/community-actor.js';
import type { SentMeeting } from '../../communities/community-facts.js';
import { CommunityRepository } from '../../communities/community.repository.js';
import { requireConduct } from '../../communities/conduct/require-conduct.js';
import type { ProfileField } from '../../communities/nri-card.js';
import { isProfileField, type SentProfile } from '../../communities/profile-request.js';
import { ProfileService } from '../../communities/profile.service.js';
import { languages } from '../../language/language.js';
import { Problem } from '../../platform/problem.js';
import { FormStepService, type Refused } from '../administration/form-step.service.js';
import { faultOf, type FieldOf } from '../fault.js';
import { fieldHintsIn, type FieldHints } from '../field-hints.js';
import { versionOf } from '../own-submission.service.js';
import { languageOf } from '../page-headers.js';
import { PageProblemFilter } from '../page-problem.filter.js';
import { PageService } from '../page.service.js';
import { textsIn } from '../parts/texts-in.js';
import type { SentForm } from '../sent-form.js';
import type { Visitor } from '../visitor.js';
import { VisitorService } from '../visitor.service.js';
import { wordsOf } from '../words.js';
import { ProfilePage } from './profile.page.js';

/** What a community tells of itself, in the hands of its members. */
@Controller(languages.map((language) => `${language}/communities/:code`))
@UseFilters(PageProblemFilter)
export class ProfileController {
  constructor(
    private readonly pages: PageService,
    private readonly visitors: VisitorService,
    private readonly steps: FormStepService,
    private readonly profiles: ProfileService,
    private readonly communities: CommunityRepository,
  ) {}

  @Get('profile')
  async form(
    @Param('code') code: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.show(request, reply, await this.visitors.signedIn(request), code);
  }

  @Post('profile/:field')
  @RouteConfig({ takesForm: true })
  async write(
    @Param('code') code: string,
    @Param('field') name: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const field = known(name);
    const take = async ({ actor }: Visitor, form: SentForm): Promise<void> => {
      const circumstances = { requestId: request.id, ...versionOf(form) };
      await this.profiles.write(actor, code, field, partIn(form, field), form.has('consent'), circumstances);
    };
    await this.step(request, reply, code, field, take, async (visitor, form) => {
      if (field === 'contact') return false;
      const names = field === 'engagement' ? ['byWhom', 'aboutWhat'] : [field];
      const found = fieldHintsIn(form, field, names, await this.communities.byCode(code));
      if (found.length > 0)
        await this.show(request, reply, visitor, code, { form: field, sent: form, found });
      return found.length > 0;
    });
  }

  @Post('profile/:field/withdrawal')
  @RouteConfig({ takesForm: true })
  async withdraw(
    @Param('code') code: string,
    @Param('field') name: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const field = known(name);
    await this.step(request, reply, code, field, async ({ actor }) => {
      await this.profiles.withdraw(actor, code, field, { requestId: request.id });
    });
  }

  @Post('facts')
  @RouteConfig({ takesForm: true })
  async tellFacts(
    @Param('code') code: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.step(request, reply, code, 'facts', async ({ actor }, form) => {
      const told = (form.text('languages') ?? '').split(/[\s,;]+/).filter((one) => one !== '');
      const facts = { languages: told, meetings: meetingsIn(form.text('meetings') ?? '') };
      await this.profiles.tellFacts(actor, code, facts, { requestId: request.id });
    });
  }

  private async step(
    request: FastifyRequest,
    reply: FastifyReply,
    code: string,
    name: ProfileField | 'facts',
    take: (visitor: Visitor, form: SentForm) => Promise<void>,
    ask?: (visitor: Visitor, form: SentForm) => Promise<boolean>,
  ): Promise<void> {
    await this.steps.step(request, reply, {
      page: wordsOf(languageOf(request)).to('communities', code, 'profile'),
      ...(ask && { ask }),
      take: async (visitor, form) => {
        await take(visitor, form);
        return undefined;
      },
      tell: (visitor, refused) => this.show(request, reply, visitor, code, { ...refused, form: name }),
    });
  }

  private async show(
    request: FastifyRequest,
    reply: FastifyReply,
    visitor: Visitor,
    code: string,
    again?: Again,
  ): Promise<void> {
    const profile = await this.profiles.get(visitor.actor, code);
    if (mayWriteFor(visitor.actor, code)) requireConduct(visitor.actor);
    const community = await this.communities.byCode(code);
    if (community === undefined) throw new RangeError(`The community ${code} is gone`);
    await this.pages.answerOnce(
      request,
      reply,
      ({ frame }) =>
        h(ProfilePage, {
          frame,
          visitor,
          community,
          profile,
          ...(again === undefined
            ? {}
            : {
                again: {
                  ...again,
                  fault: again.problem && faultOf(again.problem, frame.words, fieldOf),
                },
              }),
        }),
      { visitor, status: again?.problem?.status ?? 200 },
    );
  }
}

/** A form that is shown again: it could not be taken, or there is something to look at before. */
interface Again extends Partial<Refused> {
  readonly form: ProfileField | 'facts';
  readonly sent: SentForm;
  readonly found?: readonly FieldHints[];
}

/** `/description/en` is `description.en`, `/engagement/byWhom/en` is `byWhom.en`, `/contact/role` is `role`. */
const fieldOf: FieldOf = (pointer) => {
  if (!pointer.startsWith('/')) return undefined;
  const parts = pointer.slice(1).split('/');
  const names = ['engagement', 'contact'].includes(parts[0] ?? '') ? parts.slice(1) : parts;
  return parts[0] === 'meetings' ? 'meetings' : names.join('.') || undefined;
};

/** @throws Problem no_such_address (404) for what is no part of a profile */
function known(name: string): ProfileField {
  if (isProfileField(name)) return name;
  throw new Problem('no_such_address', 404, { path: name });
}

function partIn<Field extends ProfileField>(form: SentForm, field: Field): SentProfile[Field] {
  const parts: SentProfile = {
    description: textsIn(form, 'description'),
    engagement: {
      channels: form.all('channel'),
      byWhom: textsIn(form, 'byWhom'),
      aboutWhat: textsIn(form, 'aboutWhat'),
    },
    contact: { role: form.text('role') ?? '', address: form.text('address') ?? '' },
  };
  return parts[field];
}

/** A meeting in each line: year; place; address of the report. */
function meetingsIn(text: string): readonly SentMeeting[] {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [year = '', place, report] = line.split(';').map((part) => part.trim());
      return { year: Number(year), place, report };
    });
}
