import { translate } from '../language/translate.js';
import type { IndicatorAudit } from '../scoring/audit/indicator-audit.js';
import type { WeightAudit } from '../scoring/audit/weight-audit.js';

/** An audit as lines for people: one for each indicator, then one for each child of each node. */
export function describeAudit(
  indicators: readonly IndicatorAudit[],
  weights: readonly WeightAudit[],
): readonly string[] {
  return [
    say('command.audit.indicators'),
    ...indicators.map(describeIndicator),
    '',
    say('command.audit.weights'),
    ...weights.flatMap(({ node, areas, children }) =>
      children.map(({ code, nominal, effective }) =>
        say('command.audit.weight', {
          node,
          code,
          areas,
          nominal: percent(nominal),
          effective: effective === undefined ? '–' : percent(effective),
        }),
      ),
    ),
  ];
}

function describeIndicator(audit: IndicatorAudit): string {
  const { indicator, areas, belowWorst, aboveBest, shape, winsorised, largestShift } = audit;
  const line = say('command.audit.indicator', {
    indicator,
    areas,
    below: percent(belowWorst),
    above: percent(aboveBest),
    skewness: shape.skewness?.toFixed(2) ?? '–',
    kurtosis: shape.kurtosis?.toFixed(2) ?? '–',
  });
  const remarks = [
    ...(audit.manyOutside ? [say('command.audit.outside')] : []),
    ...(audit.outlying
      ? [say('command.audit.outlying', { winsorised, shift: largestShift.toFixed(1) })]
      : []),
  ];
  return [line, ...remarks].join('; ');
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}

function say(key: string, params?: Readonly<Record<string, string | number>>): string {
  return translate('en', key, params);
}
