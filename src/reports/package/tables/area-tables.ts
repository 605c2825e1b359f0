import type { Catalogue } from '../../../catalogue/catalogue.js';
import { integer, key, number, REQUIRED, text, yesNo, type PackageTable } from '../package-table.js';
import { mayPass } from '../terms.js';

/** Countries and areas, what they belong to, and how many people live there. */
export function areaTables(catalogue: Catalogue): readonly PackageTable[] {
  return [areas(catalogue), groups(catalogue), members(catalogue), population(catalogue)];
}

function areas({ areas: all }: Catalogue): PackageTable {
  return {
    name: 'areas',
    title: 'Countries and areas',
    description: 'Those that are scored, and others that figures are held of.',
    fields: [
      text('code', 'ISO 3166-1 alpha-3', REQUIRED),
      text('iso2', 'ISO 3166-1 alpha-2', REQUIRED),
      text('m49', 'Three digits of UN M49', REQUIRED),
      text('name', 'Short name', REQUIRED),
      text('status', 'What it is in the United Nations', {
        required: true,
        enum: ['member', 'observer', 'other'],
      }),
      yesNo('scored', 'Whether it has scores', REQUIRED),
      text('un_group', 'UN regional group', { refers: 'groups.code' }),
      text('region', 'Region of the World Bank'),
      text('income_group', 'Income group of the World Bank', { refers: 'groups.code' }),
    ],
    primaryKey: ['code'],
    rows: all.map(({ code, iso2, m49, name, status, scored, unGroup, region, incomeGroup }) => ({
      code,
      iso2,
      m49,
      name,
      status,
      scored,
      un_group: unGroup,
      region,
      income_group: incomeGroup,
    })),
  };
}

function groups({ groups: all }: Catalogue): PackageTable {
  return {
    name: 'groups',
    title: 'Groups of areas',
    description: 'What areas are compared within.',
    fields: [
      text('code', 'Its code', REQUIRED),
      text('kind', 'What it is', { required: true, enum: ['world', 'un_regional_group', 'income_group'] }),
      text('name', 'Its name', REQUIRED),
    ],
    primaryKey: ['code'],
    rows: all.map(({ code, kind, name }) => ({ code, kind, name })),
  };
}

function members({ groups: all }: Catalogue): PackageTable {
  return {
    name: 'group-members',
    title: 'Members of groups',
    description: 'Which scored areas belong to which group.',
    fields: [key('group', 'groups.code', 'The group'), key('area', 'areas.code', 'Country or area')],
    primaryKey: ['group', 'area'],
    rows: all.flatMap(({ code, members: of }) => of.map((area) => ({ group: code, area }))),
  };
}

/** Whether the terms of its source allow that the population is passed on. */
function populationMayPass({ populationSeries = [] }: Catalogue): boolean {
  return populationSeries.every(({ redistribution }) => mayPass(redistribution));
}

function population(catalogue: Catalogue): PackageTable {
  const figures = populationMayPass(catalogue) ? catalogue.population : [];
  /** Of two figures of one year the later one in the catalogue counts. */
  const counting = new Map(figures.map((figure) => [`${figure.area} ${String(figure.year)}`, figure]));
  return {
    name: 'population',
    title: 'Population',
    description: `What counts are divided by, and areas are weighed with.${sourcesOfPopulation(catalogue)}`,
    fields: [
      key('area', 'areas.code', 'Country or area'),
      integer('year', 'Calendar year', REQUIRED),
      number('inhabitants', 'People who live there', { required: true, unit: 'people' }),
      text('edition', 'Edition of the source'),
    ],
    primaryKey: ['area', 'year'],
    rows: [...counting.values()].map(({ area, year, inhabitants, edition }) => ({
      area,
      year,
      inhabitants,
      edition,
    })),
  };
}

function sourcesOfPopulation({ populationSeries = [] }: Catalogue): string {
  const sources = populationSeries.map(({ organisation, series, edition, terms }) =>
    [organisation, series, edition, terms].join(', '),
  );
  return sources.length === 0 ? '' : ` Source: ${sources.join('; ')}.`;
}
