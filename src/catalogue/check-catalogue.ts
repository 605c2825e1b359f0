import type { Catalogue } from './catalogue.js';
import { checkActionLines, checkSdgTargets, namedShort } from './check-agendas.js';
import { checkAreaAliases, checkAreas, checkPopulation } from './check-areas.js';
import { checkCommunities } from './check-communities.js';
import { checkNotApplicable, checkPowers, checkWeightDecisions } from './check-decisions.js';
import { checkFramework, checkLadder } from './check-framework.js';
import { checkIndicators } from './check-indicators.js';
import { checkLadderExamples } from './check-ladder-examples.js';
import { checkMethod } from './check-method.js';
import { checkNames } from './check-names.js';
import { checkScaleTraps } from './check-scale-traps.js';
import { checkSeedObservations } from './check-seed-observations.js';
import { checkComparable, checkSeries, checkSeriesAliases, POPULATION } from './check-series.js';
import { checkTexts } from './check-texts.js';
import { checkGoals, checkPrinciples } from './check-tree.js';
import { checkCommitments, checkCrosswalk, checkIssues, checkObjectives } from './check-views.js';
import type { SeedCommunity } from './seed-community.js';
import type { SeedDirectory } from './seed-directory.js';
import type { SeedFault } from './seed-fault.js';
import { codesFrom, type KnownCodes } from './seed-fields.js';
import type { SeedObservations } from './seed-observations.js';

/** All that a seeds directory says, checked as a whole. */
export interface Seeds {
  readonly catalogue: Catalogue;
  readonly communities: readonly SeedCommunity[];
  readonly observations: readonly SeedObservations[];
}

export type CatalogueCheck = { readonly seeds: Seeds } | { readonly faults: readonly SeedFault[] };

/**
 * Turns the records of a seeds directory into a catalogue, the communities and the bundled figures, or into every
 * fault there is, by file and line. There is no half of it: one fault and nothing is built.
 */
export function checkCatalogue(directory: SeedDirectory): CatalogueCheck {
  const faults: SeedFault[] = [...directory.faults];
  const framework = checkFramework(directory, faults);
  const method = checkMethod(directory, faults);
  const principles = checkPrinciples(directory, faults);
  const codes = (file: string, things: readonly { readonly code: string }[]): KnownCodes =>
    codesFrom(
      file,
      things.map(({ code }) => code),
      faults,
    );
  const principleCodes = codes('principles.csv', principles);
  const goals = checkGoals(directory, principleCodes, faults);
  const { ladder, disputedFrom } = checkLadder(directory, faults);
  const issues = checkIssues(directory, principleCodes, faults);
  const actionLines = checkActionLines(directory, faults);
  const sdgTargets = checkSdgTargets(directory, faults);
  const { areas, groups } = checkAreas(directory, faults);
  const areaCodes = codes('areas.csv', areas);
  const population = checkPopulation(directory, areaCodes, faults);
  const parents = {
    goals: codes('goals.csv', goals),
    issues: codes('issues.csv', issues),
    actionLines: namedShort(directory, 'action_line', actionLines, faults),
    sdgTargets: namedShort(directory, 'sdg_target', sdgTargets, faults),
    ladder,
    method,
    hasPopulation: population.length > 0,
  };
  const indicators = checkIndicators(directory, parents, faults);
  const indicatorCodes = codes('indicators.csv', indicators);
  const objectives = checkObjectives(directory, faults);
  const commitments = checkCommitments(directory, codes('objectives.csv', objectives), faults);
  const commitmentIds = commitments.map(({ id }) => id);
  const links = {
    indicators: indicatorCodes,
    commitments: codesFrom('commitments.csv', commitmentIds, faults),
  };
  const crosswalk = checkCrosswalk(directory, links, faults);
  const agendas = { actionLines, sdgTargets };
  const targets = {
    ...{ framework, principles, goals, indicators, issues, objectives, commitments, crosswalk },
    ...agendas,
  };
  const sources = checkSeries(directory, indicatorCodes, faults);

  const things = { principles, goals, objectives, commitments, issues, ...agendas, indicators, groups };

  const communities = checkCommunities(directory, areaCodes, faults);
  const untranslated = {
    framework,
    method: {
      ...method,
      powers: checkPowers(directory, targets, faults),
      weights: checkWeightDecisions(directory, targets, faults),
    },
    principles,
    goals,
    indicators,
    ladder,
    ...(disputedFrom === undefined ? {} : { disputedFrom }),
    ladderExamples: checkLadderExamples(directory, { indicators, ladder }, faults),
    issues,
    ...agendas,
    objectives,
    commitments,
    crosswalk,
    areas,
    groups,
    population,
    populationSeries: sources.filter((source) => source.indicator === POPULATION),
    series: sources.filter((source) => source.indicator !== POPULATION),
    comparableEditions: checkComparable(directory, indicatorCodes, sources, faults),
    seriesAliases: checkSeriesAliases(directory, indicatorCodes, faults),
    areaAliases: checkAreaAliases(directory, areas, faults),
    scaleTraps: checkScaleTraps(directory, indicatorCodes, faults),
    notApplicable: checkNotApplicable(directory, { indicators: indicatorCodes, areas: areaCodes }, faults),
  };
  const catalogue: Catalogue = {
    ...untranslated,
    names: checkNames(directory, things, faults),
    texts: checkTexts(directory, { ...untranslated, communities }, faults),
  };
  const observations = checkSeedObservations(
    directory,
    { indicators, indicatorCodes, areaCodes, series: sources, method },
    faults,
  );
  return faults.length > 0
    ? { faults: inReadingOrder(faults) }
    : { seeds: { catalogue, communities, observations } };
}

function inReadingOrder(faults: readonly SeedFault[]): SeedFault[] {
  return faults.toSorted((a, b) =>
    a.file < b.file ? -1 : a.file > b.file ? 1 : (a.line ?? 0) - (b.line ?? 0),
  );
}
