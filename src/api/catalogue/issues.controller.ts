import { Controller, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CatalogueService } from '../../catalogue/catalogue.service.js';
import { ReadRequest } from '../edge/read.request.js';
import type { Representation } from '../edge/representation.js';
import { Resource } from '../edge/resource.decorator.js';
import { writtenList } from '../edge/written-list.js';
import { IssueResponse, issueResponse } from './issue.response.js';

@ApiTags('Catalogue')
@Controller('api/v1')
export class IssuesController {
  constructor(private readonly catalogue: CatalogueService) {}

  @Resource({ path: 'issues', summary: 'Issues and their indicators', answer: IssueResponse, list: true })
  all(@Query() query: ReadRequest): Representation {
    const lookUp = this.catalogue.current(query.lang);
    const items = lookUp.catalogue.issues.map((issue) =>
      issueResponse(issue, lookUp.indicatorsOfView('issue', issue.code)),
    );
    return writtenList(items, ['code', 'name', 'principles', 'indicators'], query);
  }
}
