import type { Redistribution } from '../../catalogue/catalogue.js';
import type { NodeKind } from '../../scoring/score.js';
import type { ReportSources } from '../report-sources.js';
import { strictest, type TermsOf } from './terms.js';

/** Under which terms the figures stand that a score was computed from. */
export interface ScoreTerms {
  /** All figures of the indicator in the area up to the year of the scores; undefined when there are none. */
  ofIndicator(area: string, indicator: string): Redistribution | undefined;
  /** All figures below the node that feed its score; undefined when it has none. */
  ofNode(area: string, kind: NodeKind, code: string): Redistribution | undefined;
}

export function readScoreTerms({ board }: Pick<ReportSources, 'board'>, termsOf: TermsOf): ScoreTerms {
  const known = new Map<string, Redistribution | undefined>();
  const remember = (name: string, read: () => Redistribution | undefined): Redistribution | undefined => {
    if (!known.has(name)) known.set(name, read());
    return known.get(name);
  };
  const ofIndicator: ScoreTerms['ofIndicator'] = (area, indicator) =>
    remember(`${area} ${indicator}`, () => {
      const figures = board.observations(area, indicator).filter(({ year }) => year <= board.asOfYear);
      if (figures.length === 0) return undefined;
      return strictest(figures.map(({ seriesEditionId }) => termsOf(seriesEditionId)));
    });
  /** A mean of a region stands on the figures of others: those of every area, to be safe. */
  const ofFill = (indicator: string): Redistribution | undefined =>
    remember(indicator, () =>
      strictest(board.areas.map((area) => ofIndicator(area, indicator) ?? 'attribution')),
    );
  return {
    ofIndicator,
    ofNode: (area, kind, code) => {
      const { score, leaves } = board.evaluation(area, kind, code);
      if (score === undefined) return undefined;
      const feeding = leaves.filter(({ actual }) => actual > 0);
      return strictest(
        feeding.map(
          ({ code: leaf, filled }) =>
            (filled === true ? ofFill(leaf) : ofIndicator(area, leaf)) ?? 'attribution',
        ),
      );
    },
  };
}
