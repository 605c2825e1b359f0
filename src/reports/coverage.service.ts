import { Injectable } from '@nestjs/common';
import { CatalogueService } from '../catalogue/catalogue.service.js';
import type { Language } from '../language/language.js';
import { CommunityRepository } from '../communities/community.repository.js';
import { ConfirmationRepository } from '../observations/confirmation.repository.js';
import type { TracedObservation } from '../observations/observation-filter.js';
import { ObservationRepository } from '../observations/observation.repository.js';
import { requireFound } from '../platform/require-found.js';
import { coverage, type Coverage } from './coverage.js';

/** So many observations are read at once. */
const PAGE = 1_000;

/** Codes of what a coverage is asked of. */
export interface CoverageOf {
  readonly issue?: string | undefined;
  readonly indicator?: string | undefined;
  readonly community?: string | undefined;
  readonly language?: Language | undefined;
}

/** Tells contributors what is there of a country and an issue, as it is now: for pages, templates and the API. */
@Injectable()
export class CoverageService {
  constructor(
    private readonly catalogues: CatalogueService,
    private readonly observations: ObservationRepository,
    private readonly confirmations: ConfirmationRepository,
    private readonly communities: CommunityRepository,
  ) {}

  /**
   * @param areaCode ISO 3166-1 alpha-3
   * @param of which issue, or which one indicator; neither: all indicators. With a community, what is known is what it
   * sent. With a language, names and texts are in it
   * @throws Problem area_not_found, issue_not_found, indicator_not_found, community_not_found (404)
   */
  async coverageOf(areaCode: string, of: CoverageOf = {}): Promise<Coverage> {
    const codes = this.catalogues.current(of.language);
    const { areas, issues, indicators } = codes.catalogue;
    const area = requireFound(
      codes.area(areaCode),
      'area_not_found',
      areaCode,
      areas.map(({ code }) => code),
    );
    const issue = requireAsked(of.issue, (code) => codes.issue(code), 'issue_not_found', issues);
    const only = requireAsked(
      of.indicator,
      (code) => codes.indicator(code),
      'indicator_not_found',
      indicators,
    );
    const areaId = this.catalogues.areaId(area.code);
    const said = areaId === undefined ? [] : await this.confirmations.ofArea(areaId);
    const known = await this.newest(area.code, await this.senderOf(of.community));
    return coverage(area, issue, codes, known, said, only);
  }

  private async senderOf(code: string | undefined): Promise<string | undefined> {
    if (code === undefined) return undefined;
    const communities = await this.communities.visible();
    const known = communities.map((community) => community.code);
    requireFound(
      known.find((one) => one === code),
      'community_not_found',
      code,
      known,
    );
    return code;
  }

  private async newest(area: string, community: string | undefined): Promise<readonly TracedObservation[]> {
    const filter = { areas: [area], latest: true, community };
    const found: TracedObservation[] = [];
    let page = await this.observations.find(filter, PAGE);
    found.push(...page.observations);
    while (page.next !== undefined) {
      page = await this.observations.find({ ...filter, asOfRevision: page.revision }, PAGE, page.next);
      found.push(...page.observations);
    }
    return found;
  }
}

function requireAsked<Thing>(
  code: string | undefined,
  find: (code: string) => Thing | undefined,
  problem: 'issue_not_found' | 'indicator_not_found',
  known: readonly { readonly code: string }[],
): Thing | undefined {
  if (code === undefined) return undefined;
  return requireFound(
    find(code),
    problem,
    code,
    known.map((one) => one.code),
  );
}
