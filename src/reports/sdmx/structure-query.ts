import { MEMBERS, nameOf, urnOf, type Artefact, type ArtefactKind } from './artefact.js';
import { VERSION } from './flow.js';
import type { Language } from '../../language/language.js';

export const DETAILS = [
  'full',
  'raw',
  'allstubs',
  'allcompletestubs',
  'referencestubs',
  'referencecompletestubs',
] as const;
export type Detail = (typeof DETAILS)[number];

export const REFERENCES = [
  'none',
  'parents',
  'parentsandsiblings',
  'ancestors',
  'children',
  'descendants',
  'all',
] as const;

/** Which artefacts, and how much of them. Lists are of alternatives; absent: any. */
export interface StructureQuery {
  readonly kinds?: readonly ArtefactKind[] | undefined;
  readonly agencies?: readonly string[] | undefined;
  readonly ids?: readonly string[] | undefined;
  readonly items?: readonly string[] | undefined;
  readonly detail: Detail;
  /** One of `REFERENCES`, or kinds of artefacts. */
  readonly references: readonly string[];
}

/** What a query finds: the artefacts themselves, and those that come with them. */
export interface FoundArtefacts {
  readonly matching: readonly Artefact[];
  readonly referenced: readonly Artefact[];
}

export function findArtefacts(all: readonly Artefact[], query: StructureQuery): FoundArtefacts {
  const allows = (wanted: readonly string[] | undefined, one: string): boolean =>
    wanted?.includes(one) ?? true;
  const matching = all
    .filter(({ kind, agency, id }) => {
      return allows(query.kinds, kind) && allows(query.agencies, agency) && allows(query.ids, id);
    })
    .flatMap((artefact) => (query.items === undefined ? artefact : withItems(artefact, query.items)));
  const names = new Set(matching.map(nameOf));
  const reached = reach(all, matching, query.references);
  return { matching, referenced: reached.filter((artefact) => !names.has(nameOf(artefact))) };
}

/** A scheme with only some of its items; nothing where it has none of them. */
export function withItems(artefact: Artefact, wanted: readonly string[]): Artefact | [] {
  const { items, body } = artefact;
  if (items === undefined) return [];
  const all = body[items] as readonly { readonly id: string }[];
  const some = all.filter(({ id }) => wanted.includes(id));
  return some.length === 0 ? [] : { ...artefact, body: { ...body, isPartial: true, [items]: some } };
}

function reach(
  all: readonly Artefact[],
  from: readonly Artefact[],
  references: readonly string[],
): readonly Artefact[] {
  const below = (some: readonly Artefact[]): readonly Artefact[] => {
    const used = new Set(some.flatMap(({ uses }) => uses));
    return all.filter((artefact) => used.has(nameOf(artefact)));
  };
  const above = (some: readonly Artefact[]): readonly Artefact[] => {
    const names = new Set(some.map(nameOf));
    return all.filter(({ uses }) => uses.some((used) => names.has(used)));
  };
  const parents = above(from);
  const [first = 'none'] = references;
  switch (first) {
    case 'none':
      return [];
    case 'parents':
      return parents;
    case 'parentsandsiblings':
      return unique([...parents, ...below(parents)]);
    case 'ancestors':
      return repeated(above, from);
    case 'children':
      return below(from);
    case 'descendants':
      return repeated(below, from);
    case 'all':
      return unique([...parents, ...below(parents), ...repeated(below, from)]);
    default:
      return unique([...repeated(above, from), ...repeated(below, from)]).filter(({ kind }) =>
        references.includes(kind),
      );
  }
}

function repeated(
  step: (some: readonly Artefact[]) => readonly Artefact[],
  from: readonly Artefact[],
): readonly Artefact[] {
  const found = new Set<Artefact>();
  let edge = from;
  while (edge.length > 0) {
    edge = step(edge).filter((artefact) => !found.has(artefact));
    for (const artefact of edge) found.add(artefact);
  }
  return [...found];
}

function unique(artefacts: readonly Artefact[]): readonly Artefact[] {
  return [...new Set(artefacts)];
}

/**
 * The data of a structure message. Source: SDMX-JSON 2.0.0, field guide and schema of the structure message.
 * @param base address of the service, without a slash at the end
 */
export function structureData(
  { matching, referenced }: FoundArtefacts,
  detail: Detail,
  base: string,
  language: Language,
): Readonly<Record<string, readonly object[]>> {
  const isStubs = detail === 'allstubs' || detail === 'allcompletestubs';
  const isReferenceStubs = isStubs || detail === 'referencestubs' || detail === 'referencecompletestubs';
  const isComplete = detail.endsWith('completestubs');
  const data: Record<string, object[]> = {};
  const add = (artefact: Artefact, isStub: boolean): void => {
    (data[MEMBERS[artefact.kind]] ??= []).push(written(artefact, { isStub, isComplete, base, language }));
  };
  for (const artefact of matching) add(artefact, isStubs);
  for (const artefact of referenced) add(artefact, isReferenceStubs);
  return data;
}

function written(
  { kind, agency, id, name, description, body }: Artefact,
  how: {
    readonly isStub: boolean;
    readonly isComplete: boolean;
    readonly base: string;
    readonly language: Language;
  },
): object {
  const { isStub, isComplete, base, language } = how;
  const isDescribed = description !== undefined && (!isStub || isComplete);
  const { annotations } = body;
  return {
    id,
    agencyID: agency,
    version: VERSION,
    name,
    names: { [language]: name },
    ...(isDescribed ? { description, descriptions: { [language]: description } } : {}),
    isExternalReference: isStub,
    links: [
      {
        rel: 'self',
        href: `${base}/structure/${kind}/${agency}/${id}/${VERSION}`,
        urn: urnOf(kind, agency, id, VERSION),
        type: kind,
      },
    ],
    ...(isStub ? (isComplete && annotations !== undefined ? { annotations } : {}) : body),
  };
}
