import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { CatalogueService } from '../catalogue/catalogue.service.js';
import type { LookUp } from '../catalogue/look-up.js';
import type { Community } from '../communities/community.js';
import { CommunityRepository } from '../communities/community.repository.js';
import type { SeriesEdition } from '../observations/observation.js';
import { ObservationRepository } from '../observations/observation.repository.js';
import { ScoreBoardService } from '../scoring/score-board.service.js';
import type { ScoreBoard } from '../scoring/score.js';
import type { ReportSources } from './report-sources.js';

/** Gathers what reports are made from, once for each data revision. */
@Injectable()
export class ReportSourcesService {
  private kept: ReportSources | undefined;
  private gathering: { readonly board: ScoreBoard; readonly sources: Promise<ReportSources> } | undefined;

  constructor(
    private readonly scoreBoards: ScoreBoardService,
    private readonly catalogue: CatalogueService,
    private readonly observations: ObservationRepository,
    private readonly communities: CommunityRepository,
  ) {}

  /** The same value until the data or the catalogue change: its identity tells whether they did. */
  async current(): Promise<ReportSources> {
    const board = await this.scoreBoards.current();
    if (this.kept?.board === board) return this.kept;
    if (this.gathering?.board !== board) {
      const gathering = { board, sources: this.gather(board) };
      this.gathering = gathering;
      gathering.sources.then(
        (sources) => {
          this.kept = sources;
        },
        () => {
          if (this.gathering === gathering) this.gathering = undefined;
        },
      );
    }
    return this.gathering.sources;
  }

  private async gather(board: ScoreBoard): Promise<ReportSources> {
    const lookUp = this.catalogue.current();
    const seriesEditions = await this.observations.seriesEditions();
    const receipts = await this.observations.receipts(submissionIds(board, lookUp));
    const communities = await this.communitiesOf(seriesEditions);
    const fingerprint = createHash('sha256')
      .update(JSON.stringify([board.revision, lookUp.version, [...communities.values()]]))
      .digest('base64url');
    return { lookUp, board, seriesEditions, receipts, communities, fingerprint };
  }

  /** All that may be shown, and those whose figures were accepted. */
  private async communitiesOf(
    seriesEditions: ReadonlyMap<number, SeriesEdition>,
  ): Promise<ReadonlyMap<string, Community>> {
    const communities = new Map<string, Community>();
    for (const community of await this.communities.visible()) communities.set(community.code, community);
    for (const { community: code } of seriesEditions.values()) {
      const sender = communities.get(code) ?? (await this.communities.byCode(code));
      if (sender !== undefined) communities.set(code, sender);
    }
    return communities;
  }
}

function submissionIds(board: ScoreBoard, { catalogue }: LookUp): readonly number[] {
  const ids = new Set<number>();
  for (const { code: area } of catalogue.areas) {
    for (const { code: indicator } of catalogue.indicators) {
      for (const { submissionId } of board.observations(area, indicator)) ids.add(submissionId);
    }
  }
  return [...ids];
}
