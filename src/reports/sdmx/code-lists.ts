import { viewsOf } from '../../catalogue/views.js';
import { nameIn } from '../../catalogue/name-in.js';
import { frameworkIn, textIn } from '../../catalogue/text-in.js';
import { areaName } from '../../language/area-name.js';
import type { Language } from '../../language/language.js';
import { translate } from '../../language/translate.js';
import type { ObservationStatus } from '../../observations/observation.js';
import type { Grade, Missing, NodeKind } from '../../scoring/score.js';
import { withoutUndefined } from '../../platform/without-undefined.js';
import type { ReportSources } from '../report-sources.js';
import { codeId } from './code-id.js';

export interface Code {
  readonly id: string;
  /** As it stands in the catalogue. */
  readonly code: string;
  readonly name: string;
  readonly description?: string;
  /** Id of the code above it. */
  readonly parent?: string;
}

/** Codes by id, in their order. */
export type CodeList = ReadonlyMap<string, Code>;
export type CodeLists = ReadonlyMap<string, CodeList>;

/** Code list CL_OBS_STATUS of SDMX, version 2.2; what it has no letter for is a normal value. */
export const OBS_STATUS: Readonly<Record<ObservationStatus, string>> = {
  normal: 'A',
  estimated: 'E',
  provisional: 'P',
  modelled: 'E',
  self_assessed: 'A',
  doubtful: 'U',
};
/** The letter for a value that is missing. */
export const NO_VALUE = 'O';

const MISSING: readonly Missing[] = [
  'NO_VALUE',
  'NO_DATA',
  'STALE',
  'BAD_GOALPOSTS',
  'NOT_APPLICABLE',
  'NO_POPULATION',
  'NOT_SCORED',
  'LICENCE',
  'COVERAGE',
  'TOO_FEW_GOALS',
  'TOO_FEW_INDICATORS',
  'TOO_FEW_COMMITMENTS',
  'NO_WEIGHT',
  'SWITCHED_OFF',
];
const GRADES: readonly Grade[] = ['A', 'B', 'C', 'D'];

/** Every list that components take their values from, with names in a language. */
export function codeLists(sources: ReportSources, language: Language): CodeLists {
  const named = (codes: readonly string[], keyOf: (code: string) => string): CodeList =>
    listOf(codes.map((code) => ({ code, name: translate(language, keyOf(code)) })));
  return new Map([
    ['CL_FREQ', listOf([{ code: 'A', name: translate(language, 'sdmx.annual') }])],
    ['CL_AREA', areas(sources, language)],
    ['CL_INDICATOR', indicators(sources, language)],
    ['CL_SERIES', series(sources, language)],
    ['CL_COMMUNITY', communities(sources)],
    ['CL_NODE', listOf(nodes(sources, language))],
    [
      'CL_NODE_KIND',
      named([...new Set(nodesOf(sources).map(({ kind }) => kind))], (code) => `sdmx.kind.${code}`),
    ],
    [
      'CL_OBS_STATUS',
      named([...new Set([...Object.values(OBS_STATUS), NO_VALUE])], (code) => `sdmx.obsStatus.${code}`),
    ],
    ['CL_STATUS', named(Object.keys(OBS_STATUS), (code) => `figureStatus.${code}`)],
    ['CL_MISSING', named(MISSING, (code) => `missingShort.${code}`)],
    ['CL_GRADE', listOf(GRADES.map((code) => ({ code, name: translate(language, 'sdmx.grade', { code }) })))],
  ]);
}

function listOf(codes: readonly Omit<Code, 'id'>[]): CodeList {
  const list = new Map<string, Code>();
  for (const code of codes) {
    const id = codeId(code.code);
    if (!list.has(id)) list.set(id, { id, ...code });
  }
  return list;
}

function areas({ lookUp }: ReportSources, language: Language): CodeList {
  return listOf(lookUp.catalogue.areas.map((area) => ({ code: area.code, name: areaName(language, area) })));
}

function indicators({ lookUp: { catalogue } }: ReportSources, language: Language): CodeList {
  return listOf(
    catalogue.indicators.map(({ code, definition }) => ({
      code,
      name: nameIn(catalogue, language, 'indicator', code),
      description: textIn(catalogue, language, 'indicator', code, 'definition') ?? definition,
    })),
  );
}

/** Series of figures: an edition of a source, as one community sent it. */
function series({ seriesEditions, communities: known }: ReportSources, language: Language): CodeList {
  return listOf(
    [...seriesEditions.values()].map(({ id, source, edition, community }) => ({
      code: seriesCode(id),
      name: translate(language, 'sdmx.series', {
        source,
        edition,
        community: known.get(community)?.name ?? community,
      }),
    })),
  );
}

export function seriesCode(seriesEditionId: number): string {
  return `E${String(seriesEditionId)}`;
}

function communities({ seriesEditions, communities: known }: ReportSources): CodeList {
  const senders = new Set([...seriesEditions.values()].map(({ community }) => community));
  return listOf([...senders].sort().map((code) => ({ code, name: known.get(code)?.name ?? code })));
}

/** A node of the framework or of a view over it. */
export interface ScoredNode {
  readonly kind: NodeKind | 'indicator';
  readonly code: string;
  readonly parent?: string | undefined;
}

/** Everything that has a score, above before below; of things with the same code the first. */
export function nodesOf({ lookUp: { catalogue } }: ReportSources): readonly ScoredNode[] {
  const { framework, principles, goals, indicators: all, objectives, commitments } = catalogue;
  const found: readonly ScoredNode[] = [
    { kind: 'framework', code: framework.code },
    ...principles.map(({ code }) => ({ kind: 'principle', code, parent: framework.code }) as const),
    ...goals.map(({ code, principle }) => ({ kind: 'goal', code, parent: principle }) as const),
    ...all.map(({ code, goal }) => ({ kind: 'indicator', code, parent: goal }) as const),
    ...viewsOf(catalogue).map(({ kind, code }) => ({ kind, code })),
    ...objectives.map(({ code }) => ({ kind: 'objective', code }) as const),
    ...commitments.map(({ id, objective }) => ({ kind: 'commitment', code: id, parent: objective }) as const),
  ];
  return [...new Map(found.toReversed().map((node) => [node.code, node])).values()].toReversed();
}

function nodes(sources: ReportSources, language: Language): readonly Omit<Code, 'id'>[] {
  const { catalogue } = sources.lookUp;
  return nodesOf(sources).map(({ kind, code, parent }) =>
    withoutUndefined({
      code,
      name:
        kind === 'framework'
          ? frameworkIn(catalogue, language).name
          : nameIn(catalogue, language, kind, code),
      parent: parent === undefined ? undefined : codeId(parent),
    }),
  );
}
