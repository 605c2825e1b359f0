import type { AreaGroup, Catalogue, NamedKind, TranslatedNames } from './catalogue.js';
import { inEachLanguage } from './in-each-language.js';
import { checkUnique, fieldsOf, type SeedDirectory } from './seed-directory.js';
import { codesFrom, type KnownCodes } from './seed-fields.js';
import type { SeedFault } from './seed-fault.js';

const COLUMNS = { required: ['kind', 'code', 'name', 'translation'] };

const KINDS = [
  'principle',
  'goal',
  'objective',
  'commitment',
  'issue',
  'action_line',
  'sdg_target',
  'sdg_goal',
  'indicator',
  'group',
] as const satisfies NamedKind[];

type Named = Pick<
  Catalogue,
  | 'principles'
  | 'goals'
  | 'objectives'
  | 'commitments'
  | 'issues'
  | 'actionLines'
  | 'sdgTargets'
  | 'indicators'
> & { readonly groups: readonly AreaGroup[] };

/** names/*.csv: what things are called in the languages of the pages, one file each; `draft` until a reader of the language has agreed. */
export function checkNames(
  seeds: SeedDirectory,
  named: Named,
  faults: SeedFault[],
): Readonly<Record<string, TranslatedNames>> {
  const known = knownCodes(named, faults);
  return inEachLanguage('names', seeds, faults, (file) => namesOf(seeds, file, known, faults));
}

function namesOf(
  seeds: SeedDirectory,
  file: string,
  known: Readonly<Record<NamedKind, KnownCodes>>,
  faults: SeedFault[],
): TranslatedNames {
  const rows = fieldsOf(seeds, file, COLUMNS, faults);
  checkUnique(rows, ['kind', 'code']);
  const names: Partial<Record<NamedKind, Record<string, string>>> = {};
  for (const row of rows) {
    row.oneOf('translation', ['draft', 'reviewed']);
    const kind = row.oneOf('kind', KINDS);
    (names[kind] ??= {})[row.reference('code', known[kind], kind)] = row.text('name');
  }
  return names;
}

function knownCodes(named: Named, faults: readonly SeedFault[]): Readonly<Record<NamedKind, KnownCodes>> {
  const of = (file: string, things: readonly { readonly code: string }[]): KnownCodes =>
    codesFrom(
      file,
      things.map(({ code }) => code),
      faults,
    );
  return {
    principle: of('principles.csv', named.principles),
    goal: of('goals.csv', named.goals),
    objective: of('objectives.csv', named.objectives),
    commitment: of(
      'commitments.csv',
      named.commitments.map(({ id }) => ({ code: id })),
    ),
    issue: of('issues.csv', named.issues),
    action_line: of('action-lines.csv', named.actionLines ?? []),
    sdg_target: of('sdg-targets.csv', named.sdgTargets ?? []),
    sdg_goal: of(
      'sdg-targets.csv',
      (named.sdgTargets ?? []).map(({ goal }) => ({ code: goal })),
    ),
    indicator: of('indicators.csv', named.indicators),
    group: of('groups.csv', named.groups),
  };
}
