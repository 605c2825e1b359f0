import type { Area, AreaAlias, AreaGroup, PopulationFigure } from './catalogue.js';
import { checkUnique, fieldsOf, type SeedDirectory } from './seed-directory.js';
import { codesFrom, type KnownCodes, type SeedFields } from './seed-fields.js';
import type { SeedFault } from './seed-fault.js';
import { withoutUndefined } from '../platform/without-undefined.js';

type GroupWithoutMembers = Omit<AreaGroup, 'members'>;

export interface CheckedAreas {
  readonly areas: readonly Area[];
  readonly groups: readonly AreaGroup[];
}

/** areas.csv and groups.csv. Membership stands with the areas; the world has all scored areas. */
export function checkAreas(seeds: SeedDirectory, faults: SeedFault[]): CheckedAreas {
  const groups = checkGroups(seeds, faults);
  const ofKind = (kind: AreaGroup['kind']): Set<string> =>
    new Set(groups.filter((group) => group.kind === kind).map((group) => group.code));
  const unGroups = ofKind('un_regional_group');
  const incomeGroups = ofKind('income_group');

  const required = ['iso3', 'iso2', 'm49', 'name', 'status', 'scored'];
  const optional = ['un_group', 'region', 'income_group'];
  const rows = fieldsOf(seeds, 'areas.csv', { required, optional }, faults, 'needed');
  for (const field of ['iso3', 'iso2', 'm49', 'name']) checkUnique(rows, [field]);
  const areas = rows.map((row) =>
    withoutUndefined({
      code: pattern(row, 'iso3', /^[A-Z]{3}$/, 'Write three capital letters (ISO 3166-1 alpha-3), e.g. KEN.'),
      iso2: pattern(row, 'iso2', /^[A-Z]{2}$/, 'Write two capital letters (ISO 3166-1 alpha-2), e.g. KE.'),
      m49: pattern(row, 'm49', /^\d{3}$/, 'Write three digits with leading zeros (UN M49), e.g. 008.'),
      name: row.text('name'),
      status: row.oneOf('status', ['member', 'observer', 'other']),
      scored: row.yesNo('scored'),
      unGroup: row.optionalReference('un_group', unGroups, 'UN regional group'),
      region: row.optionalText('region'),
      incomeGroup: row.optionalReference('income_group', incomeGroups, 'income group'),
    }),
  );
  return { areas, groups: groups.map((group) => ({ ...group, members: membersOf(group, areas) })) };
}

function checkGroups(seeds: SeedDirectory, faults: SeedFault[]): GroupWithoutMembers[] {
  const rows = fieldsOf(seeds, 'groups.csv', { required: ['code', 'kind', 'name'] }, faults);
  checkUnique(rows, ['code']);
  return rows.map((row) => ({
    code: row.code('code'),
    kind: row.oneOf('kind', ['world', 'un_regional_group', 'income_group']),
    name: row.text('name'),
  }));
}

function membersOf({ code, kind }: GroupWithoutMembers, areas: readonly Area[]): string[] {
  return areas
    .filter((area) => area.scored && (kind === 'world' || area.unGroup === code || area.incomeGroup === code))
    .map((area) => area.code);
}

function pattern(row: SeedFields, field: string, shape: RegExp, hint: string): string {
  const value = row.text(field);
  if (value !== '' && !shape.test(value))
    row.fault(field, `"${value}" has not the shape of such a code.`, hint);
  return value;
}

/** population.csv: inhabitants by area and year, for rates and for averages over people. */
export function checkPopulation(
  seeds: SeedDirectory,
  areas: KnownCodes,
  faults: SeedFault[],
): PopulationFigure[] {
  const names = { required: ['country', 'year', 'value', 'edition'], optional: ['status'] };
  const rows = fieldsOf(seeds, 'population.csv', names, faults);
  checkUnique(rows, ['country', 'year', 'edition']);
  return rows.map((row) => ({
    area: row.reference('country', areas, 'area'),
    year: row.year('year'),
    inhabitants: row.number('value', { min: 1, integer: true }),
    edition: row.text('edition'),
  }));
}

/** area-aliases.csv: codes of publishers that are not ISO or M49; without an area their rows are passed over. */
export function checkAreaAliases(
  seeds: SeedDirectory,
  areas: readonly Area[],
  faults: SeedFault[],
): AreaAlias[] {
  const rows = fieldsOf(seeds, 'area-aliases.csv', { required: ['alias', 'area', 'reason'] }, faults);
  checkUnique(rows, ['alias']);
  const codes = codesFrom(
    'areas.csv',
    areas.map((area) => area.code),
    faults,
  );
  const taken = new Set(areas.flatMap((area) => [area.code, area.iso2, area.m49]));
  return rows.map((row) => {
    const alias = row.text('alias');
    if (taken.has(alias)) {
      row.fault(
        'alias',
        `"${alias}" is the code of an area already.`,
        'Leave out codes that stand in areas.csv.',
      );
    }
    return withoutUndefined({
      alias,
      area: row.optionalReference('area', codes, 'area'),
      reason: row.text('reason'),
    });
  });
}
