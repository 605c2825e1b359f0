import { Injectable } from '@nestjs/common';
import { maySubmitFor, type Actor } from '../../access/actor.js';
import { CatalogueService } from '../../catalogue/catalogue.service.js';
import { CommunityRepository } from '../../communities/community.repository.js';
import { Problem } from '../../platform/problem.js';
import { ownAreas } from '../checking/own-areas.js';
import { ReceiveService, type Sending } from '../receiving/receive.service.js';
import type { SubmissionReport } from '../receiving/report.js';
import { SENT_ROW_LIMITS } from '../receiving/sent-limits.js';
import { assessedIn, rowsOf, type AssessmentDraft } from './assessment-draft.js';
import { AssessmentDraftRepository, type DraftChange } from './assessment-draft.repository.js';

/** A community somebody may assess for, with the countries it may assess. */
export interface AssessingCommunity {
  readonly id: number;
  readonly code: string;
  readonly name: string;
  /** ISO 3166-1 alpha-3 codes. */
  readonly areas: readonly string[];
}

/** What somebody asks for who begins a round. */
export interface RoundRequest {
  readonly community: string;
  readonly area: string;
  readonly year: number;
}

/** Rounds of assessments on the ladder, filled in step by step and sent the way every figure goes. */
@Injectable()
export class AssessmentService {
  constructor(
    private readonly catalogues: CatalogueService,
    private readonly communities: CommunityRepository,
    private readonly drafts: AssessmentDraftRepository,
    private readonly receiver: ReceiveService,
  ) {}

  /** Where somebody may assess: of each community that is shown the scored areas it may send for. */
  async placesOf(actor: Actor): Promise<readonly AssessingCommunity[]> {
    const lookUp = this.catalogues.current();
    const visible = await this.communities.visible();
    return visible
      .filter(({ id }) => maySubmitFor(actor, id))
      .map(({ id, code, name, areas }) => {
        const own = ownAreas(areas, actor.areas ?? [], lookUp);
        const codes = lookUp.scoredAreas.map((area) => area.code);
        return { id, code, name, areas: codes.filter((area) => own?.has(area) !== false) };
      })
      .filter(({ areas }) => areas.length > 0);
  }

  /**
   * Begins a round, or goes on with the one somebody began of the same community, country and year.
   * @returns the reference of its draft
   * @throws Problem not_a_submitter (403) for a community or country that is not theirs; malformed_request (400) for a
   *   year that does not count
   */
  async begin(actor: Actor, { community, area, year }: RoundRequest): Promise<string> {
    const { firstYear, asOfYear } = this.catalogues.current().catalogue.method;
    if (!Number.isInteger(year) || year < firstYear || year > asOfYear) {
      throw new Problem('malformed_request', 400);
    }
    const places = await this.placesOf(actor);
    const place = places.find(({ code, areas }) => code === community && areas.includes(area));
    if (place === undefined) throw new Problem('not_a_submitter', 403, { community });
    return this.drafts.begin(actor.contributorId, { communityId: place.id, area, year });
  }

  /** Those somebody has begun and may still send. */
  async own(actor: Actor): Promise<readonly AssessmentDraft[]> {
    const drafts = await this.drafts.list(actor.contributorId);
    return drafts.filter(({ community }) => isSubmitterOf(actor, community));
  }

  /** @throws Problem assessment_not_found (404), also for drafts of others */
  async read(actor: Actor, reference: string): Promise<AssessmentDraft> {
    const draft = await this.drafts.find(actor.contributorId, reference);
    if (draft === undefined || !isSubmitterOf(actor, draft.community)) {
      throw new Problem('assessment_not_found', 404);
    }
    return draft;
  }

  /**
   * Writes a part of a draft anew.
   * @param version of the draft as it was shown
   * @throws Problem as `read`; assessment_changed (412) when it was changed since
   */
  async change(
    actor: Actor,
    reference: string,
    version: number,
    change: DraftChange,
  ): Promise<AssessmentDraft> {
    const isAsShown = (await this.read(actor, reference)).version === version;
    if (!isAsShown || !(await this.drafts.change(reference, version, change))) {
      throw new Problem('assessment_changed', 412);
    }
    return this.read(actor, reference);
  }

  /**
   * Says what would become of its rows when it was sent now.
   * @returns `undefined` while no indicator has a level
   * @throws Problem as `ReceiveService.check`, but for faults of rows: these are in the report
   */
  async check(actor: Actor, draft: AssessmentDraft): Promise<SubmissionReport | undefined> {
    if (assessedIn(draft).length === 0) return undefined;
    try {
      return await this.receiver.check(sendingOf(actor, draft));
    } catch (error) {
      const report = error instanceof Problem ? error.extensions['report'] : undefined;
      if (report === undefined) throw error;
      return report as SubmissionReport;
    }
  }

  /**
   * Sends a draft whose rows are all good; then it is no draft any more.
   * @param version of the draft as it was shown
   * @returns the receipt
   * @throws Problem as `read`; assessment_changed (412); as `ReceiveService.receive`
   */
  async send(actor: Actor, reference: string, version: number, requestId: string): Promise<string> {
    const draft = await this.read(actor, reference);
    if (draft.version !== version) throw new Problem('assessment_changed', 412);
    const { receipt } = await this.receiver.receive({ ...sendingOf(actor, draft), requestId });
    if (receipt === undefined) throw new TypeError('What was received has a receipt');
    await this.drafts.remove(reference);
    return receipt;
  }

  /** @throws Problem as `read` */
  async discard(actor: Actor, reference: string): Promise<void> {
    await this.read(actor, reference);
    await this.drafts.remove(reference);
  }
}

function isSubmitterOf(actor: Actor, community: string): boolean {
  return actor.communities.some(({ id, code }) => code === community && maySubmitFor(actor, id));
}

function sendingOf(actor: Actor, draft: AssessmentDraft): Sending {
  return {
    actor,
    community: draft.community,
    channel: 'page',
    content: { rows: rowsOf(draft) },
    mediaType: 'application/json',
    limits: SENT_ROW_LIMITS,
    partial: false,
  };
}
