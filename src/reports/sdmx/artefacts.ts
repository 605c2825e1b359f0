import type { Language } from '../../language/language.js';
import { translate } from '../../language/translate.js';
import type { ReportSources } from '../report-sources.js';
import { AGENCIES, nameOf, urnOf, type Artefact } from './artefact.js';
import { agencyId } from './code-id.js';
import { codeLists, type CodeList } from './code-lists.js';
import { constraint } from './constraint.js';
import { attributesOf, FLOWS, keyOf, measuresOf, VERSION, type Component, type Flow } from './flow.js';
import type { HeldRegion } from './held-region.js';

const CONCEPTS = 'CONCEPTS';
/** Agencies are listed by SDMX itself, of which each list is a part. */
const TOP = 'SDMX';

/**
 * All artefacts, with names in a language.
 * @param held what each flow holds, by its id; a flow that is not in it has no constraint
 */
export function artefactsOf(
  sources: ReportSources,
  language: Language,
  held: ReadonlyMap<string, HeldRegion>,
): readonly Artefact[] {
  const agency = agencyOf(sources);
  const lists = [...codeLists(sources, language)].map(([id, list]) => codeList(agency, id, list, language));
  return [
    agencies(sources),
    conceptScheme(agency, language),
    ...lists,
    ...FLOWS.flatMap((flow) => {
      const region = held.get(flow.id);
      return [
        dataStructure(agency, flow, language),
        dataflow(agency, flow, language),
        ...(region === undefined ? [] : [constraint(agency, flow, region, language)]),
      ];
    }),
  ];
}

export function agencyOf({ lookUp }: ReportSources): string {
  return agencyId(lookUp.catalogue.framework.code);
}

function agencies(sources: ReportSources): Artefact {
  const { name } = sources.lookUp.catalogue.framework;
  return {
    kind: 'agencyscheme',
    agency: TOP,
    id: AGENCIES,
    name: AGENCIES,
    items: 'agencies',
    body: { isPartial: true, agencies: [{ id: agencyOf(sources), name }] },
    uses: [],
  };
}

function conceptScheme(agency: string, language: Language): Artefact {
  const ids = new Set(FLOWS.flatMap(({ components }) => components.map(({ id }) => id)));
  return {
    kind: 'conceptscheme',
    agency,
    id: CONCEPTS,
    name: translate(language, 'sdmx.concepts'),
    items: 'concepts',
    body: {
      isPartial: false,
      concepts: [...ids].map((id) =>
        localised({ id, name: translate(language, `sdmx.concept.${id}`) }, language),
      ),
    },
    uses: [nameOf({ kind: 'agencyscheme', id: AGENCIES })],
  };
}

function codeList(agency: string, id: string, list: CodeList, language: Language): Artefact {
  return {
    kind: 'codelist',
    agency,
    id,
    name: translate(language, `sdmx.list.${id}`),
    items: 'codes',
    body: {
      isPartial: false,
      codes: [...list.values()].map(({ code: _, ...said }) => localised(said, language)),
    },
    uses: [nameOf({ kind: 'agencyscheme', id: AGENCIES })],
  };
}

function dataStructure(agency: string, flow: Flow, language: Language): Artefact {
  const key = keyOf(flow);
  const time = flow.components.filter(({ role }) => role === 'time');
  const said = (component: Component): object => ({
    id: component.id,
    conceptIdentity: `urn:sdmx:org.sdmx.infomodel.conceptscheme.Concept=${agency}:${CONCEPTS}(${VERSION}).${component.id}`,
    localRepresentation:
      component.codes === undefined
        ? { format: { dataType: component.type } }
        : { enumeration: urnOf('codelist', agency, component.codes, VERSION) },
  });
  const lists = flow.components.flatMap(({ codes }) => codes ?? []);
  return {
    kind: 'datastructure',
    agency,
    id: flow.structure,
    name: translate(language, `sdmx.structure.${flow.id}`),
    body: {
      dataStructureComponents: {
        dimensionList: {
          id: 'DimensionDescriptor',
          dimensions: key.map((component, position) => ({ ...said(component), position })),
          ...(time[0] === undefined ? {} : { timeDimension: said(time[0]) }),
        },
        measureList: {
          id: 'MeasureDescriptor',
          measures: measuresOf(flow).map((measure) => ({
            ...said(measure),
            usage: 'optional',
            isMandatory: false,
          })),
        },
        attributeList: {
          id: 'AttributeDescriptor',
          attributes: attributesOf(flow).map((attribute) => ({
            ...said(attribute),
            usage: 'optional',
            attributeRelationship:
              attribute.of === 'series' ? { dimensions: key.map(({ id }) => id) } : { observation: {} },
          })),
        },
      },
    },
    uses: [
      nameOf({ kind: 'agencyscheme', id: AGENCIES }),
      nameOf({ kind: 'conceptscheme', id: CONCEPTS }),
      ...lists.map((id) => nameOf({ kind: 'codelist', id })),
    ],
  };
}

function dataflow(agency: string, { id, structure }: Flow, language: Language): Artefact {
  return {
    kind: 'dataflow',
    agency,
    id,
    name: translate(language, `sdmx.flow.${id}`),
    description: translate(language, `sdmx.about.${id}`),
    body: { structure: urnOf('datastructure', agency, structure, VERSION) },
    uses: [nameOf({ kind: 'agencyscheme', id: AGENCIES }), nameOf({ kind: 'datastructure', id: structure })],
  };
}

function localised(
  said: { readonly name: string; readonly description?: string } & Readonly<Record<string, unknown>>,
  language: Language,
): object {
  const { name, description } = said;
  return {
    ...said,
    names: { [language]: name },
    ...(description === undefined ? {} : { descriptions: { [language]: description } }),
  };
}
