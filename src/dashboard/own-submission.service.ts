import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { h } from 'preact';
import type { LookUp } from '../catalogue/look-up.js';
import { Problem } from '../platform/problem.js';
import { ANSWER_NAMES, readAnswers, type AnswerTexts } from '../submissions/checking/answers.js';
import { COLUMNS } from '../submissions/checking/columns.js';
import type { CorrectedCell } from '../submissions/reviewing/correction.js';
import { CorrectionService } from '../submissions/reviewing/correction.service.js';
import { DraftService } from '../submissions/receiving/draft.service.js';
import { ReceiptService, type SubmissionDetail } from '../submissions/receipt.service.js';
import { WithdrawalService } from '../submissions/reviewing/withdrawal.service.js';
import { faultOf, type FieldOf } from './fault.js';
import { PageService } from './page.service.js';
import { OwnSubmissionPage } from './pages/own-submission.page.js';
import { cellId, type ReturnedCell } from './parts/correction-form.js';
import type { Named } from './named.js';
import { cellAt, cellOf } from './row-cells.js';
import { sentForm, type SentForm } from './sent-form.js';
import { senderSteps } from './submission-view.js';
import type { Visitor } from './visitor.js';
import { VisitorService } from './visitor.service.js';
import type { Words } from './words.js';

/** Shows a submission to its community, and takes the steps it asks for. */
@Injectable()
export class OwnSubmissionService {
  constructor(
    private readonly pages: PageService,
    private readonly visitors: VisitorService,
    private readonly receipts: ReceiptService,
    private readonly drafts: DraftService,
    private readonly corrections: CorrectionService,
    private readonly withdrawals: WithdrawalService,
  ) {}

  /** @param problem why the last step was not taken: what its form held stays in it */
  async show(
    request: FastifyRequest,
    reply: FastifyReply,
    visitor: Visitor,
    detail: SubmissionDetail,
    problem?: Problem,
  ): Promise<void> {
    const { actor } = visitor;
    const { receipt, state } = detail.submission;
    const cells = await this.returnedCells(detail);
    const codes = state === 'accepted' ? await this.receipts.areas(actor, receipt) : [];
    const sent = problem === undefined ? undefined : sentForm(request);
    await this.pages.answerOnce(
      request,
      reply,
      ({ frame, sources: { lookUp } }) =>
        h(OwnSubmissionPage, {
          frame,
          visitor,
          detail,
          cells,
          areas: namedAreas(codes, lookUp, frame.words),
          steps: senderSteps(actor, detail.submission),
          indicators: lookUp.catalogue.indicators.map(({ code, name }) => ({
            code,
            name: frame.named('indicator', { code, name }),
          })),
          sent,
          fault: problem && faultOf(problem, frame.words, correctedField(sent)),
        }),
      { visitor, status: problem?.status ?? 200 },
    );
  }

  /**
   * Takes a step that a form of the page asks for.
   * @returns the receipt to go on with; `undefined` when nothing is left of it
   */
  async take(
    request: FastifyRequest,
    { actor }: Visitor,
    receipt: string,
    step: string,
  ): Promise<string | undefined> {
    const form = sentForm(request);
    this.visitors.checkForm(request, form.text('_token'));
    const circumstances = { requestId: request.id, ...versionOf(form) };
    switch (step) {
      case 'answers':
        return (await this.drafts.answer(actor, receipt, readAnswers(answerTexts(form)))).receipt;
      case 'send':
        return (await this.drafts.send(actor, receipt, { requestId: request.id })).receipt;
      case 'discard':
        await this.drafts.discard(actor, receipt);
        return undefined;
      case 'withdrawal':
        return (await this.withdrawals.withdraw(actor, receipt, circumstances)).receipt;
      case 'corrections':
        return (await this.corrections.correct(actor, receipt, correctedCells(form), circumstances)).receipt;
      default:
        throw new Problem('no_such_address', 404, { path: request.url });
    }
  }

  /** The cells that the last decision named, with what stands in them. */
  private async returnedCells({ submission, decisions }: SubmissionDetail): Promise<readonly ReturnedCell[]> {
    const returned = submission.state === 'returned' ? (decisions.at(-1)?.cells ?? []) : [];
    if (returned.length === 0) return [];
    const ordinals = [...new Set(returned.flatMap(({ ordinal }) => ordinal ?? []))];
    const rows = await this.corrections.rows(submission.id, ordinals);
    const byOrdinal = new Map(rows.map((row) => [row.ordinal, row]));
    return returned.flatMap(({ ordinal = 0, column: named, row }) => {
      const column = COLUMNS.find((known) => known === named);
      const found = byOrdinal.get(ordinal);
      if (column === undefined || found === undefined) return [];
      const about = [found.area, found.indicator, String(found.year)].join(' ');
      return [{ row, ordinal, column, value: cellOf(found, column), about }];
    });
  }
}

function namedAreas(codes: readonly string[], lookUp: LookUp, words: Words): readonly Named[] {
  const areas = codes.flatMap((code) => lookUp.area(code) ?? []).filter(({ scored }) => scored);
  return words.inOrder(areas.map((area) => ({ code: area.code, name: words.area(area) })));
}

/** Pointers count the corrected cells in the order the form sent them. */
function correctedField(sent: SentForm | undefined): FieldOf {
  const ids = (sent?.startingWith('cell.') ?? []).map(([place]) => {
    const { ordinal, column } = cellAt(place);
    return cellId(ordinal, column);
  });
  return (pointer) => ids[Number(/^\/cells\/(\d+)/.exec(pointer)?.[1] ?? Number.NaN)];
}

/** The version of a submission that a page showed; a form that does not say it is of none. */
export function versionOf(form: SentForm): { readonly ifVersion: readonly number[] } {
  const version = Number(form.text('version') ?? Number.NaN);
  return { ifVersion: Number.isInteger(version) ? [version] : [] };
}

/** Answers to questions, and what columns mean. */
function answerTexts(form: SentForm): AnswerTexts {
  const mapping = form
    .startingWith('mapping-')
    .filter(([, column]) => column !== '')
    .map(([letter, column]) => `${letter}:${column}`);
  const said = ANSWER_NAMES.map((name) => [name, form.text(`answer-${name}`)] as const);
  return {
    ...Object.fromEntries(said.filter(([, text]) => text !== undefined)),
    ...(mapping.length > 0 && { mapping: mapping.join(',') }),
  };
}

/** A number that was left as it stood is that number, in whatever way people write theirs. */
function correctedCells(form: SentForm): readonly CorrectedCell[] {
  const before = new Map(form.startingWith('before.'));
  return form.startingWith('cell.').map(([place, text]) => {
    const cell = cellAt(place);
    const isAsBefore = text === before.get(place) && ['value', 'year'].includes(cell.column) && text !== '';
    const value = isAsBefore ? Number(text) : text.trim() === '' ? null : text;
    return { ...cell, value };
  });
}
