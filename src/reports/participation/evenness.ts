/**
 * How evenly shares are spread over everything that could have one: 1 when all have the same, 0 when one has all.
 * H / ln(n), H = -sum(p ln p) of the shares p, n the number of all that could have one, be their share zero or not.
 * Source: Pielou, The measurement of diversity in different types of biological collections, J. theor. Biol. 13 (1966)
 * 131-144, over the groups possible rather than those found.
 * @param amounts of each of all that could have one, 0 or more; at least two
 * @returns nothing when there is no amount at all
 * @throws RangeError for fewer than two, or a negative amount
 */
export function evenness(amounts: readonly number[]): number | undefined {
  if (amounts.length < 2 || amounts.some((amount) => !(amount >= 0))) {
    throw new RangeError('Evenness is of two amounts or more, none of them negative');
  }
  const sum = amounts.reduce((total, amount) => total + amount, 0);
  if (sum === 0) return undefined;
  const shares = amounts.filter((amount) => amount > 0).map((amount) => amount / sum);
  if (shares.length === 1) return 0;
  const diversity = shares.reduce((total, share) => total - share * Math.log(share), 0);
  return Math.min(1, diversity / Math.log(amounts.length));
}
