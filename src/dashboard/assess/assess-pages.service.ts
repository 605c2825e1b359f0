import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { h, type JSX } from 'preact';
import type { LookUp } from '../../catalogue/look-up.js';
import { Problem } from '../../platform/problem.js';
import { CoverageService } from '../../reports/coverage.service.js';
import { LAST_STEP, type AssessmentDraft } from '../../submissions/assessing/assessment-draft.js';
import { AssessmentService } from '../../submissions/assessing/assessment.service.js';
import type { Refused } from '../administration/form-step.service.js';
import { faultOf } from '../fault.js';
import type { Frame } from '../layout.js';
import { PageService } from '../page.service.js';
import { askedForm } from '../sent-form.js';
import type { Visitor } from '../visitor.js';
import { personsField } from './assess-form.js';
import type { StepProps } from './assess-frame.js';
import { CheckPage } from './check.page.js';
import { GroupsStepPage } from './groups-step.page.js';
import { IndicatorsStepPage, type HeldLevel } from './indicators-step.page.js';
import { questionCodes, questionGroups } from './question-groups.js';
import { QuestionPage } from './question.page.js';
import { StartPage } from './start.page.js';

/** Shows the steps of the form for assessments. */
@Injectable()
export class AssessPagesService {
  constructor(
    private readonly pages: PageService,
    private readonly coverages: CoverageService,
    private readonly assessments: AssessmentService,
  ) {}

  async showStart(request: FastifyRequest, reply: FastifyReply, visitor: Visitor | undefined): Promise<void> {
    const form = askedForm(request);
    const asked = {
      country: form.text('country'),
      issue: form.text('issue'),
      indicator: form.text('indicator'),
    };
    const places = visitor === undefined ? [] : await this.assessments.placesOf(visitor.actor);
    const drafts = visitor === undefined ? [] : await this.assessments.own(visitor.actor);
    await this.pages.answerOnce(
      request,
      reply,
      ({ frame, sources: { lookUp } }) => {
        const { ladder, method } = lookUp.catalogue;
        const years = Array.from(
          { length: method.asOfYear - method.firstYear + 1 },
          (_, back) => method.asOfYear - back,
        );
        const countryName = (code: string): string => nameOf(code, lookUp, frame);
        const groups = questionGroups(lookUp, frame);
        return h(StartPage, { frame, groups, ladder, asked, places, drafts, years, countryName });
      },
      { visitor },
    );
  }

  /** @throws Problem no_such_address (404) for a step that the draft does not have */
  async showStep(
    request: FastifyRequest,
    reply: FastifyReply,
    visitor: Visitor,
    draft: AssessmentDraft,
    step: string,
    refused?: Refused,
  ): Promise<void> {
    const held = await this.heldOf(draft);
    const report = step === LAST_STEP ? await this.assessments.check(visitor.actor, draft) : undefined;
    await this.pages.answerOnce(
      request,
      reply,
      ({ frame, sources: { lookUp } }) => {
        const props: StepProps = {
          frame,
          visitor,
          draft,
          country: nameOf(draft.area, lookUp, frame),
          sent: refused?.sent,
          fault: refused && faultOf(refused.problem, frame.words, () => fieldOf(refused.problem)),
        };
        if (step === 'indicators') {
          const groups = questionGroups(lookUp, frame);
          const asked = askedOf(request, lookUp, questionCodes(lookUp));
          return h(IndicatorsStepPage, { ...props, groups, held, asked });
        }
        if (step === 'groups') return h(GroupsStepPage, props);
        const indicators = draft.indicators.flatMap((code) => lookUp.indicator(code) ?? []);
        if (step === LAST_STEP) return h(CheckPage, { ...props, indicators, report });
        return question(props, step, held, lookUp, request.url);
      },
      { visitor, status: refused?.problem.status ?? 200 },
    );
  }

  /** What the community's own last assessments say, by indicator. */
  private async heldOf({ area, community }: AssessmentDraft): Promise<ReadonlyMap<string, HeldLevel>> {
    const { lines } = await this.coverages.coverageOf(area, { community });
    return new Map(
      lines.flatMap(({ indicator, known }) =>
        known === undefined ? [] : [[indicator.code, { level: known.value, year: known.year }] as const],
      ),
    );
  }
}

function question(
  props: StepProps,
  code: string,
  held: ReadonlyMap<string, HeldLevel>,
  lookUp: LookUp,
  path: string,
): JSX.Element {
  const indicator = props.draft.indicators.includes(code) ? lookUp.indicator(code) : undefined;
  if (indicator === undefined) throw new Problem('no_such_address', 404, { path });
  const { ladder, ladderExamples = [] } = lookUp.catalogue;
  const examples = ladderExamples.filter((one) => one.indicator === code);
  return h(QuestionPage, { ...props, indicator, ladder, examples, held: held.get(code) });
}

/** What is ticked because the form was opened for an issue or an indicator. */
function askedOf(request: FastifyRequest, lookUp: LookUp, known: readonly string[]): readonly string[] {
  const form = askedForm(request);
  const [issue, indicator] = [form.text('issue'), form.text('indicator')];
  const ofIssue = known.filter((code) => lookUp.indicator(code)?.issues.includes(issue ?? '') === true);
  return [...ofIssue, ...known.filter((code) => code === indicator)];
}

function nameOf(area: string, lookUp: LookUp, { words }: Frame): string {
  const found = lookUp.area(area);
  return found === undefined ? area : words.area(found);
}

function fieldOf({ code, params }: Problem): string | undefined {
  return code === 'assessment_persons' ? personsField(String(params['group'] ?? '')) : undefined;
}
