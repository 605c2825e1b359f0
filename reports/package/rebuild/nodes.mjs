import { number } from './csv.mjs';

const CLOSE = 1e-9;
const sum = (numbers) => numbers.reduce((total, each) => total + each, 0);
const isTrue = (cell) => cell === 'true';
const countable = (indicator) => isTrue(indicator.scored) && isTrue(indicator.derived_scores_allowed);

/**
 * What each node is made of: its children with their weights, and what a score of it asks for (method/aggregation.md and
 * method/coverage.md). By kind and code, `goal P1.1`.
 */
export function planNodes({ method, framework, principles, goals, indicators, views, links }) {
  const { coverage, power } = method;
  const plans = new Map();
  const plan = (kind, code, rule) => plans.set(`${kind} ${code}`, { kind, code, power: 1, ...rule });
  const children = (kind, rows) => rows.map(({ code, weight }) => ({ kind, code, weight: number(weight) }));
  const inOrder = [...indicators].sort((a, b) => a.position - b.position).filter(countable);
  const core = inOrder.filter(({ tier }) => tier === 'core');
  const preferred = [...core, ...inOrder.filter(({ tier }) => tier !== 'core')];

  plan('framework', framework, {
    children: children('principle', principles),
    power: power.framework,
    minCoverage: coverage.framework,
    minAvailable: method.overallScore ? 1 : Infinity,
  });
  for (const { code } of principles) {
    plan('principle', code, {
      children: children(
        'goal',
        goals.filter(({ principle }) => principle === code),
      ),
      power: power.principle,
      minCoverage: coverage.principle,
      minAvailable: coverage.principleMinGoals,
    });
  }
  for (const { code } of goals) {
    plan('goal', code, {
      children: children(
        'indicator',
        core.filter(({ goal }) => goal === code),
      ),
      power: power.goal,
      minCoverage: coverage.goal,
      minAvailable: 1,
    });
  }
  const view = ({ code, weight, overlap_group: overlap }, counts) => ({
    kind: 'indicator',
    code,
    weight: number(weight) * counts,
    overlap,
    measures: counts === 1,
  });
  for (const { kind, code, members } of views) {
    plan(kind, code, {
      isView: true,
      children: preferred.filter((each) => members.includes(each.code)).map((each) => view(each, 1)),
      minCoverage: coverage.view,
      ifMeasured: coverage.viewMinIndicators,
      otherwise: coverage.viewMinIndicators,
    });
  }
  for (const { id, scored } of links.commitments) {
    const types = new Map();
    for (const { commitment, indicator, type } of links.crosswalk) {
      if (commitment === id) types.set(indicator, [...(types.get(indicator) ?? []), type]);
    }
    plan('commitment', id, {
      isView: true,
      children: preferred.flatMap((each) => {
        const linked = types.get(each.code) ?? [];
        if (linked.includes('measures')) return [view(each, 1)];
        return linked.includes('partly') ? [view(each, method.partlyWeight)] : [];
      }),
      minCoverage: coverage.view,
      ifMeasured: isTrue(scored) ? coverage.commitmentIfMeasured : Infinity,
      otherwise: isTrue(scored) ? coverage.commitmentOtherwise : Infinity,
    });
  }
  for (const { code } of links.objectives) {
    const own = links.commitments.filter(({ objective, scored }) => objective === code && isTrue(scored));
    const share = Math.ceil(coverage.objectiveMinShare * own.length - CLOSE);
    plan('objective', code, {
      children: own.map(({ id }) => ({ kind: 'commitment', code: id, weight: 1 })),
      minCoverage: 0,
      minAvailable: Math.max(coverage.objectiveMinCommitments, share),
    });
  }
  for (const { node, power: decided } of method.powers) {
    for (const each of plans.values()) if (each.code === node) each.power = decided;
  }
  for (const { parent, child, weight } of method.weights) {
    for (const each of plans.values()) {
      if (each.code !== parent) continue;
      for (const below of each.children) if (below.code === child) below.weight = weight;
    }
  }
  return plans;
}

/** Scores of the nodes of one area. `levelOf` and `fillOf` answer points or null; `live` are the indicators of views. */
export function scoreNodes(plans, live, { levelOf, fillOf, applies }) {
  const known = new Map();
  const evaluate = (name) => {
    if (!known.has(name)) known.set(name, score(plans.get(name)));
    return known.get(name);
  };

  function read(child) {
    if (child.kind !== 'indicator') return { ...child, ...evaluate(`${child.kind} ${child.code}`) };
    const own = levelOf(child.code);
    return { ...child, score: own ?? fillOf(child.code), leaves: [{ share: 1, covers: own !== null }] };
  }

  function score(plan) {
    let counted = plan.children.filter(({ kind, code }) => kind !== 'indicator' || applies(code));
    let { minAvailable } = plan;
    if (plan.isView) {
      counted = countOnce(
        counted.filter(({ code }) => live.has(code)),
        levelOf,
      );
      const measured = counted.some(({ code, measures }) => measures && levelOf(code) !== null);
      minAvailable = measured ? plan.ifMeasured : plan.otherwise;
    }
    const all = counted.map(read).filter(({ weight, leaves }) => weight > 0 && leaves.length > 0);
    const total = sum(all.map(({ weight }) => weight));
    const leaves = all.flatMap((child) =>
      child.leaves.map(({ share, covers }) => ({
        share: (share * child.weight) / total,
        covers: covers && child.score !== null,
      })),
    );
    const available = all.filter((child) => child.score !== null);
    const covered = sum(leaves.filter(({ covers }) => covers).map(({ share }) => share));
    const enough = available.length >= Math.max(1, minAvailable) && covered >= plan.minCoverage - CLOSE;
    return { score: enough ? mean(available, plan.power) : null, leaves };
  }

  return evaluate;
}

/** Of indicators that overlap the first that has a level, else the first. */
function countOnce(links, levelOf) {
  const chosen = new Map();
  for (const link of links) {
    if (link.overlap === null) continue;
    const kept = chosen.get(link.overlap);
    const isBetter = kept && levelOf(kept.code) === null && levelOf(link.code) !== null;
    if (kept === undefined || isBetter) chosen.set(link.overlap, link);
  }
  return links.filter((link) => link.overlap === null || chosen.get(link.overlap) === link);
}

/** The weighted power mean: 1 is arithmetic, 0 geometric; up to 0, scores below 1 are read as 1. */
function mean(parts, power) {
  const total = sum(parts.map(({ weight }) => weight));
  const scores = parts.map(({ score }) => (power <= 0 ? Math.max(1, score) : score));
  const weighted = (of) => sum(parts.map(({ weight }, i) => (weight / total) * of(scores[i])));
  return power === 0 ? Math.exp(weighted(Math.log)) : weighted((score) => score ** power) ** (1 / power);
}
