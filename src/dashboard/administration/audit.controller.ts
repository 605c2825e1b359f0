import { Readable } from 'node:stream';
import { Controller, Get, Post, Req, Res, UseFilters } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { h } from 'preact';
import { requireOversight } from '../../access/administering.js';
import { languages } from '../../language/language.js';
import type { ChainedEntry } from '../../platform/audit/audit-trail.js';
import { AuditTrailService } from '../../platform/audit/audit-trail.service.js';
import { Problem } from '../../platform/problem.js';
import { auditLines } from '../../reports/audit-lines.js';
import { BYTE_ORDER_MARK } from '../../reports/csv-table.js';
import { faultOf } from '../fault.js';
import { languageOf } from '../page-headers.js';
import { PageProblemFilter } from '../page-problem.filter.js';
import { PageService } from '../page.service.js';
import { askedForm, type SentForm } from '../sent-form.js';
import type { Visitor } from '../visitor.js';
import { VisitorService } from '../visitor.service.js';
import { wordsOf } from '../words.js';
import { auditFilterIn, auditQuery } from './audit-filter.js';
import { AuditPage } from './audit.page.js';
import { ChainCheckService, type ChainCheck } from './chain-check.service.js';
import { numberIn } from './number-in.js';

const ENTRIES_A_PAGE = 50;

/** The audit trail for those who watch over the installation. */
@Controller([...languages])
@UseFilters(PageProblemFilter)
export class AuditController {
  constructor(
    private readonly pages: PageService,
    private readonly visitors: VisitorService,
    private readonly trail: AuditTrailService,
    private readonly chain: ChainCheckService,
  ) {}

  @Get('audit')
  async page(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.show(request, reply, await this.visitors.signedIn(request), askedForm(request));
  }

  /** The same entries for a spreadsheet, all of them, the latest first. */
  @Get('audit.csv')
  async csv(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { actor } = await this.visitors.signedIn(request, wordsOf(languageOf(request)).to('audit'));
    requireOversight(actor);
    const filter = auditFilterIn(askedForm(request));
    await reply
      .headers({
        'content-type': 'text/csv; charset=utf-8; header=present',
        'content-disposition': 'attachment; filename="audit.csv"',
        'cache-control': 'private, no-store',
        'x-content-type-options': 'nosniff',
      })
      .send(Readable.from(auditLines(this.trail, filter, { mark: BYTE_ORDER_MARK })));
  }

  /** Looks whether the trail is as it was written, and says so on its page. */
  @Post('audit/verification')
  @RouteConfig({ takesForm: true })
  async verify(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { visitor, form } = await this.visitors.signedForm(
      request,
      wordsOf(languageOf(request)).to('audit'),
    );
    requireOversight(visitor.actor);
    await this.show(request, reply, visitor, form, await this.chain.check());
  }

  private async show(
    request: FastifyRequest,
    reply: FastifyReply,
    visitor: Visitor,
    asked: SentForm,
    check?: ChainCheck,
  ): Promise<void> {
    requireOversight(visitor.actor);
    const found = await this.found(asked);
    const problem = found instanceof Problem ? found : undefined;
    const entries = found instanceof Problem ? [] : found.slice(0, ENTRIES_A_PAGE);
    const next =
      !(found instanceof Problem) && found.length > ENTRIES_A_PAGE ? entries.at(-1)?.number : undefined;
    await this.pages.answerOnce(
      request,
      reply,
      ({ frame }) => {
        const fault = problem && faultOf(problem, frame.words, () => String(problem.params['field']));
        const query = auditQuery(asked);
        return h(AuditPage, { frame, visitor, entries, next, query, check, fault });
      },
      { visitor, status: problem?.status ?? 200 },
    );
  }

  /** One more than a page takes, or what is wrong with the question. */
  private async found(asked: SentForm): Promise<readonly ChainedEntry[] | Problem> {
    try {
      const after = numberIn(asked.text('after')) || undefined;
      return await this.trail.page(auditFilterIn(asked), { after, limit: ENTRIES_A_PAGE + 1 });
    } catch (error) {
      if (error instanceof Problem) return error;
      throw error;
    }
  }
}
