import { Controller, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CommunityRepository } from '../../communities/community.repository.js';
import { CodeRequest } from '../edge/code.request.js';
import {
  COMMUNITY_COLUMNS,
  CommunityResponse,
  communityResponse,
  OneCommunityResponse,
  oneCommunityResponse,
} from './community.response.js';
import { ReportSourcesService } from '../../reports/report-sources.service.js';
import { itemTable } from '../edge/item-table.js';
import { requireFound } from '../../platform/require-found.js';
import { ReadRequest } from '../edge/read.request.js';
import type { Representation } from '../edge/representation.js';
import { Resource } from '../edge/resource.decorator.js';
import { writtenList, writtenTable } from '../edge/written-list.js';

@ApiTags('Communities')
@Controller('api/v1')
export class CommunitiesController {
  constructor(
    private readonly communities: CommunityRepository,
    private readonly sources: ReportSourcesService,
  ) {}

  @Resource({
    path: 'communities',
    summary: 'Communities that take part',
    answer: CommunityResponse,
    list: true,
  })
  async all(@Query() query: ReadRequest): Promise<Representation> {
    const visible = await this.communities.visible();
    return writtenList(visible.map(communityResponse), COMMUNITY_COLUMNS, query);
  }

  @Resource({
    path: 'communities/:code',
    summary: 'One community, with what it tells of itself',
    description:
      'The profile is there as long as the community consents; CSV has what administrators tell of it.',
    answer: OneCommunityResponse,
    problems: [404],
  })
  async one(@Param() { code }: CodeRequest, @Query() query: ReadRequest): Promise<Representation> {
    const { nri } = await this.sources.current();
    const visible = await this.communities.visible();
    const known = visible.map((community) => community.code);
    const community = requireFound(
      visible.find((one) => one.code === code),
      'community_not_found',
      code,
      known,
    );
    return {
      json: () => oneCommunityResponse(community, nri?.get(code)),
      csv: () => writtenTable(itemTable(COMMUNITY_COLUMNS, [communityResponse(community)]), query),
    };
  }
}
