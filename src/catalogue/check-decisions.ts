import type { Catalogue, NotApplicable, PowerDecision, WeightDecision } from './catalogue.js';
import { checkDate } from './check-date.js';
import { checkUnique, fieldsOf, type SeedDirectory } from './seed-directory.js';
import type { SeedFault } from './seed-fault.js';
import { codesFrom, type KnownCodes, type SeedFields } from './seed-fields.js';
import { viewCodes, viewsOf } from './views.js';

/** What decisions may be about: everything that stands in the framework and its views. */
export type DecisionTargets = Pick<
  Catalogue,
  | 'framework'
  | 'principles'
  | 'goals'
  | 'indicators'
  | 'issues'
  | 'actionLines'
  | 'sdgTargets'
  | 'objectives'
  | 'commitments'
  | 'crosswalk'
>;

/** powers.csv: nodes whose mean has another power than their level, each with who decided it, when and why. */
export function checkPowers(
  seeds: SeedDirectory,
  targets: DecisionTargets,
  faults: SeedFault[],
): PowerDecision[] {
  const required = ['node', 'power', 'author', 'date', 'reason'];
  const rows = fieldsOf(seeds, 'powers.csv', { required }, faults);
  checkUnique(rows, ['node']);
  const nodes = codesFrom('powers.csv', [...childrenOf(targets).keys()], faults);
  return rows.map((row) => ({
    node: row.reference('node', nodes, 'node'),
    power: row.number('power', { min: -10, max: 10 }),
    ...decisionOf(row),
  }));
}

/** weights.csv: weights agreed for a child below one parent, each with who decided it, when and why. */
export function checkWeightDecisions(
  seeds: SeedDirectory,
  targets: DecisionTargets,
  faults: SeedFault[],
): WeightDecision[] {
  const required = ['parent', 'child', 'weight', 'author', 'date', 'reason'];
  const rows = fieldsOf(seeds, 'weights.csv', { required }, faults);
  checkUnique(rows, ['parent', 'child']);
  const children = childrenOf(targets);
  const decisions = rows.map((row): WeightDecision => {
    const parent = row.reference('parent', codesFrom('weights.csv', [...children.keys()], faults), 'node');
    const siblings = children.get(parent);
    const below: KnownCodes = new Set(siblings?.map(({ code }) => code));
    const child = siblings === undefined ? row.text('child') : row.reference('child', below, 'child');
    return { parent, child, weight: row.number('weight', { min: 0 }), ...decisionOf(row) };
  });
  for (const row of rows) checkSomeWeight(row, decisions, children);
  return decisions;
}

/** not-applicable.csv: indicators that have no meaning in an area, and why. */
export function checkNotApplicable(
  seeds: SeedDirectory,
  known: { readonly indicators: KnownCodes; readonly areas: KnownCodes },
  faults: SeedFault[],
): NotApplicable[] {
  const rows = fieldsOf(seeds, 'not-applicable.csv', { required: ['indicator', 'area', 'reason'] }, faults);
  checkUnique(rows, ['indicator', 'area']);
  return rows.map((row) => ({
    indicator: row.reference('indicator', known.indicators, 'indicator'),
    area: row.reference('area', known.areas, 'area'),
    reason: row.text('reason'),
  }));
}

function decisionOf(row: SeedFields): { author: string; date: string; reason: string } {
  return { author: row.text('author'), date: checkDate(row), reason: row.text('reason') };
}

interface WeightedCode {
  readonly code: string;
  readonly weight: number;
}

/** Every node with its children and their own weights, whether or not the children count. */
function childrenOf(targets: DecisionTargets): ReadonlyMap<string, readonly WeightedCode[]> {
  const { framework, principles, goals, indicators, objectives, commitments, crosswalk } = targets;
  const linked = (id: string): ReadonlySet<string> =>
    new Set(crosswalk.filter(({ commitment }) => commitment === id).map(({ indicator }) => indicator));
  return new Map<string, readonly WeightedCode[]>([
    [framework.code, principles],
    ...principles.map(({ code }) => [code, goals.filter(({ principle }) => principle === code)] as const),
    ...goals.map(({ code }) => [code, indicators.filter(({ goal }) => goal === code)] as const),
    ...viewsOf(targets).map(
      ({ kind, code }) => [code, indicators.filter((one) => viewCodes(kind, one).includes(code))] as const,
    ),
    ...commitments.map(({ id }) => [id, indicators.filter(({ code }) => linked(id).has(code))] as const),
    ...objectives.map(({ code }) => {
      const below = commitments.filter(({ objective }) => objective === code);
      return [code, below.map(({ id }) => ({ code: id, weight: 1 }))] as const;
    }),
  ]);
}

function checkSomeWeight(
  row: SeedFields,
  decisions: readonly WeightDecision[],
  children: ReturnType<typeof childrenOf>,
): void {
  const { parent = '', child } = row.record.cells;
  const ofParent = decisions.filter((decision) => decision.parent === parent);
  if (ofParent[0]?.child !== child) return;
  const decided = new Map(ofParent.map((decision) => [decision.child, decision.weight]));
  const siblings = children.get(parent) ?? [];
  if (siblings.length === 0 || siblings.some(({ code, weight }) => (decided.get(code) ?? weight) > 0)) return;
  row.fault('weight', `The weights of ${parent} sum to zero.`, 'Give at least one child a weight above 0.');
}
