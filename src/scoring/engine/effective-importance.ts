/** A child of a node: what it scores in each unit, in the order of the node's scores. */
export interface ChildScores {
  readonly code: string;
  /** Its share in the node as designed, 0 to 1. */
  readonly nominal: number;
  /** 0 to 100 by unit; undefined where it has none. */
  readonly scores: readonly (number | undefined)[];
}

export interface EffectiveImportance {
  readonly code: string;
  readonly nominal: number;
  /** Share (0-1) of how far the node's differences between units follow it; absent where nothing can be said. */
  readonly effective?: number;
  /** Squared correlation with the node's score. */
  readonly explained?: number;
}

/**
 * How much each child decides who stands where, beside the weight it was given: r^2, the squared correlation of its
 * scores with the node's over the units that have both, divided by the sum of those of all children. A child can have
 * a large weight and decide nothing, because all units score alike. Undefined with fewer than three units or without
 * any spread. Source: Paruolo, Saisana and Saltelli (2013), Ratings and rankings: voodoo or science? (linear main
 * effect); scoring method 1.0, section 6.
 * @param nodeScores 0 to 100 by unit; undefined where it has none
 */
export function effectiveImportance(
  nodeScores: readonly (number | undefined)[],
  children: readonly ChildScores[],
): readonly EffectiveImportance[] {
  const explained = children.map(({ scores }) => squaredCorrelation(nodeScores, scores));
  const all = explained.reduce<number>((sum, one) => sum + (one ?? 0), 0);
  return children.map(({ code, nominal }, i) => {
    const own = explained[i];
    return own === undefined || all === 0
      ? { code, nominal }
      : { code, nominal, effective: own / all, explained: own };
  });
}

function squaredCorrelation(
  ofNode: readonly (number | undefined)[],
  ofChild: readonly (number | undefined)[],
): number | undefined {
  const pairs = ofNode.flatMap((node, unit) => {
    const child = ofChild[unit];
    return node === undefined || child === undefined ? [] : [{ node, child }];
  });
  if (pairs.length < 3) return undefined;
  const mean = (pick: (pair: { node: number; child: number }) => number): number =>
    pairs.reduce((sum, pair) => sum + pick(pair) / pairs.length, 0);
  const meanNode = mean(({ node }) => node);
  const meanChild = mean(({ child }) => child);
  const together = mean(({ node, child }) => (node - meanNode) * (child - meanChild));
  const spread = mean(({ node }) => (node - meanNode) ** 2) * mean(({ child }) => (child - meanChild) ** 2);
  return spread > 1e-18 ? Math.min(1, together ** 2 / spread) : undefined;
}
