import { printScore } from '../language/print-score.js';
import { translate } from '../language/translate.js';
import type { Importance, VarianceShares } from '../scoring/engine/importance.js';
import type { LeftOut } from '../scoring/engine/leave-one-out.js';
import type { Factor } from '../scoring/engine/variation.js';
import type { NodeSensitivity } from '../scoring/uncertainty/sensitivity.js';

/** What the scores of nodes hang on. */
export interface SensitivityReport {
  readonly revision: number;
  readonly edition: string;
  readonly seed: number;
  readonly nodes: readonly NodeSensitivity[];
}

/** The same for people, line by line. */
export function describeSensitivity({ nodes, edition, revision }: SensitivityReport): readonly string[] {
  const head = translate('en', 'command.sensitivity.head', { edition, revision });
  const none = nodes.length === 0 ? [translate('en', 'command.sensitivity.none')] : [];
  return [head, ...none, ...nodes.flatMap(describeNode)];
}

function describeNode({
  code,
  replicates,
  importance,
  withoutIndicator,
  withoutChild,
}: NodeSensitivity): readonly string[] {
  const { rankShift, units } = importance;
  return [
    '',
    translate('en', 'command.sensitivity.node', {
      code,
      replicates,
      areas: units.length,
      shift: print(rankShift.mean),
    }),
    ...sharesByFactor(rankShift, units).map(([factor, ofShift, ofScores]) =>
      translate('en', 'command.sensitivity.factor', {
        factor: translate('en', `command.sensitivity.factor.${factor}`),
        ...percents('shift', ofShift),
        ...percents('score', ofScores),
      }),
    ),
    ...[...withoutChild, ...withoutIndicator].map(describeLeftOut),
  ];
}

/** Of the rank shift, and on average over the scores of the areas that vary; the largest total first. */
function sharesByFactor(
  { shares }: Importance,
  units: readonly Importance[],
): readonly (readonly [Factor, VarianceShares, VarianceShares])[] {
  if (shares === undefined) return [];
  const varying = units.flatMap((unit) => unit.shares ?? []);
  const meanOf = (read: (of: (typeof varying)[number]) => number): number =>
    varying.reduce((sum, of) => sum + read(of), 0) / Math.max(1, varying.length);
  return (Object.keys(shares) as Factor[])
    .map((factor) => {
      const ofScores = {
        firstOrder: meanOf((of) => of[factor].firstOrder),
        total: meanOf((of) => of[factor].total),
      };
      return [factor, shares[factor], ofScores] as const;
    })
    .sort(([, a], [, b]) => b.total - a.total);
}

function percents(name: string, { firstOrder, total }: VarianceShares): Readonly<Record<string, string>> {
  return { [`${name}First`]: print(100 * firstOrder), [`${name}Total`]: print(100 * total) };
}

function describeLeftOut({ code, meanRankShift, largestRankShift }: LeftOut): string {
  return translate('en', 'command.sensitivity.without', {
    code,
    mean: print(meanRankShift),
    largest: largestRankShift,
  });
}

function print(value: number): string {
  return printScore(value, 'en');
}
