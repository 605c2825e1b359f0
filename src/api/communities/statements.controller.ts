import { Controller, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { isSubject } from '../../communities/statement-request.js';
import { Problem } from '../../platform/problem.js';
import { ReportSourcesService } from '../../reports/report-sources.service.js';
import { statementsTable } from '../../reports/statements-table.js';
import { requireKnownCodes } from '../edge/known-code.js';
import type { Representation } from '../edge/representation.js';
import { Resource } from '../edge/resource.decorator.js';
import { writtenTable } from '../edge/written-list.js';
import { StatementResponse, statementResponse } from '../reports/statement.response.js';
import { StatementsRequest } from './statement.request.js';

/** Statements as everybody reads them. */
@ApiTags('Statements')
@Controller('api/v1')
export class StatementsController {
  constructor(private readonly sources: ReportSourcesService) {}

  @Resource({
    path: 'statements',
    summary: 'Statements of Member States and communities on figures about them',
    description:
      'The latest first; a withdrawn one is there without its texts. CSV has a row for each language of a statement.',
    answer: StatementResponse,
    list: true,
  })
  async published(@Query() query: StatementsRequest): Promise<Representation> {
    const { statements, lookUp } = await this.sources.current();
    requireKnownCodes(
      'area',
      query.area,
      lookUp.catalogue.areas.map(({ code }) => code),
    );
    if (query.subject !== undefined && !isSubject(query.subject, lookUp)) throw unknownSubject(query.subject);
    const found = statements.filter(
      ({ area, subject }) =>
        query.area?.includes(area) !== false && (query.subject === undefined || query.subject === subject),
    );
    return {
      json: () => ({ items: found.map(statementResponse) }),
      csv: () => writtenTable(statementsTable(found), query),
    };
  }
}

function unknownSubject(value: string): Problem {
  return new Problem('invalid_request', 400, {}, [{ code: 'statement_subject', pointer: '?subject', value }]);
}
