import type { Catalogue, Indicator } from './catalogue.js';

/** Ways to look at the same indicators wherever they stand in the framework, in the order in which they are told. */
export const VIEW_KINDS = ['issue', 'action_line', 'sdg_target'] as const;
export type ViewKind = (typeof VIEW_KINDS)[number];

/** Views that are those of other agendas: action lines of the World Summit, targets of the Sustainable Development Goals. */
export type AgendaKind = Exclude<ViewKind, 'issue'>;

export interface View {
  readonly kind: ViewKind;
  readonly code: string;
  readonly name: string;
}

/** What stands before the designation of an agenda's own document in the code of a view. */
export const AGENDA_PREFIX: Readonly<Record<AgendaKind, string>> = {
  action_line: 'WSIS-',
  sdg_target: 'SDG-',
};

/** Every view of a catalogue; those of earlier times had issues only. */
export function viewsOf({
  issues,
  actionLines = [],
  sdgTargets = [],
}: Pick<Catalogue, 'issues' | 'actionLines' | 'sdgTargets'>): readonly View[] {
  const of = (kind: ViewKind, things: readonly Omit<View, 'kind'>[]): readonly View[] =>
    things.map(({ code, name }) => ({ kind, code, name }));
  return [...of('issue', issues), ...of('action_line', actionLines), ...of('sdg_target', sdgTargets)];
}

/** The agendas that a catalogue has views of. */
export function agendasOf(
  catalogue: Pick<Catalogue, 'issues' | 'actionLines' | 'sdgTargets'>,
): readonly AgendaKind[] {
  const kinds = viewsOf(catalogue).flatMap(({ kind }) => (kind === 'issue' ? [] : kind));
  return [...new Set(kinds)];
}

/** Codes of the views of a kind that an indicator counts in. */
export function viewCodes(kind: ViewKind, { issues, wsis, sdg }: Indicator): readonly string[] {
  switch (kind) {
    case 'issue':
      return issues;
    case 'action_line':
      return wsis.map((line) => AGENDA_PREFIX.action_line + line);
    case 'sdg_target':
      return sdg.map((target) => AGENDA_PREFIX.sdg_target + target);
  }
}
