import { entityTag, isKnown, normalisedQuery } from '../../../src/platform/entity-tag.js';

describe('entityTag', () => {
  it('differs when any part differs, also when parts only move', () => {
    const tags = [
      entityTag('a', 'b'),
      entityTag('a', 'c'),
      entityTag('ab', ''),
      entityTag('', 'ab'),
      entityTag('a', 'b', ''),
    ];
    expect(new Set(tags).size).toBe(tags.length);
    expect(entityTag('a', 'b')).toBe(tags[0]);
    expect(tags[0]).toMatch(/^"[\w-]+"$/);
  });
});

describe('isKnown', () => {
  it('finds the tag among several, weak or strong', () => {
    expect(isKnown('"x", "y"', '"y"')).toBe(true);
    expect(isKnown('W/"y"', '"y"')).toBe(true);
  });

  it('does not find what is not there', () => {
    expect(isKnown(undefined, '"y"')).toBe(false);
    expect(isKnown('"x"', '"y"')).toBe(false);
    expect(isKnown('*', '"y"')).toBe(false);
  });
});

describe('normalisedQuery', () => {
  it('is the same for the same question in another order', () => {
    expect(normalisedQuery('/a?year=2020&area=KEN')).toBe(normalisedQuery('/a?area=KEN&year=2020'));
    expect(normalisedQuery('/a?cursor=x?y')).not.toBe(normalisedQuery('/a?cursor=x'));
    expect(normalisedQuery('/a')).toBe('');
    expect(normalisedQuery('/a?area=KEN&area=BRA')).not.toBe(normalisedQuery('/a?area=BRA&area=KEN'));
  });
});
