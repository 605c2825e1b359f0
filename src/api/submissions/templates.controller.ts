import { Controller, Param, Query, Req, Res } from '@nestjs/common';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CatalogueService } from '../../catalogue/catalogue.service.js';
import { CoverageService } from '../../reports/coverage.service.js';
import { ReportSourcesService } from '../../reports/report-sources.service.js';
import { templateCsv } from '../../reports/template-cells.js';
import { templateLanguage } from '../../reports/template-columns.js';
import { templateWorkbook } from '../../reports/template-workbook.js';
import { requireKnownCodes } from '../edge/known-code.js';
import { IsText } from '../edge/query-values.decorator.js';
import { readerLanguage } from '../edge/reader-language.js';
import type { Representation } from '../edge/representation.js';
import { Resource } from '../edge/resource.decorator.js';
import { TemplateRequest } from './template.request.js';

class TemplateAreaRequest {
  @ApiProperty({ type: String, description: 'ISO 3166-1 alpha-3', example: 'KEN' })
  @IsText(20)
  readonly area!: string;
}

@ApiTags('Submissions')
@Controller('api/v1/templates')
export class TemplatesController {
  constructor(
    private readonly coverages: CoverageService,
    private readonly catalogue: CatalogueService,
    private readonly sources: ReportSourcesService,
  ) {}

  @Resource({
    path: ':area',
    summary: 'A table to fill with figures of a country, prefilled with what is known',
    description:
      'One line for each indicator; a line that gets no value is passed over when the table is sent, and so is the ' +
      'example. The spreadsheet has lists to choose from and a sheet of help.',
    offers: ['csv', 'xlsx'],
    problems: [404],
  })
  async template(
    @Param() { area }: TemplateAreaRequest,
    @Query() { lang, issue, indicator, community }: TemplateRequest,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Representation> {
    const { issues, indicators } = this.catalogue.current().catalogue;
    const { communities } = await this.sources.current();
    const shown = [...communities.values()].filter(({ hidden }) => !hidden);
    requireKnownCodes('issue', issue === undefined ? [] : [issue], codesOf(issues));
    requireKnownCodes('indicator', indicator === undefined ? [] : [indicator], codesOf(indicators));
    requireKnownCodes('community', community === undefined ? [] : [community], codesOf(shown));
    const language = templateLanguage(lang ?? readerLanguage(request));
    const coverage = await this.coverages.coverageOf(area, { issue, indicator, community, language });
    const name = [coverage.area.code, indicator ?? coverage.issue?.code, language].filter(Boolean).join('-');
    const named = (suffix: string): void => {
      reply.header('content-disposition', `attachment; filename="${name}.${suffix}"`);
    };
    return {
      csv: () => {
        named('csv');
        return templateCsv(coverage, language);
      },
      xlsx: () => {
        named('xlsx');
        return templateWorkbook(coverage, language);
      },
    };
  }
}

function codesOf(things: readonly { readonly code: string }[]): readonly string[] {
  return things.map(({ code }) => code);
}
