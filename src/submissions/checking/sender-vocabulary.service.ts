import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CatalogueService } from '../../catalogue/catalogue.service.js';
import { CommunityRepository } from '../../communities/community.repository.js';
import { Problem } from '../../platform/problem.js';
import { ownAreas } from './own-areas.js';
import { rowVocabulary, type RowVocabulary } from './row-vocabulary.js';

/** Knows by what the rows of a sender are read: the catalogue in force, and the areas that are theirs. */
@Injectable()
export class SenderVocabularyService {
  constructor(
    private readonly catalogues: CatalogueService,
    private readonly communities: CommunityRepository,
  ) {}

  /**
   * @param key codes of areas and groups that the sender's key is for
   * @throws Problem community_not_confirmed (409) when their community is hidden: what it sends would name it
   */
  async of(manager: EntityManager, communityId: number, key: readonly string[]): Promise<RowVocabulary> {
    const community = await this.communities.byId(communityId, manager);
    if (community === undefined) throw new TypeError('A submission is of a community');
    if (community.hidden) throw new Problem('community_not_confirmed', 409, { community: community.code });
    const lookUp = this.catalogues.current();
    const everKnown = (code: string): boolean => this.catalogues.indicatorId(code) !== undefined;
    return rowVocabulary(lookUp, everKnown, ownAreas(community.areas, key, lookUp));
  }
}
