import { Injectable } from '@nestjs/common';
import type { Actor, ActorCommunity } from '../access/actor.js';
import type { Area, Indicator } from '../catalogue/catalogue.js';
import { printTookPart } from '../catalogue/took-part.js';
import { CatalogueService } from '../catalogue/catalogue.service.js';
import { AuditRepository } from '../platform/audit/audit.repository.js';
import { Problem } from '../platform/problem.js';
import { requireFound } from '../platform/require-found.js';
import { ReceiveService } from '../submissions/receiving/receive.service.js';
import type { SubmissionReport } from '../submissions/receiving/report.js';
import { senderCommunity } from '../submissions/receiving/sender.js';
import type { Channel } from '../submissions/submission.js';
import type { Confirmation } from './confirmation.js';
import { ConfirmationRepository } from './confirmation.repository.js';
import { ObservationRepository } from './observation.repository.js';

/** What somebody confirms: that no newer figure is known; of an assessment, that it has not changed. */
export interface ConfirmationRequest {
  /** Code; may be left out by who sends for one community only. */
  readonly community?: string | undefined;
  /** ISO 3166-1 alpha-3. */
  readonly area: string;
  readonly indicator: string;
  /** Of an assessment: the year it still holds in; the last one when left out. */
  readonly year?: number | undefined;
  /** Of an assessment: link to what shows that it still holds. */
  readonly evidence?: string | undefined;
  /** Of an assessment: which stakeholder groups took part; those of the last time when left out. */
  readonly groups?: string | undefined;
}

/** A confirmation that was kept; of an assessment the report of the submission of one row that says so. */
export type Confirmed = { readonly confirmation: Confirmation } | { readonly report: SubmissionReport };

/** "Nothing is newer" as one action. Of published series it is only noted; an assessment goes the way of every figure. */
@Injectable()
export class ConfirmationService {
  constructor(
    private readonly catalogues: CatalogueService,
    private readonly observations: ObservationRepository,
    private readonly confirmations: ConfirmationRepository,
    private readonly receiver: ReceiveService,
    private readonly audit: AuditRepository,
  ) {}

  /**
   * @throws Problem not_a_submitter (403), community_needed (400); area_not_found, indicator_not_found (404);
   *   nothing_to_confirm (409) when the community assessed nothing before; no_usable_rows (422) with the report, as when
   *   the link to the evidence is missing
   */
  async confirm(
    actor: Actor,
    request: ConfirmationRequest,
    channel: Channel,
    requestId?: string,
  ): Promise<Confirmed> {
    const community = senderCommunity(actor, request.community);
    const { catalogue, ...codes } = this.catalogues.current();
    const area = requireFound(
      codes.area(request.area),
      'area_not_found',
      request.area,
      catalogue.areas.map(({ code }) => code),
    );
    const indicator = requireFound(
      codes.indicator(request.indicator),
      'indicator_not_found',
      request.indicator,
      catalogue.indicators.map(({ code }) => code),
    );
    return indicator.goalposts.kind === 'rubric'
      ? { report: await this.sendUnchanged(actor, community, area, indicator, request, channel, requestId) }
      : { confirmation: await this.note(actor, community, area, indicator, requestId) };
  }

  private async note(
    { contributorId }: Actor,
    community: ActorCommunity,
    area: Area,
    indicator: Indicator,
    requestId?: string,
  ): Promise<Confirmation> {
    const [areaId, indicatorId] = [
      this.catalogues.areaId(area.code),
      this.catalogues.indicatorId(indicator.code),
    ];
    if (areaId === undefined || indicatorId === undefined) {
      throw new RangeError(`No key for ${area.code} or ${indicator.code}`);
    }
    const filter = { areas: [area.code], indicators: [indicator.code], latest: true };
    const { observations } = await this.observations.find(filter, 1);
    const year = observations[0]?.year ?? null;
    await this.confirmations.inTransaction(async (manager) => {
      await this.confirmations.keep(manager, {
        areaId,
        indicatorId,
        communityId: community.id,
        contributorId,
        year,
      });
      await this.audit.append(manager, {
        contributorId,
        role: 'submitter',
        action: 'figure.confirmed',
        subject: `area:${area.code}`,
        detail: { community: community.code, indicator: indicator.code, year },
        ...(requestId === undefined ? {} : { requestId }),
      });
    });
    const said = await this.confirmations.ofArea(areaId);
    const own = said.find((one) => one.indicator === indicator.code && one.community === community.code);
    if (own === undefined) throw new TypeError('A confirmation was not kept');
    return own;
  }

  private async sendUnchanged(
    actor: Actor,
    community: ActorCommunity,
    area: Area,
    indicator: Indicator,
    request: ConfirmationRequest,
    channel: Channel,
    requestId?: string,
  ): Promise<SubmissionReport> {
    const { asOfYear } = this.catalogues.current().catalogue.method;
    const filter = { areas: [area.code], indicators: [indicator.code], latest: true };
    const { observations } = await this.observations.find({ ...filter, community: community.code }, 1);
    const [before] = observations;
    if (before === undefined) {
      const params = { indicator: indicator.code, area: area.code, community: community.code };
      throw new Problem('nothing_to_confirm', 409, params);
    }
    const { value, series, tookPart, confidence } = before;
    const { year = asOfYear, evidence, groups = tookPart && printTookPart(tookPart) } = request;
    const row = {
      country: area.code,
      indicator: indicator.code,
      year,
      value,
      source: series.source,
      evidence,
      groups,
      confidence,
    };
    return this.receiver.receive({
      actor,
      community: community.code,
      channel,
      content: { rows: [{ ...row, edition: series.edition }] },
      mediaType: 'application/json',
      limits: { rows: 1 },
      partial: false,
      requestId,
    });
  }
}
