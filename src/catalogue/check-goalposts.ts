import type { Goalposts, LadderLevel, Scale } from './catalogue.js';
import type { SeedFields } from './seed-fields.js';

const OF_RANGE = ['worst', 'best'] as const;
const OF_BAND = ['band_low', 'band_high', 'band_zero_distance'] as const;

/**
 * Reads the goalposts of an indicator and refuses those that give no level: worst = best, a logarithm of what has
 * none, a band that is upside down or has no width of fall, a rubric that does not span the ladder.
 * Source: scoring method 1.0, section 1.
 */
export function checkGoalposts(row: SeedFields, ladder: readonly LadderLevel[]): Goalposts {
  const kind = row.oneOf('kind', ['range', 'band', 'rubric']);
  const scale = row.oneOf('scale', ['linear', 'log', 'log1p']);
  for (const field of kind === 'band' ? OF_RANGE : OF_BAND) {
    if (row.has(field)) row.fault(field, `A ${kind} has no "${field}".`, 'Leave the cell empty.');
  }
  if (kind === 'band') return checkBand(row, scale);

  const worst = row.number('worst');
  const best = row.number('best');
  if (worst === best) row.fault('best', 'Worst and best are equal.', 'Write two different values.');
  checkScale(row, scale);
  if (kind === 'rubric') checkRubric(row, worst, best, ladder);
  return { kind, worst, best, scale };
}

function checkBand(row: SeedFields, scale: Scale): Goalposts {
  const low = row.number('band_low');
  const high = row.number('band_high');
  const zeroDistance = row.number('band_zero_distance');
  if (low > high)
    row.fault('band_low', 'The band begins above its end.', 'Write a value no higher than band_high.');
  if (zeroDistance <= 0) {
    row.fault(
      'band_zero_distance',
      'The distance to level 0 is not above zero.',
      'Write a number above 0, e.g. 0.5.',
    );
  }
  if (scale !== 'linear') row.fault('scale', 'A band is measured on the linear scale only.', 'Write linear.');
  return { kind: 'band', low, high, zeroDistance };
}

function checkScale(row: SeedFields, scale: Scale): void {
  for (const field of OF_RANGE) {
    const post = Number(row.record.cells[field]);
    if (scale === 'log' && post <= 0) {
      row.fault(
        field,
        `The scale "log" has no place for ${String(post)}.`,
        'Write a value above 0, or use log1p or linear.',
      );
    }
    if (scale === 'log1p' && post < 0) {
      row.fault(
        field,
        `The scale "log1p" has no place for ${String(post)}.`,
        'Write 0 or more, or use linear.',
      );
    }
  }
}

function checkRubric(row: SeedFields, worst: number, best: number, ladder: readonly LadderLevel[]): void {
  const top = ladder.length - 1;
  if (top < 1) {
    row.fault(
      'kind',
      'A rubric needs the levels of ladder.json.',
      'Add ladder.json with at least two levels.',
    );
  } else if (worst !== 0 || best !== top) {
    row.fault('best', 'The goalposts of a rubric are the ends of the ladder.', `Write 0 and ${String(top)}.`);
  }
}
