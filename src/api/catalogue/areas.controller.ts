import { Controller, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CatalogueService } from '../../catalogue/catalogue.service.js';
import { AREA_COLUMNS, AreaResponse, areaResponse, groupResponse } from './area.response.js';
import { CodeRequest } from '../edge/code.request.js';
import { requireFound } from '../../platform/require-found.js';
import { ReadRequest } from '../edge/read.request.js';
import type { Representation } from '../edge/representation.js';
import { Resource } from '../edge/resource.decorator.js';
import { writtenItem, writtenList } from '../edge/written-list.js';

@ApiTags('Catalogue')
@Controller('api/v1')
export class AreasController {
  constructor(private readonly catalogue: CatalogueService) {}

  @Resource({
    path: 'areas',
    summary: 'Countries, other areas and groups of countries',
    answer: AreaResponse,
    list: true,
  })
  all(@Query() query: ReadRequest): Representation {
    const lookUp = this.catalogue.current(query.lang);
    const items = [
      ...lookUp.catalogue.areas.map((area) => areaResponse(area, lookUp.groupsOfArea(area.code))),
      ...lookUp.catalogue.groups.map(groupResponse),
    ];
    return writtenList(items, AREA_COLUMNS, query);
  }

  @Resource({ path: 'areas/:code', summary: 'One area or group', answer: AreaResponse, problems: [404] })
  one(@Param() { code }: CodeRequest, @Query() query: ReadRequest): Representation {
    const lookUp = this.catalogue.current(query.lang);
    const area = lookUp.area(code);
    const group = lookUp.group(code);
    const found = (area && areaResponse(area, lookUp.groupsOfArea(code))) ?? (group && groupResponse(group));
    const known = [...lookUp.catalogue.areas, ...lookUp.catalogue.groups].map(({ code: each }) => each);
    return writtenItem(requireFound(found, 'area_not_found', code, known), AREA_COLUMNS, query);
  }
}
