import { Controller, Get, Inject, Param, Post, Req, Res, UseFilters } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { h } from 'preact';
import { languages } from '../../language/language.js';
import { CONFIG, type Config } from '../../platform/config.js';
import { publicBase } from '../../platform/public-base.js';
import { ReleaseService } from '../../reports/releases/release.service.js';
import { FormStepService, type Refused } from '../administration/form-step.service.js';
import { faultOf, type FieldOf } from '../fault.js';
import { languageOf } from '../page-headers.js';
import { PageProblemFilter } from '../page-problem.filter.js';
import { PageService } from '../page.service.js';
import type { SentForm } from '../sent-form.js';
import type { Visitor } from '../visitor.js';
import { VisitorService } from '../visitor.service.js';
import { wordsOf } from '../words.js';
import { ReleasePage } from './release.page.js';
import { ReleasesPage } from './releases.page.js';

/** Releases for everybody, and for publishers the way to make one. */
@Controller(languages.map((language) => `${language}/releases`))
@UseFilters(PageProblemFilter)
export class ReleasePagesController {
  constructor(
    private readonly pages: PageService,
    private readonly visitors: VisitorService,
    private readonly steps: FormStepService,
    private readonly releases: ReleaseService,
    @Inject(CONFIG) private readonly config: Pick<Config, 'publicUrl'>,
  ) {}

  @Get()
  async list(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.showList(request, reply, await this.visitors.visitorOf(request));
  }

  @Post()
  @RouteConfig({ takesForm: true })
  async prepare(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.steps.step(request, reply, {
      page: address(request),
      take: async ({ actor }, form) => {
        const asked = { id: form.text('id') ?? '', date: form.text('date'), note: form.text('note') };
        const { id } = await this.releases.prepare(actor, asked, request.id);
        return address(request, id);
      },
      tell: (visitor, refused) => this.showList(request, reply, visitor, refused),
    });
  }

  @Get(':id')
  async one(
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.showOne(request, reply, await this.visitors.visitorOf(request), id);
  }

  @Post(':id/publication')
  @RouteConfig({ takesForm: true })
  async publish(
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.steps.step(request, reply, {
      page: address(request, id),
      take: async ({ actor }, form) => {
        await this.releases.publish(actor, id, request.id, seen(form));
        return undefined;
      },
      tell: (visitor, refused) => this.showOne(request, reply, visitor, id, refused),
    });
  }

  @Post(':id/withdrawal')
  @RouteConfig({ takesForm: true })
  async withdraw(
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.steps.step(request, reply, {
      page: address(request, id),
      take: async ({ actor }, form) => {
        await this.releases.withdraw(actor, id, { ...seen(form), requestId: request.id });
        return address(request);
      },
      tell: (visitor, refused) => this.showOne(request, reply, visitor, id, refused),
    });
  }

  private async showList(
    request: FastifyRequest,
    reply: FastifyReply,
    visitor: Visitor | undefined,
    refused?: Refused,
  ): Promise<void> {
    const releases = await this.releases.list(visitor?.actor);
    await this.pages.answerOnce(
      request,
      reply,
      ({ frame }) => {
        const fault = refused && faultOf(refused.problem, frame.words, fieldOf);
        return h(ReleasesPage, { frame, visitor, releases, fault, sent: refused?.sent });
      },
      { visitor, status: refused?.problem.status ?? 200 },
    );
  }

  private async showOne(
    request: FastifyRequest,
    reply: FastifyReply,
    visitor: Visitor | undefined,
    id: string,
    refused?: Refused,
  ): Promise<void> {
    const report = await this.releases.report(id, visitor?.actor);
    const base = publicBase(this.config, request);
    await this.pages.answerOnce(
      request,
      reply,
      ({ frame }) => {
        const fault = refused && faultOf(refused.problem, frame.words);
        return h(ReleasePage, { frame, report, visitor, fault, base });
      },
      { visitor, status: refused?.problem.status ?? 200 },
    );
  }
}

const FIELDS: Readonly<Record<string, string>> = {
  release_exists: 'id',
  release_id_malformed: 'id',
  release_date_malformed: 'date',
  release_note_too_long: 'note',
};
const fieldOf: FieldOf = (code) => FIELDS[code];

/** The manifest that was on the page. */
function seen(form: SentForm): { readonly ifManifest: readonly string[] } {
  return { ifManifest: [form.text('manifest') ?? ''] };
}

function address(request: FastifyRequest, ...more: readonly string[]): string {
  return wordsOf(languageOf(request)).to('releases', ...more);
}
