/** Kinds of artefacts there are here, as the addresses name them. */
export const ARTEFACT_KINDS = [
  'agencyscheme',
  'codelist',
  'conceptscheme',
  'dataconstraint',
  'dataflow',
  'datastructure',
] as const;
export type ArtefactKind = (typeof ARTEFACT_KINDS)[number];

/** Name of the list of agencies, which SDMX gives. */
export const AGENCIES = 'AGENCIES';

/** Something that is maintained under a name and a version. */
export interface Artefact {
  readonly kind: ArtefactKind;
  readonly agency: string;
  readonly id: string;
  readonly name: string;
  readonly description?: string;
  /** What it consists of, beside what names it. */
  readonly body: Readonly<Record<string, unknown>>;
  /** Name of the member of the body that lists its items; only in schemes of items. */
  readonly items?: string;
  /** What it stands on, as `nameOf` names it. */
  readonly uses: readonly string[];
}

export function nameOf({ kind, id }: Pick<Artefact, 'kind' | 'id'>): string {
  return `${kind} ${id}`;
}

const CLASSES: Readonly<Record<ArtefactKind, string>> = {
  agencyscheme: 'base.AgencyScheme',
  codelist: 'codelist.Codelist',
  conceptscheme: 'conceptscheme.ConceptScheme',
  dataconstraint: 'registry.DataConstraint',
  dataflow: 'datastructure.Dataflow',
  datastructure: 'datastructure.DataStructure',
};

/** The member of a structure message that holds artefacts of a kind. */
export const MEMBERS: Readonly<Record<ArtefactKind, string>> = {
  agencyscheme: 'agencySchemes',
  codelist: 'codelists',
  conceptscheme: 'conceptSchemes',
  dataconstraint: 'dataConstraints',
  dataflow: 'dataflows',
  datastructure: 'dataStructures',
};

/** Source: SDMX 3.0, section 5, registry: universal resource names. */
export function urnOf(kind: ArtefactKind, agency: string, id: string, version: string): string {
  return `urn:sdmx:org.sdmx.infomodel.${CLASSES[kind]}=${agency}:${id}(${version})`;
}
