import { drawsOf } from '../../../../src/scoring/engine/draws.js';
import type { Goalposts, YearValue } from '../../../../src/scoring/engine/terms.js';
import type { WeightedTree } from '../../../../src/scoring/engine/weighted-tree.js';

const EXTREMES = [
  ...[0, -0, 1, -1, 100, 1e-9, 1e308, -1e308, 5e-324, -5e-324, 2 ** 53],
  ...[Number.MAX_VALUE, -Number.MAX_VALUE, Number.EPSILON, NaN, Infinity, -Infinity],
];
const { floor } = Math;
const DRAWS = drawsOf(20_260_101, 99);

/** Random input of every kind the types allow, wild and tame. Each run has draws of its own and can be repeated alone. */
export class Wild {
  private drawn = 0;
  constructor(private readonly run: number) {}

  /** Between 0 and 1, both excluded. */
  share(): number {
    this.drawn += 1;
    return DRAWS.uniform(this.run, this.drawn);
  }

  chance(share: number): boolean {
    return this.share() < share;
  }

  whole(from: number, to: number): number {
    return from + floor(this.share() * (to - from + 1));
  }

  oneOf<T>(values: readonly T[]): T {
    return values[this.whole(0, values.length - 1)] as T;
  }

  list<T>(most: number, make: (place: number) => T, least = 0): T[] {
    return Array.from({ length: this.whole(least, most) }, (_, place) => make(place));
  }

  /** Any number at all: half of them such as are published, some at the edge of what a double can hold, or beyond. */
  number(): number {
    if (this.chance(0.5)) return this.whole(-200, 1200) / 8;
    if (this.chance(0.5)) return this.oneOf(EXTREMES);
    return (this.share() - 0.5) * 10 ** this.whole(-308, 308);
  }

  finite(): number {
    const number = this.number();
    return Number.isFinite(number) ? number : 0;
  }

  /** 0 to 100, often an end or next to nothing. */
  level(): number {
    return this.chance(0.3) ? this.oneOf([0, 5e-324, 1e-9, 1, 50, 100]) : 100 * this.share();
  }

  /** Zero or more, as a framework may have them; sums of them stay within what a double can hold. */
  weight(): number {
    return this.chance(0.3) ? this.oneOf([0, 0, 5e-324, 1e-300, 1, 1e300]) : 10 * this.share();
  }

  power(): number {
    return this.chance(0.6) ? this.whole(-10, 10) : 20 * this.share() - 10;
  }

  year(): number {
    return this.whole(2008, 2032);
  }

  goalposts(): Goalposts {
    if (this.chance(0.2)) {
      return { kind: 'band', low: this.number(), high: this.number(), zeroDistance: this.number() };
    }
    const worst = this.number();
    const best = this.chance(0.1) ? worst : this.number();
    return {
      kind: this.oneOf(['range', 'rubric']),
      worst,
      best,
      scale: this.oneOf(['linear', 'log', 'log1p']),
    };
  }

  series(): YearValue[] {
    const first = this.year();
    const repeated = this.chance(0.1);
    const same = this.chance(0.1) ? this.number() : undefined;
    return this.list(14, (place) => ({
      year: repeated ? this.year() : first + place,
      value: this.chance(0.1) ? null : (same ?? this.number()),
    }));
  }

  /** A tree of at most three floors over the indicators I0, I1, ... with at least one weight above zero in each node. */
  tree(code = 'T', floors = 3): WeightedTree {
    let indicator = 0;
    const grow = (own: string, left: number): WeightedTree => {
      const weight = this.weight();
      if (left === 0 || (left < floors && this.chance(0.3))) {
        indicator += 1;
        return { code: `I${String(indicator)}`, weight };
      }
      const children = this.list(3, (place) => grow(`${own}.${String(place)}`, left - 1), 1);
      const [first, ...others] = children as [WeightedTree, ...WeightedTree[]];
      const heavy = children.some((child) => child.weight > 0) ? first : { ...first, weight: 1 };
      return { code: own, weight, power: this.power(), children: [heavy, ...others] };
    };
    return grow(code, floors);
  }
}
