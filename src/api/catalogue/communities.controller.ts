import { Controller, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CommunityRepository } from '../../communities/community.repository.js';
import { CodeRequest } from '../edge/code.request.js';
import { COMMUNITY_COLUMNS, CommunityResponse, communityResponse } from './community.response.js';
import { requireFound } from '../../platform/require-found.js';
import { ReadRequest } from '../edge/read.request.js';
import type { Representation } from '../edge/representation.js';
import { Resource } from '../edge/resource.decorator.js';
import { writtenItem, writtenList } from '../edge/written-list.js';

@ApiTags('Communities')
@Controller('api/v1')
export class CommunitiesController {
  constructor(private readonly communities: CommunityRepository) {}

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
    summary: 'One community',
    answer: CommunityResponse,
    problems: [404],
  })
  async one(@Param() { code }: CodeRequest, @Query() query: ReadRequest): Promise<Representation> {
    const visible = await this.communities.visible();
    const found = visible.find((community) => community.code === code);
    const known = visible.map((community) => community.code);
    return writtenItem(
      communityResponse(requireFound(found, 'community_not_found', code, known)),
      COMMUNITY_COLUMNS,
      query,
    );
  }
}
