import { fnv1a32 } from './fnv1a.js';
import { philoxInPlace } from './philox.js';

const WORDS = 2 ** 32;

/**
 * Random numbers of one factor of a simulation. A number belongs to a replicate and an entity, whoever else is drawn
 * for and in whatever order: Philox4x32-10 with counter (replicate, FNV-1a of the entity, 0, 0) and key
 * (seed, factor). Source: scoring method 1.0, section 7.
 */
export interface Draws {
  /** Uniform between 0 and 1, both excluded: (word 0 + 1/2) / 2^32. */
  uniform(replicate: number, entity: number): number;
  /** Standard normal after Box and Muller (1958): sqrt(-2 ln u0) cos(2 pi u1), u0 and u1 from words 0 and 1. */
  normal(replicate: number, entity: number): number;
}

/** The number an entity is drawn by; take it once, outside the loops. */
export function entityOf(name: string): number {
  return fnv1a32(name);
}

/**
 * The draws of one factor.
 * @param seed a whole number from 0 to 2^32 - 1
 * @throws RangeError when the seed or the factor is none
 */
export function drawsOf(seed: number, factor: number): Draws {
  checkWord(seed, 'seed');
  checkWord(factor, 'factor');
  const words = new Uint32Array(4);
  const draw = (replicate: number, entity: number): void => {
    words[0] = replicate;
    words[1] = entity;
    words[2] = 0;
    words[3] = 0;
    philoxInPlace(words, seed, factor);
  };
  return {
    uniform(replicate, entity) {
      draw(replicate, entity);
      return ((words[0] as number) + 0.5) / WORDS;
    },
    normal(replicate, entity) {
      draw(replicate, entity);
      const u0 = ((words[0] as number) + 0.5) / WORDS;
      const u1 = ((words[1] as number) + 0.5) / WORDS;
      return Math.sqrt(-2 * Math.log(u0)) * Math.cos(2 * Math.PI * u1);
    },
  };
}

function checkWord(word: number, name: string): void {
  if (!(Number.isInteger(word) && word >= 0 && word < WORDS)) {
    throw new RangeError(`A ${name} is a whole number from 0 to 2^32 - 1, not ${String(word)}`);
  }
}
