import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { CatalogueService } from '../catalogue/catalogue.service.js';
import type { Community } from '../communities/community.js';
import { CommunityRepository } from '../communities/community.repository.js';
import { CommunityWatchService } from '../communities/community-watch.service.js';
import { nriLookUp } from '../communities/community-profile.js';
import { ModerationLogRepository } from '../communities/moderation/moderation-log.repository.js';
import { ProfileRepository } from '../communities/profile.repository.js';
import { StatementRepository } from '../communities/statement.repository.js';
import type { SeriesEdition } from '../observations/observation.js';
import { ObservationRepository } from '../observations/observation.repository.js';
import { ScoreBoardService } from '../scoring/score-board.service.js';
import { ScoreIntervalsService } from '../scoring/uncertainty/score-intervals.service.js';
import type { ScoreBoard } from '../scoring/score.js';
import type { ReportSources } from './report-sources.js';

/** Gathers what reports are made from, once for each data revision. */
@Injectable()
export class ReportSourcesService {
  private kept: ReportSources | undefined;
  private gathering: { readonly board: ScoreBoard; readonly sources: Promise<ReportSources> } | undefined;

  private readonly receipts = new Map<number, string>();
  private receiptsUpTo = 0;

  constructor(
    private readonly scoreBoards: ScoreBoardService,
    private readonly catalogue: CatalogueService,
    private readonly observations: ObservationRepository,
    private readonly communities: CommunityRepository,
    private readonly communityWatch: CommunityWatchService,
    private readonly statements: StatementRepository,
    private readonly profiles: ProfileRepository,
    private readonly moderation: ModerationLogRepository,
    private readonly intervals: ScoreIntervalsService,
  ) {
    this.scoreBoards.onBoard((board) => {
      // A failure here is met again, and told, by the next reader.
      if (this.kept !== undefined) this.of(board).catch(() => undefined);
    });
    this.communityWatch.onChange(() => {
      this.kept = undefined;
      this.gathering = undefined;
    });
  }

  /**
   * The same value until the data, the catalogue, the communities or what is known of intervals change: its identity
   * tells.
   */
  async current(): Promise<ReportSources> {
    await this.communityWatch.look();
    const board = await this.scoreBoards.current();
    return this.complete(this.kept?.board === board ? this.kept : await this.of(board));
  }

  /** What `current` would give, if it is at hand. */
  known(): ReportSources | undefined {
    if (this.communityWatch.look() !== undefined) return undefined;
    const board = this.scoreBoards.known();
    return board !== undefined && this.kept?.board === board ? this.complete(this.kept) : undefined;
  }

  private complete(sources: ReportSources): ReportSources {
    const intervals = this.intervals.intervalsOf(sources.board, sources.lookUp);
    if (intervals === undefined || intervals === sources.intervals) return sources;
    const complete = { ...sources, intervals, fingerprint: `${sources.fingerprint} with intervals` };
    if (this.kept === sources) this.kept = complete;
    return complete;
  }

  private async of(board: ScoreBoard): Promise<ReportSources> {
    if (this.gathering?.board !== board) {
      const gathering = { board, sources: this.gather(board) };
      this.gathering = gathering;
      gathering.sources.then(
        (sources) => {
          if (this.gathering === gathering) this.kept = sources;
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
    const { seriesEditions } = board;
    const receipts = await this.receiptsOf(board);
    const communities = await this.communitiesOf(seriesEditions);
    const statements = await this.statements.published();
    const nri = nriLookUp([...communities.values()], await this.profiles.shown());
    const moderationLog = await this.moderation.entries();
    const fingerprint = createHash('sha256')
      .update(
        JSON.stringify([
          board.revision,
          lookUp.version,
          [...communities.values()],
          statements,
          [...nri.values()],
          moderationLog,
        ]),
      )
      .digest('base64url');
    return {
      lookUp,
      board,
      seriesEditions,
      receipts,
      communities,
      statements,
      nri,
      moderationLog,
      fingerprint,
    };
  }

  /** Receipts do not change: only those of later submissions are asked for. */
  private async receiptsOf({ revision }: ScoreBoard): Promise<ReadonlyMap<number, string>> {
    for (const [id, receipt] of await this.observations.receiptsSince(this.receiptsUpTo)) {
      this.receipts.set(id, receipt);
    }
    this.receiptsUpTo = Math.max(this.receiptsUpTo, revision);
    return this.receipts;
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
