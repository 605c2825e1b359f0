import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';
import { translate } from '../../language/translate.js';
import { MomentService } from '../../reports/moment.service.js';
import type { ReportSources } from '../../reports/report-sources.js';
import { ReportSourcesService } from '../../reports/report-sources.service.js';
import { urnOf } from '../../reports/sdmx/artefact.js';
import { agencyOf } from '../../reports/sdmx/artefacts.js';
import { codeLists } from '../../reports/sdmx/code-lists.js';
import { dataCsv, type Shown } from '../../reports/sdmx/data-csv.js';
import { dataJson } from '../../reports/sdmx/data-json.js';
import { VERSION } from '../../reports/sdmx/flow.js';
import { SHARED } from '../edge/cross-origin.js';
import { readerLanguage } from '../edge/reader-language.js';
import { RouteSays } from '../edge/route-says.decorator.js';
import { findFlow, type FlowAddress, type FoundFlow } from './flow-address.js';
import { chooseForm } from './form.js';
import { count, invalid, readParameters, type Parameters } from './parameters.js';
import { isoMoment, packingOf, refuseUnbuilt, shownComponents } from './data-question.js';
import { DATA_SCHEMA, SdmxAnswerService } from './sdmx-answer.service.js';
import type { RowQuestion } from './row-question.js';
import { SdmxRowsService } from './sdmx-rows.service.js';
import { readSelection } from './selection.js';

const NAMES = [
  ...['c', 'updatedAfter', 'asOf', 'firstNObservations', 'lastNObservations', 'dimensionAtObservation'],
  ...['attributes', 'measures', 'includeHistory', 'offset', 'limit', 'sort', 'reportingYearStartDay'],
  ...['format', 'lang'],
];
/** Data by the standard of official statistics. Source: SDMX REST API 2, data queries. */
@ApiExcludeController()
@Controller('sdmx/v2')
export class SdmxDataController {
  constructor(
    private readonly answers: SdmxAnswerService,
    private readonly rows: SdmxRowsService,
    private readonly sources: ReportSourcesService,
    private readonly moments: MomentService,
  ) {}

  @Get([
    'data',
    'data/:context',
    'data/:context/:agency',
    'data/:context/:agency/:resource',
    'data/:context/:agency/:resource/:version',
    'data/:context/:agency/:resource/:version/:key',
  ])
  @RouteSays({ produces: [], headers: SHARED })
  async data(
    @Param() address: FlowAddress & { readonly key?: string },
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string | Readable | undefined> {
    const parameters = readParameters(request.url, NAMES);
    refuseUnbuilt(parameters);
    const form = chooseForm('data', request.headers.accept, parameters.named.get('format'));
    const found = findFlow(address, agencyOf(await this.sources.current()));
    const question = await this.questionOf(found, address.key ?? '*', parameters, request);
    const shown = this.shownOf(found, parameters, question, request);
    const packing = packingOf(parameters, found.flow);
    return this.answers.answer(request, reply, form, async () => {
      if (form.kind === 'csv') return Readable.from(dataCsv(this.rows.rows(question), shown, form.options));
      const actions = question.changedAfter === undefined ? (['I'] as const) : (['R', 'D'] as const);
      const sets = actions.map((action) => ({ action, groups: this.rows.rows(question, action) }));
      const meta = await this.answers.meta(question.sources, request, DATA_SCHEMA);
      const links = [{ rel: found.context, urn: urnOf(found.context, found.agency, found.id, VERSION) }];
      return Readable.from(dataJson(sets, shown, packing, { meta, links }));
    });
  }

  private async questionOf(
    { flow }: FoundFlow,
    key: string,
    parameters: Parameters,
    request: FastifyRequest,
  ): Promise<RowQuestion> {
    const { named, filters } = parameters;
    const asOf = isoMoment(named.get('asOf'));
    const updatedAfter = isoMoment(named.get('updatedAfter'));
    if (asOf !== undefined && updatedAfter !== undefined && Date.parse(updatedAfter) > Date.parse(asOf)) {
      throw invalid({ code: 'update_after_moment', pointer: '?updatedAfter', value: updatedAfter });
    }
    const sources = await this.moments.at(asOf === undefined ? undefined : { asOf });
    const lists = codeLists(sources, readerLanguage(request));
    return {
      selection: readSelection(flow, key, filters, lists),
      lists,
      sources,
      perSeries: {
        first: count(parameters, 'firstNObservations'),
        last: count(parameters, 'lastNObservations'),
      },
      changedAfter: await this.revisionOf(updatedAfter, sources),
    };
  }

  private async revisionOf(
    moment: string | undefined,
    { board }: ReportSources,
  ): Promise<number | undefined> {
    return moment === undefined
      ? undefined
      : this.moments.revisionOf(moment, '?updatedAfter', board.revision);
  }

  private shownOf(
    { flow, context, agency, id }: FoundFlow,
    parameters: Parameters,
    { lists }: RowQuestion,
    request: FastifyRequest,
  ): Shown {
    const language = readerLanguage(request);
    return {
      context,
      reference: `${agency}:${id}(${VERSION})`,
      name: translate(
        language,
        context === 'dataflow' ? `sdmx.flow.${flow.id}` : `sdmx.structure.${flow.id}`,
      ),
      components: shownComponents(parameters, flow),
      lists,
      language,
    };
  }
}
