import { Controller, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CatalogueService } from '../../catalogue/catalogue.service.js';
import { IdRequest } from '../edge/code.request.js';
import {
  COMMITMENT_COLUMNS,
  CommitmentResponse,
  commitmentResponse,
  CrosswalkLinkResponse,
  crosswalkLinkResponse,
  LINK_COLUMNS,
  ObjectiveResponse,
  objectiveResponse,
} from './commitment.response.js';
import { CommitmentsRequest } from './commitments.request.js';
import { requireFound } from '../../platform/require-found.js';
import { isYes } from '../edge/query-values.decorator.js';
import { ReadRequest } from '../edge/read.request.js';
import type { Representation } from '../edge/representation.js';
import { Resource } from '../edge/resource.decorator.js';
import { writtenItem, writtenList } from '../edge/written-list.js';

@ApiTags('Commitments')
@Controller('api/v1')
export class CommitmentsController {
  constructor(private readonly catalogue: CatalogueService) {}

  @Resource({
    path: 'objectives',
    summary: 'Objectives of the commitments',
    answer: ObjectiveResponse,
    list: true,
  })
  objectives(@Query() query: ReadRequest): Representation {
    const items = this.catalogue.current(query.lang).catalogue.objectives.map(objectiveResponse);
    return writtenList(items, ['code', 'name'], query);
  }

  @Resource({
    path: 'commitments',
    summary: 'Commitments with the indicators linked to them',
    answer: CommitmentResponse,
    list: true,
  })
  all(@Query() query: CommitmentsRequest): Representation {
    const lookUp = this.catalogue.current(query.lang);
    const wanted = query.covered === undefined ? undefined : isYes(query.covered);
    const items = lookUp.catalogue.commitments
      .map((commitment) => commitmentResponse(commitment, lookUp.linksOfCommitment(commitment.id)))
      .filter(({ covered }) => wanted === undefined || covered === wanted);
    return writtenList(items, COMMITMENT_COLUMNS, query);
  }

  @Resource({
    path: 'commitments/:id',
    summary: 'One commitment',
    answer: CommitmentResponse,
    problems: [404],
  })
  one(@Param() { id }: IdRequest, @Query() query: ReadRequest): Representation {
    const lookUp = this.catalogue.current(query.lang);
    const known = lookUp.catalogue.commitments.map((commitment) => commitment.id);
    const found = requireFound(lookUp.commitment(id), 'commitment_not_found', id, known);
    return writtenItem(commitmentResponse(found, lookUp.linksOfCommitment(id)), COMMITMENT_COLUMNS, query);
  }

  @Resource({
    path: 'crosswalk',
    summary: 'Every link between an indicator and a commitment, with its reason',
    answer: CrosswalkLinkResponse,
    list: true,
  })
  crosswalk(@Query() query: ReadRequest): Representation {
    const items = this.catalogue.current(query.lang).catalogue.crosswalk.map(crosswalkLinkResponse);
    return writtenList(items, LINK_COLUMNS, query);
  }
}
