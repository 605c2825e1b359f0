import { Controller, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CatalogueService } from '../../catalogue/catalogue.service.js';
import { CodeRequest } from '../edge/code.request.js';
import {
  FrameworkResponse,
  frameworkResponse,
  GoalResponse,
  goalResponse,
  PrincipleResponse,
  principleResponse,
} from './framework.response.js';
import { requireFound } from '../../platform/require-found.js';
import { ReadRequest } from '../edge/read.request.js';
import type { Representation } from '../edge/representation.js';
import { Resource } from '../edge/resource.decorator.js';
import { writtenItem, writtenList } from '../edge/written-list.js';

@ApiTags('Catalogue')
@Controller('api/v1')
export class FrameworkController {
  constructor(private readonly catalogue: CatalogueService) {}

  @Resource({
    path: 'frameworks/:code',
    summary: 'The framework in force, its edition and method',
    answer: FrameworkResponse,
    problems: [404],
  })
  framework(@Param() { code }: CodeRequest, @Query() query: ReadRequest): Representation {
    const { framework, ...catalogue } = this.catalogue.current(query.lang).catalogue;
    const found = requireFound(code === framework.code ? framework : undefined, 'framework_not_found', code, [
      framework.code,
    ]);
    const columns = ['code', 'name', 'version', 'source', 'edition', 'asOfYear', 'methodVersion'] as const;
    return writtenItem(frameworkResponse(found, catalogue), columns, query);
  }

  @Resource({
    path: 'principles',
    summary: 'Principles of the framework',
    answer: PrincipleResponse,
    list: true,
  })
  principles(@Query() query: ReadRequest): Representation {
    const items = this.catalogue.current(query.lang).catalogue.principles.map(principleResponse);
    return writtenList(items, ['code', 'name', 'weight', 'source'], query);
  }

  @Resource({ path: 'goals', summary: 'Goals of the principles', answer: GoalResponse, list: true })
  goals(@Query() query: ReadRequest): Representation {
    const items = this.catalogue.current(query.lang).catalogue.goals.map(goalResponse);
    return writtenList(items, ['code', 'principle', 'name', 'weight', 'officialText', 'basis'], query);
  }
}
