import { Injectable } from '@nestjs/common';
import type { LookUp } from '../catalogue/look-up.js';
import { viewsOf } from '../catalogue/views.js';
import { sourceLanguage, type Language } from '../language/language.js';
import { ObservationRepository } from '../observations/observation.repository.js';
import { Problem } from '../platform/problem.js';
import { requireFound } from '../platform/require-found.js';
import { explanationContext, type ExplanationContext } from '../scoring/explanation/explanation-context.js';
import { PastBoardsService } from '../scoring/explanation/past-boards.service.js';
import { explainedChange } from './explained-change.js';
import type { ExplanationReport } from './explanation.js';
import { explanationReport, type ExplanationQuestion } from './explanation-report.js';
import { findNode } from './find-node.js';
import { MomentService } from './moment.service.js';
import { ReportMemory } from './report-memory.js';
import { invalidMoment, type ReportMoment, type Since } from './report-moment.js';
import type { ReportSources } from './report-sources.js';

/** So many things that explanations share are kept at one data revision: there is one. */
const CONTEXTS_KEPT = 1;

export interface ExplanationWish {
  readonly year?: number | undefined;
  /** Also tell what changed since then; `text` as the reader wrote it. */
  readonly since?: { readonly text: string; readonly state: Since } | undefined;
  /** Also tell how it differs from the score of the year before, as the same data tell it. */
  readonly besideYearBefore?: boolean;
}

/** Explains scores on demand. */
@Injectable()
export class ExplanationService {
  private readonly memory = new ReportMemory(CONTEXTS_KEPT);

  constructor(
    private readonly moments: MomentService,
    private readonly pastBoards: PastBoardsService,
    private readonly observations: ObservationRepository,
  ) {}

  /**
   * @param areaCode ISO 3166-1 alpha-3
   * @throws Problem `area_not_found`, `area_without_report`, `node_not_found`, or `invalid_request` for a year that is
   *   not covered or a revision that is still to come
   */
  async explain(
    areaCode: string,
    nodeCode: string,
    { year, since, besideYearBefore = false }: ExplanationWish = {},
    language: Language = sourceLanguage,
    moment?: ReportMoment,
  ): Promise<ExplanationReport> {
    const sources = await this.moments.at(moment);
    const context = this.contextOf(sources);
    const question = { ...questionOf(areaCode, nodeCode, year, sources), language };
    const report = explanationReport(question, context, sources);
    if (since === undefined) {
      const before = report.year - 1;
      if (!besideYearBefore || before < context.board.firstYear) return report;
      return { ...report, change: explainedChange(question, String(before), before, context, context) };
    }
    const then = await this.contextAt(since.state, since.text, sources);
    const yearThen = year ?? then.board.asOfYear;
    const change = explainedChange(question, since.text, yearThen, then, context);
    return { ...report, change, sentences: [...report.sentences, change.sentence] };
  }

  private contextOf(sources: ReportSources): ExplanationContext {
    const { board, lookUp, seriesEditions } = sources;
    return this.memory.remember(sources, 'context', () =>
      explanationContext(board, lookUp.catalogue, seriesEditions),
    );
  }

  private async contextAt(
    since: Since,
    text: string,
    { board, seriesEditions }: ReportSources,
  ): Promise<ExplanationContext> {
    if ('moment' in since) {
      return this.pastBoards.at(
        await this.observations.revisionAt(since.moment),
        seriesEditions,
        since.moment,
      );
    }
    if (since.revision <= board.revision) return this.pastBoards.at(since.revision, seriesEditions);
    throw invalidMoment('revision_to_come', '?since', text, { revision: board.revision });
  }
}

function questionOf(
  areaCode: string,
  nodeCode: string,
  year: number | undefined,
  { lookUp, board }: ReportSources,
): Omit<ExplanationQuestion, 'language'> {
  const { asOfYear, firstYear } = board;
  const known = lookUp.catalogue.areas.map(({ code }) => code);
  const area = requireFound(lookUp.area(areaCode), 'area_not_found', areaCode, known);
  if (!area.scored) throw new Problem('area_without_report', 404, { code: area.code, name: area.name });
  const node = requireFound(findNode(nodeCode, lookUp), 'node_not_found', nodeCode, nodeCodes(lookUp));
  if (year !== undefined && (year < firstYear || year > asOfYear)) {
    const params = { first: firstYear, last: asOfYear };
    throw new Problem('invalid_request', 400, {}, [
      { code: 'year_not_covered', pointer: '?year', value: String(year), params },
    ]);
  }
  return { area, node, year: year ?? asOfYear };
}

function nodeCodes({ catalogue }: LookUp): readonly string[] {
  const { principles, goals, indicators, objectives, commitments } = catalogue;
  const coded = [...principles, ...goals, ...indicators, ...viewsOf(catalogue), ...objectives];
  return [...coded.map(({ code }) => code), ...commitments.map(({ id }) => id)];
}
