import { Controller, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CatalogueService } from '../../catalogue/catalogue.service.js';
import { CodeRequest } from '../edge/code.request.js';
import { INDICATOR_COLUMNS, IndicatorResponse, indicatorResponse } from './indicator.response.js';
import { requireFound } from '../../platform/require-found.js';
import { ReadRequest } from '../edge/read.request.js';
import type { Representation } from '../edge/representation.js';
import { Resource } from '../edge/resource.decorator.js';
import { writtenItem, writtenList } from '../edge/written-list.js';

@ApiTags('Catalogue')
@Controller('api/v1')
export class IndicatorsController {
  constructor(private readonly catalogue: CatalogueService) {}

  @Resource({ path: 'indicators', summary: 'All indicators', answer: IndicatorResponse, list: true })
  all(@Query() query: ReadRequest): Representation {
    const { indicators, ladderExamples } = this.catalogue.current(query.lang).catalogue;
    const answers = indicators.map((indicator) => indicatorResponse(indicator, ladderExamples));
    return writtenList(answers, INDICATOR_COLUMNS, query);
  }

  @Resource({
    path: 'indicators/:code',
    summary: 'One indicator',
    answer: IndicatorResponse,
    problems: [404],
  })
  one(@Param() { code }: CodeRequest, @Query() query: ReadRequest): Representation {
    const lookUp = this.catalogue.current(query.lang);
    const known = lookUp.catalogue.indicators.map((indicator) => indicator.code);
    const found = requireFound(lookUp.indicator(code), 'indicator_not_found', code, known);
    const { ladderExamples } = lookUp.catalogue;
    return writtenItem(indicatorResponse(found, ladderExamples), INDICATOR_COLUMNS, query);
  }
}
