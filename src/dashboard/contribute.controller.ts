import { Controller, Get, Post, Req, Res, UseFilters } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { h } from 'preact';
import { maySubmitFor } from '../access/actor.js';
import { languages } from '../language/language.js';
import { ConfirmationService } from '../observations/confirmation.service.js';
import { Problem } from '../platform/problem.js';
import { CoverageService } from '../reports/coverage.service.js';
import type { ReportSources } from '../reports/report-sources.js';
import { DraftService } from '../submissions/receiving/draft.service.js';
import { SENT_ROW_LIMITS } from '../submissions/receiving/sent-limits.js';
import { SpoolService } from '../submissions/receiving/spool.service.js';
import { faultOf, type FieldOf } from './fault.js';
import type { Named } from './named.js';
import type { Frame } from './layout.js';
import { languageOf } from './page-headers.js';
import { PageProblemFilter } from './page-problem.filter.js';
import { PageService } from './page.service.js';
import { addressOf, ContributePage, type ContributePageProps } from './pages/contribute.page.js';
import type { Choice } from './parts/choose-coverage.js';
import { evidenceField } from './parts/confirm-form.js';
import { askedForm, sentForm, type SentForm } from './sent-form.js';
import { withUpload, type SentUpload } from './sent-upload.js';
import type { Visitor } from './visitor.js';
import { VisitorService } from './visitor.service.js';
import { wordsOf } from './words.js';

/** Where communities send figures, and say that nothing is newer. */
@Controller(languages.map((language) => `${language}/contribute`))
@UseFilters(PageProblemFilter)
export class ContributeController {
  constructor(
    private readonly pages: PageService,
    private readonly visitors: VisitorService,
    private readonly coverages: CoverageService,
    private readonly confirmations: ConfirmationService,
    private readonly drafts: DraftService,
    private readonly spool: SpoolService,
  ) {}

  @Get()
  async page(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const asked = askedForm(request);
    await this.show(request, reply, await this.visitors.visitorOf(request), choiceOf(asked), {
      confirmed: asked.text('confirmed'),
    });
  }

  @Post()
  @RouteConfig({ takesForm: true })
  async send(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const words = wordsOf(languageOf(request));
    const visitor = await this.visitors.signedIn(request, words.to('contribute'));
    let choice: Choice = {};
    const admit = (form: SentForm): void => {
      choice = choiceOf(form);
      this.visitors.checkForm(request, form.text('_token'));
    };
    try {
      const { receipt } = await withUpload(request, this.spool, admit, (upload) =>
        this.begin(visitor, upload, request.id),
      );
      await reply.redirect(words.to('submissions', receipt), 303);
    } catch (error) {
      if (!(error instanceof Problem) || error.code === 'form_expired') throw error;
      await this.show(request, reply, visitor, choice, { problem: error, fieldOf: fieldOfUpload });
    }
  }

  @Post('confirmations')
  @RouteConfig({ takesForm: true })
  async confirm(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const words = wordsOf(languageOf(request));
    const form = sentForm(request);
    // The indicator of the form is the one that is confirmed, not one that was chosen to be alone on the page.
    const choice = { ...choiceOf(form), indicator: undefined };
    const { visitor } = await this.visitors.signedForm(request, addressOf(words, choice));
    const indicator = form.text('indicator') ?? '';
    try {
      const confirmed = await this.confirmations.confirm(
        visitor.actor,
        {
          community: choice.community,
          area: choice.country ?? '',
          indicator,
          evidence: form.text('evidence'),
        },
        'page',
        request.id,
      );
      const { receipt } = 'report' in confirmed ? confirmed.report : {};
      const back = `${addressOf(words, choice)}&confirmed=${encodeURIComponent(indicator)}#held`;
      await reply.redirect(receipt === undefined ? back : words.to('submissions', receipt), 303);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      const fieldOf = (): string => (form.has('evidence') ? evidenceField(indicator) : indicator);
      await this.show(request, reply, visitor, choice, { problem: error, fieldOf, sent: form });
    }
  }

  private begin({ actor }: Visitor, { form, file, fileName, mediaType }: SentUpload, requestId: string) {
    return this.drafts.begin({
      actor,
      community: form.text('community'),
      channel: 'page',
      content: { file },
      fileName,
      mediaType,
      limits: SENT_ROW_LIMITS,
      requestId,
    });
  }

  private async show(
    request: FastifyRequest,
    reply: FastifyReply,
    visitor: Visitor | undefined,
    choice: Choice,
    { confirmed, problem, fieldOf, sent }: Shown,
  ): Promise<void> {
    const coverage =
      choice.country === undefined
        ? undefined
        : await this.coverages.coverageOf(choice.country, {
            issue: choice.issue,
            indicator: choice.indicator,
            language: languageOf(request),
          });
    await this.pages.answerOnce(
      request,
      reply,
      ({ frame, sources }) =>
        h(ContributePage, {
          frame,
          choice,
          coverage,
          ...listsOf(sources, frame),
          indicator: indicatorNamed(choice.indicator, sources, frame),
          sent,
          communities: communitiesOf(visitor, sources),
          confirmed: indicatorNamed(confirmed, sources, frame)?.name,
          fault: problem && faultOf(problem, frame.words, fieldOf),
        }),
      { visitor, status: problem?.status ?? 200 },
    );
  }
}

/** What came of the form that was sent. */
interface Shown {
  readonly confirmed?: string | undefined;
  readonly problem?: Problem;
  readonly fieldOf?: FieldOf;
  readonly sent?: SentForm;
}

const fieldOfUpload: FieldOf = (code) => (code === 'community_needed' ? 'community' : 'file');

function choiceOf(form: SentForm): Choice {
  return {
    country: form.text('country'),
    issue: form.text('issue'),
    indicator: form.text('indicator'),
    community: form.text('community'),
  };
}

function listsOf(
  { lookUp: { catalogue } }: ReportSources,
  { words, named }: Frame,
): Pick<ContributePageProps, 'areas' | 'issues'> {
  const areas = catalogue.areas
    .filter(({ scored }) => scored)
    .map((area) => ({ code: area.code, name: words.area(area) }));
  return {
    areas: words.inOrder(areas),
    issues: catalogue.issues.map(({ code, name }) => ({ code, name: named('issue', { code, name }) })),
  };
}

function indicatorNamed(
  code: string | undefined,
  { lookUp }: ReportSources,
  { named }: Frame,
): Named | undefined {
  const indicator = lookUp.indicator(code ?? '');
  return indicator && { code: indicator.code, name: named('indicator', indicator) };
}

/** For whom a visitor may send. */
function communitiesOf(visitor: Visitor | undefined, { communities }: ReportSources): readonly Named[] {
  if (visitor === undefined) return [];
  const { actor } = visitor;
  return actor.communities
    .filter(({ id }) => maySubmitFor(actor, id))
    .map(({ code }) => ({ code, name: communities.get(code)?.name ?? code }));
}
