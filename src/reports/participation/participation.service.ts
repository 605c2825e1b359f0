import { Injectable } from '@nestjs/common';
import { requireFound } from '../../platform/require-found.js';
import { MomentService } from '../moment.service.js';
import { ReportMemory } from '../report-memory.js';
import { invalidMoment, type ReportMoment } from '../report-moment.js';
import type { ReportSources } from '../report-sources.js';
import { AcceptanceYearRepository } from './acceptance-year.repository.js';
import type { ParticipationReport, ParticipationView } from './participation.js';
import { participationReport, type FoundView } from './participation-report.js';
import { takingPart, type TakingPart } from './taking-part.js';

/** So many reports are kept of one state of the data. */
const KEPT = 64;

interface Gathered {
  readonly contributions: readonly TakingPart[];
  readonly acceptedIn: ReadonlyMap<number, number>;
}

/** Who took part: read once for each state of the data, then counted for whatever is looked at. */
@Injectable()
export class ParticipationService {
  private readonly memory = new ReportMemory(KEPT);
  private readonly gathered = new WeakMap<ReportSources, Promise<Gathered>>();

  constructor(
    private readonly moments: MomentService,
    private readonly acceptances: AcceptanceYearRepository,
  ) {}

  /**
   * @throws Problem `area_not_found`, `group_not_found`, `issue_not_found`, or `invalid_request` for area and region at
   *   once
   */
  async report(view: ParticipationView = {}, moment?: ReportMoment): Promise<ParticipationReport> {
    const { area, region, issue } = view;
    if (area !== undefined && region !== undefined) {
      throw invalidMoment('not_with', '?region', region, { other: 'area' });
    }
    const sources = await this.moments.at(moment);
    const found = findView(view, sources);
    const { contributions, acceptedIn } = await this.gather(sources);
    return this.memory.remember(sources, JSON.stringify([area, region, issue]), () =>
      participationReport(found, contributions, acceptedIn, sources),
    );
  }

  private gather(sources: ReportSources): Promise<Gathered> {
    const known = this.gathered.get(sources) ?? this.read(sources);
    this.gathered.set(sources, known);
    known.catch(() => this.gathered.delete(sources));
    return known;
  }

  private async read(sources: ReportSources): Promise<Gathered> {
    const acceptedIn = await this.acceptances.asOf(sources.board.revision);
    return { contributions: takingPart(sources), acceptedIn };
  }
}

function findView({ area, region, issue }: ParticipationView, { lookUp }: ReportSources): FoundView {
  const { groups, issues } = lookUp.catalogue;
  const codesOf = (things: readonly { readonly code: string }[]): readonly string[] =>
    things.map(({ code }) => code);
  const { scoredAreas } = lookUp;
  return {
    area:
      area === undefined
        ? undefined
        : requireFound(
            scoredAreas.find(({ code }) => code === area),
            'area_not_found',
            area,
            codesOf(scoredAreas),
          ),
    region:
      region === undefined
        ? undefined
        : requireFound(lookUp.group(region), 'group_not_found', region, codesOf(groups)),
    issue:
      issue === undefined
        ? undefined
        : requireFound(lookUp.issue(issue), 'issue_not_found', issue, codesOf(issues)),
  };
}
