import { Injectable } from '@nestjs/common';
import type { Community } from '../communities/community.js';
import { requireFound } from '../platform/require-found.js';
import type { GroupScores } from '../scoring/groups/group-score.js';
import { scoreGroups } from '../scoring/groups/group-scores.js';
import { ContributionRepository } from './contribution.repository.js';
import { communityReport, groupReport, type CommunityReport, type GroupReport } from './group-report.js';
import { MomentService } from './moment.service.js';
import { ReportMemory } from './report-memory.js';
import type { ReportMoment } from './report-moment.js';
import type { ReportSources } from './report-sources.js';

/** So many groups' scores, and so many reports, are kept at one data revision. */
const KEPT = 64;

/** Scores and reports of several areas together: the world, its regions, and what communities stand for. */
@Injectable()
export class GroupReportService {
  private readonly scores = new ReportMemory(KEPT);
  private readonly reports = new ReportMemory(KEPT);

  constructor(
    private readonly moments: MomentService,
    private readonly contributions: ContributionRepository,
  ) {}

  /** Scores of these areas together. */
  scoresOf(areas: readonly string[], { board, lookUp }: ReportSources): GroupScores {
    const scoreGroup = this.scores.remember(board, 'any', () => scoreGroups(lookUp.catalogue, board));
    return this.scores.remember(board, `of ${areas.join(' ')}`, () => scoreGroup(areas));
  }

  /** @throws Problem `group_not_found` */
  async group(code: string, moment?: ReportMoment): Promise<GroupReport> {
    const sources = await this.moments.at(moment);
    const { lookUp } = sources;
    const known = lookUp.catalogue.groups.map((group) => group.code);
    const group = requireFound(lookUp.group(code), 'group_not_found', code, known);
    return this.reports.remember(sources, `group ${code}`, () =>
      groupReport(group, this.scoresOf(group.members, sources), sources),
    );
  }

  /** @throws Problem `community_not_found`, also for those that may not be shown */
  async community(code: string, moment?: ReportMoment): Promise<CommunityReport> {
    const sources = await this.moments.at(moment);
    const shown = shownCommunities(sources);
    const found = shown.find((community) => community.code === code);
    const known = shown.map((community) => community.code);
    const community = requireFound(found, 'community_not_found', code, known);
    const made = this.reports.recall(sources, `community ${code}`) as CommunityReport | undefined;
    if (made !== undefined) return made;
    const counted = await this.contributions.of(code, sources.board.revision);
    return this.reports.remember(sources, `community ${code}`, () =>
      communityReport(community, this.scoresOf(community.areas, sources), counted, sources),
    );
  }
}

/** Communities that may be shown, without the installation itself. */
export function shownCommunities({ communities }: ReportSources): readonly Community[] {
  return [...communities.values()].filter(({ hidden, kind }) => !hidden && kind !== 'system');
}
