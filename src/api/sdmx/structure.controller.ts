import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Readable } from 'node:stream';
import type { Language } from '../../language/language.js';
import type { ReportSources } from '../../reports/report-sources.js';
import { ARTEFACT_KINDS, type ArtefactKind } from '../../reports/sdmx/artefact.js';
import { artefactsOf } from '../../reports/sdmx/artefacts.js';
import { codeLists } from '../../reports/sdmx/code-lists.js';
import { FLOWS } from '../../reports/sdmx/flow.js';
import type { HeldRegion } from '../../reports/sdmx/held-region.js';
import { DETAILS, findArtefacts, REFERENCES, structureData } from '../../reports/sdmx/structure-query.js';
import { SHARED } from '../edge/cross-origin.js';
import { readerLanguage } from '../edge/reader-language.js';
import { RouteSays } from '../edge/route-says.decorator.js';
import { alternatives, isOurVersion, nothingFound } from './artefact-address.js';
import { chooseForm } from './form.js';
import { chosen, notBuilt, notSdmx, readParameters, type Parameters } from './parameters.js';
import { SdmxAnswerService, STRUCTURE_SCHEMA } from './sdmx-answer.service.js';
import { SdmxRowsService } from './sdmx-rows.service.js';
import { readSelection } from './selection.js';

/** Kinds that SDMX knows and nothing here is of. */
const OTHER_KINDS = [
  ...['categorisation', 'categoryscheme', 'categoryschememap', 'conceptschememap', 'customtypescheme'],
  ...['dataconsumerscheme', 'dataproviderscheme', 'hierarchy', 'hierarchyassociation', 'metadataconstraint'],
  ...['metadataflow', 'metadataproviderscheme', 'metadataprovisionagreement', 'metadatastructure'],
  ...['namepersonalisationscheme', 'organisationschememap', 'organisationunitscheme', 'process'],
  ...[
    'provisionagreement',
    'reportingtaxonomy',
    'reportingtaxonomymap',
    'representationmap',
    'rulesetscheme',
  ],
  ...['structuremap', 'transformationscheme', 'userdefinedoperatorscheme', 'valuelist', 'vtlmappingscheme'],
];
interface ArtefactAddress {
  readonly kind?: string;
  readonly agency?: string;
  readonly resource?: string;
  readonly version?: string;
  readonly item?: string;
}

/** What the data are made of, and what there is of them. Source: SDMX REST API 2, structure and availability queries. */
@ApiExcludeController()
@Controller('sdmx/v2')
export class SdmxStructureController {
  constructor(
    private readonly answers: SdmxAnswerService,
    private readonly rows: SdmxRowsService,
  ) {}

  @Get([
    'structure',
    'structure/:kind',
    'structure/:kind/:agency',
    'structure/:kind/:agency/:resource',
    'structure/:kind/:agency/:resource/:version',
    'structure/:kind/:agency/:resource/:version/:item',
  ])
  @RouteSays({ produces: [], headers: SHARED })
  async structure(
    @Param() address: ArtefactAddress,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string | Readable | undefined> {
    const parameters = readParameters(request.url, ['detail', 'references', 'format', 'lang']);
    const form = chooseForm('structure', request.headers.accept, parameters.named.get('format'));
    if (parameters.named.get('detail') === 'referencepartial') throw notBuilt('referencepartial');
    const detail = chosen(parameters, 'detail', DETAILS, 'full');
    const references = referencesOf(parameters);
    const kinds = kindsOf(address.kind);
    const isOurs = isOurVersion(address.version);
    return this.answers.answer(request, reply, form, async (sources) => {
      const language = readerLanguage(request);
      const all = artefactsOf(sources, language, await this.heldRegions(sources, language));
      const found = findArtefacts(isOurs ? all : [], {
        kinds,
        agencies: alternatives(address.agency),
        ids: alternatives(address.resource),
        items: alternatives(address.item),
        detail,
        references,
      });
      if (found.matching.length === 0) {
        const { kind = '*', agency = '*', resource = '*' } = address;
        throw nothingFound([kind, agency, resource].join('/'));
      }
      const data = structureData(found, detail, this.answers.baseOf(request), language);
      return JSON.stringify({ meta: await this.answers.meta(sources, request, STRUCTURE_SCHEMA), data });
    });
  }

  private readonly regions = new WeakMap<ReportSources, Promise<ReadonlyMap<string, HeldRegion>>>();

  private heldRegions(sources: ReportSources, language: Language): Promise<ReadonlyMap<string, HeldRegion>> {
    const known = this.regions.get(sources);
    if (known !== undefined) return known;
    const regions = this.readRegions(sources, language);
    this.regions.set(sources, regions);
    regions.catch(() => this.regions.delete(sources));
    return regions;
  }

  private async readRegions(
    sources: ReportSources,
    language: Language,
  ): Promise<ReadonlyMap<string, HeldRegion>> {
    const lists = codeLists(sources, language);
    const regions = new Map<string, HeldRegion>();
    for (const flow of FLOWS) {
      const selection = readSelection(flow, '*', new Map(), lists);
      regions.set(flow.id, await this.rows.held({ selection, lists, sources, perSeries: {} }));
    }
    return regions;
  }
}

function kindsOf(part: string | undefined): readonly ArtefactKind[] | undefined {
  const asked = alternatives(part);
  const other = asked?.find((one) => ![...ARTEFACT_KINDS, ...OTHER_KINDS].includes(one));
  if (other !== undefined) throw notSdmx('{kind}', other, ARTEFACT_KINDS.join(', '));
  return asked && ARTEFACT_KINDS.filter((kind) => asked.includes(kind));
}

function referencesOf({ named }: Parameters): readonly string[] {
  const asked = (named.get('references') ?? 'none').split(',');
  const known: readonly string[] = [...REFERENCES, ...ARTEFACT_KINDS, ...OTHER_KINDS];
  const other = asked.find((one) => !known.includes(one));
  if (other !== undefined) throw notSdmx('?references', other, REFERENCES.join(', '));
  return asked;
}
