import type { ComponentChildren, JSX } from 'preact';
import type { AreaGroup } from '../../catalogue/catalogue.js';
import type { Frame } from '../layout.js';

interface ByRegionProps<Thing extends { readonly name: string }> {
  /** One for each country, with its name in the language of the page. */
  readonly things: readonly Thing[];
  /** ISO 3166-1 alpha-3. */
  readonly areaOf: (thing: Thing) => string;
  /** How many of them have something to show. */
  readonly isKnown: (thing: Thing) => boolean;
  readonly groups: readonly AreaGroup[];
  readonly frame: Frame;
  /** What is shown of the countries of one region, by name. */
  readonly children: (things: readonly Thing[], region: string) => ComponentChildren;
}

/** Countries by region, each region behind a click that says how many there are; by name: an order, not a ranking. */
export function ByRegion<Thing extends { readonly name: string }>({
  things,
  areaOf,
  isKnown,
  groups,
  frame: { words, named },
  children,
}: ByRegionProps<Thing>): JSX.Element {
  const regional = groups.filter(({ kind }) => kind === 'un_regional_group');
  const inRegion = new Set(regional.flatMap(({ members }) => members));
  const regions = [
    ...regional.map((group) => ({ name: named('group', group), has: new Set(group.members) })),
    {
      name: words.t('explore.noRegion'),
      has: new Set(things.map(areaOf).filter((area) => !inRegion.has(area))),
    },
  ];
  return (
    <div class="by-region">
      {regions.map(({ name, has }) => {
        const own = words.inOrder(things.filter((thing) => has.has(areaOf(thing))));
        if (own.length === 0) return null;
        return (
          <details key={name}>
            <summary>
              {words.t('explore.region', {
                region: name,
                count: own.filter(isKnown).length,
                all: own.length,
              })}
            </summary>
            {children(own, name)}
          </details>
        );
      })}
    </div>
  );
}
