import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Readable } from 'node:stream';
import { ReportSourcesService } from '../../reports/report-sources.service.js';
import type { Artefact } from '../../reports/sdmx/artefact.js';
import { agencyOf, artefactsOf } from '../../reports/sdmx/artefacts.js';
import { constraint } from '../../reports/sdmx/constraint.js';
import { codeLists } from '../../reports/sdmx/code-lists.js';
import { keyOf, type Flow } from '../../reports/sdmx/flow.js';
import type { HeldRegion } from '../../reports/sdmx/held-region.js';
import { structureData, withItems } from '../../reports/sdmx/structure-query.js';
import { SHARED } from '../edge/cross-origin.js';
import { readerLanguage } from '../edge/reader-language.js';
import { RouteSays } from '../edge/route-says.decorator.js';
import { alternatives } from './artefact-address.js';
import { findFlow, type FlowAddress } from './flow-address.js';
import { chooseForm } from './form.js';
import { chosen, notBuilt, notSdmx, readParameters } from './parameters.js';
import { SdmxAnswerService, STRUCTURE_SCHEMA } from './sdmx-answer.service.js';
import { SdmxRowsService } from './sdmx-rows.service.js';
import { readSelection, yearsAsked } from './selection.js';

/** What there are data of. Source: SDMX REST API 2, availability queries. */
@ApiExcludeController()
@Controller('sdmx/v2')
export class SdmxAvailabilityController {
  constructor(
    private readonly answers: SdmxAnswerService,
    private readonly rows: SdmxRowsService,
    private readonly sources: ReportSourcesService,
  ) {}

  @Get([
    'availability',
    'availability/:context',
    'availability/:context/:agency',
    'availability/:context/:agency/:resource',
    'availability/:context/:agency/:resource/:version',
    'availability/:context/:agency/:resource/:version/:key',
    'availability/:context/:agency/:resource/:version/:key/:component',
  ])
  @RouteSays({ produces: [], headers: SHARED })
  async availability(
    @Param() address: FlowAddress & { readonly key?: string; readonly component?: string },
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string | Readable | undefined> {
    const parameters = readParameters(request.url, [
      ...['c', 'updatedAfter', 'references', 'mode', 'reportingYearStartDay', 'format', 'lang'],
    ]);
    const unbuilt = ['updatedAfter', 'reportingYearStartDay'].find((name) => parameters.named.has(name));
    if (unbuilt !== undefined) throw notBuilt(unbuilt);
    if (chosen(parameters, 'mode', ['exact', 'available'], 'exact') === 'available')
      throw notBuilt('mode=available');
    const form = chooseForm('structure', request.headers.accept, parameters.named.get('format'));
    const current = await this.sources.current();
    const { flow, agency } = findFlow(address, agencyOf(current));
    const language = readerLanguage(request);
    const lists = codeLists(current, language);
    const selection = readSelection(flow, address.key ?? '*', parameters.filters, lists);
    const unanswered = [...selection.tests.keys()].find((id) => !isOfKey(flow, id));
    if (unanswered !== undefined) throw notBuilt(`c[${unanswered}]`);
    if (!isOneSpan(yearsAsked(selection))) throw notBuilt('c[TIME_PERIOD]');
    const components = componentsOf(flow, address.component);
    const references = parameters.named.get('references')?.split(',') ?? ['none'];
    return this.answers.answer(request, reply, form, async (sources) => {
      const held = await this.rows.held({ selection, lists, sources, perSeries: {} });
      const values = new Map([...held.values].filter(([id]) => components.includes(id)));
      const { years, ...counts } = held;
      const told = { ...counts, values, ...(years && components.includes('TIME_PERIOD') ? { years } : {}) };
      const found = constraint(agency, flow, told, language);
      const referenced = partial(artefactsOf(sources, language, new Map()), flow, held, references);
      const data = structureData(
        { matching: [found], referenced },
        'full',
        this.answers.baseOf(request),
        language,
      );
      return JSON.stringify({ meta: await this.answers.meta(sources, request, STRUCTURE_SCHEMA), data });
    });
  }
}

function isOfKey({ components }: Flow, id: string): boolean {
  return components.some((one) => one.id === id && (one.role === 'dimension' || one.role === 'time'));
}

/** Dimensions that are asked about. */
function componentsOf(flow: Flow, part: string | undefined): readonly string[] {
  const all = flow.components.map(({ id }) => id).filter((id) => isOfKey(flow, id));
  const asked = alternatives(part);
  const other = asked?.find((id) => !all.includes(id));
  if (other !== undefined) throw notSdmx('{component}', other, all.join(', '));
  return asked ?? all;
}

/** What a constraint stands on; of code lists what the constraint names. */
function partial(
  all: readonly Artefact[],
  flow: Flow,
  { values }: HeldRegion,
  references: readonly string[],
): readonly Artefact[] {
  const known = [
    'all',
    'none',
    'codelist',
    'valuelist',
    'datastructure',
    'conceptscheme',
    'dataflow',
    'dataproviderscheme',
  ];
  const other = references.find((one) => !known.includes(one));
  if (other !== undefined) throw notSdmx('?references', other, known.join(', '));
  const isAsked = ({ kind }: Artefact): boolean => references.includes('all') || references.includes(kind);
  return all.filter(isAsked).flatMap((artefact) => {
    if (artefact.kind === 'dataflow') return artefact.id === flow.id ? artefact : [];
    if (artefact.kind === 'datastructure') return artefact.id === flow.structure ? artefact : [];
    if (artefact.kind === 'conceptscheme')
      return withItems(
        artefact,
        flow.components.map(({ id }) => id),
      );
    if (artefact.kind !== 'codelist') return [];
    const dimensions = keyOf(flow).filter(({ codes }) => codes === artefact.id);
    return withItems(
      artefact,
      dimensions.flatMap(({ id }) => values.get(id) ?? []),
    );
  });
}

/** Years that follow one another. */
function isOneSpan(years: readonly number[] | undefined): boolean {
  return years?.every((year, i) => i === 0 || year === (years[i - 1] ?? 0) + 1) ?? true;
}
