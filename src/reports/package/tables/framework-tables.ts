import type { Catalogue, Goalposts } from '../../../catalogue/catalogue.js';
import type { CsvCell } from '../../csv-table.js';
import { scoredThings } from '../nodes.js';
import { integer, key, number, REQUIRED, text, yesNo, type PackageTable } from '../package-table.js';

/** What is measured: the tree, its indicators, and the views over them. */
export function frameworkTables(catalogue: Catalogue): readonly PackageTable[] {
  return [
    nodes(catalogue),
    principles(catalogue),
    goals(catalogue),
    indicators(catalogue),
    issues(catalogue),
    indicatorIssues(catalogue),
  ];
}

function nodes(catalogue: Catalogue): PackageTable {
  return {
    name: 'nodes',
    title: 'All that has scores',
    description: 'Every indicator and every node that stands on indicators, by kind and code.',
    fields: [
      text('kind', 'What it is', REQUIRED),
      text('code', 'Its code, unique within its kind', REQUIRED),
      text('name', 'Its name', REQUIRED),
      text('parent', 'Code of the node it belongs to'),
    ],
    primaryKey: ['kind', 'code'],
    rows: scoredThings(catalogue).map((thing) => ({ ...thing })),
  };
}

function principles({ principles: all }: Catalogue): PackageTable {
  return {
    name: 'principles',
    title: 'Principles',
    description: 'The top of the framework.',
    fields: [
      text('code', 'Its code', REQUIRED),
      text('name', 'Its name', REQUIRED),
      number('weight', 'Weight beside the other principles', REQUIRED),
      text('source', 'Where it comes from'),
    ],
    primaryKey: ['code'],
    rows: all.map(({ code, name, weight, source }) => ({ code, name, weight, source })),
  };
}

function goals({ goals: all }: Catalogue): PackageTable {
  return {
    name: 'goals',
    title: 'Goals',
    description: 'What each principle asks for.',
    fields: [
      text('code', 'Its code', REQUIRED),
      key('principle', 'principles.code', 'The principle it belongs to'),
      text('name', 'Its name', REQUIRED),
      number('weight', 'Weight beside the other goals of the principle', REQUIRED),
      text('official_text', "Words of the framework's own paper"),
      text('basis', 'What it was derived from'),
    ],
    primaryKey: ['code'],
    rows: all.map(({ code, principle, name, weight, officialText, basis }) => ({
      code,
      principle,
      name,
      weight,
      official_text: officialText,
      basis,
    })),
  };
}

function indicators({ indicators: all }: Catalogue): PackageTable {
  return {
    name: 'indicators',
    title: 'Indicators',
    description:
      'What is measured, in which unit, and between which goalposts it is scored: 0 at the worst, 100 at the best.',
    fields: [
      text('code', 'Its code', REQUIRED),
      integer('position', 'Its place in the catalogue; decides between indicators that overlap', REQUIRED),
      text('name', 'Its name', REQUIRED),
      key('goal', 'goals.code', 'The goal it belongs to'),
      text('tier', 'Only core indicators move goals and principles; all count in the views', {
        required: true,
        enum: ['core', 'extended'],
      }),
      text('definition', 'What is counted or asked', REQUIRED),
      text('unit', 'Unit of its figures', REQUIRED),
      number('per', 'Figures are divided by the population and told per so many people'),
      text('kind', 'How goalposts are read', { required: true, enum: ['range', 'band', 'rubric'] }),
      number('worst', 'Goalpost of 0 points'),
      number('best', 'Goalpost of 100 points'),
      text('scale', 'Scale between the goalposts', { enum: ['linear', 'log', 'log1p'] }),
      number('band_low', 'Lower edge of the band that is 100 points'),
      number('band_high', 'Upper edge of the band that is 100 points'),
      number('band_zero_distance', 'How far from the band 0 points are'),
      text('goalpost_reason', 'Why these goalposts', REQUIRED),
      number('hard_min', 'Smallest possible figure'),
      number('hard_max', 'Largest possible figure'),
      number('target', 'Agreed target'),
      text('target_basis', 'Who agreed it'),
      integer('target_year', 'Year it is to be reached'),
      integer('average_years', 'Values are means over so many years', REQUIRED),
      number('weight', 'Weight beside the other indicators of the goal', REQUIRED),
      text('overlap_group', 'Of the indicators of a group one counts in a view'),
      yesNo('scored', 'Whether it is scored at all', REQUIRED),
      yesNo('derived_scores_allowed', 'Whether its licence allows scores to be made from it', REQUIRED),
      integer('freshness_years', 'A figure is current for so many years', REQUIRED),
      text('source', 'Publisher of its figures'),
      text('series', 'Series of the publisher'),
      text('update', 'When the publisher brings new figures'),
      text('licence', 'Licence of the series'),
      text('wsis', 'WSIS action lines it counts in, without WSIS- before them'),
      text('sdg', 'Targets of the Sustainable Development Goals it counts in, without SDG- before them'),
      text('caveats', 'What to know before using it'),
    ],
    primaryKey: ['code'],
    rows: all.map((one, place) => ({
      code: one.code,
      position: place + 1,
      name: one.name,
      goal: one.goal,
      tier: one.tier,
      definition: one.definition,
      unit: one.unit,
      per: one.per,
      ...goalposts(one.goalposts),
      goalpost_reason: one.goalpostReason,
      hard_min: one.hardMin,
      hard_max: one.hardMax,
      target: one.target,
      target_basis: one.targetBasis,
      target_year: one.targetYear,
      average_years: one.averageYears,
      weight: one.weight,
      overlap_group: one.overlapGroup,
      scored: one.scored,
      derived_scores_allowed: one.derivedScoresAllowed,
      freshness_years: one.freshnessYears,
      source: one.source,
      series: one.series,
      update: one.update,
      licence: one.licence,
      wsis: one.wsis.join(' '),
      sdg: one.sdg.join(' '),
      caveats: one.caveats,
    })),
  };
}

function goalposts(posts: Goalposts): Readonly<Record<string, CsvCell>> {
  if (posts.kind !== 'band') return { ...posts };
  const { kind, low, high, zeroDistance } = posts;
  return { kind, band_low: low, band_high: high, band_zero_distance: zeroDistance };
}

function issues({ issues: all }: Catalogue): PackageTable {
  return {
    name: 'issues',
    title: 'Issues',
    description: 'Views over indicators wherever they stand in the framework.',
    fields: [
      text('code', 'Its code', REQUIRED),
      text('name', 'Its name', REQUIRED),
      text('principles', 'Codes of the principles it touches, with spaces between them'),
    ],
    primaryKey: ['code'],
    rows: all.map(({ code, name, principles: touched }) => ({ code, name, principles: touched.join(' ') })),
  };
}

function indicatorIssues({ indicators: all }: Catalogue): PackageTable {
  return {
    name: 'indicator-issues',
    title: 'Indicators of issues',
    description: 'Which indicators count in which issue.',
    fields: [key('indicator', 'indicators.code', 'The indicator'), key('issue', 'issues.code', 'The issue')],
    primaryKey: ['indicator', 'issue'],
    rows: all.flatMap(({ code, issues: of }) => of.map((issue) => ({ indicator: code, issue }))),
  };
}
