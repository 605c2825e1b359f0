import { withoutUndefined } from '../platform/without-undefined.js';
import type { Framework, LadderLevel } from './catalogue.js';
import { fieldsOf, type SeedDirectory } from './seed-directory.js';
import type { SeedFault } from './seed-fault.js';

/** framework.json: which framework this is. */
export function checkFramework(seeds: SeedDirectory, faults: SeedFault[]): Framework {
  const names = ['code', 'name', 'version', 'description', 'source'];
  const [fields] = fieldsOf(seeds, 'framework.json', { required: names }, faults, 'needed');
  return {
    code: fields?.code('code') ?? '',
    name: fields?.text('name') ?? '',
    version: fields?.text('version') ?? '',
    description: fields?.text('description') ?? '',
    source: fields?.text('source') ?? '',
  };
}

/** What ladder.json says. */
export interface Ladder {
  readonly ladder: readonly LadderLevel[];
  /** Levels apart from which assessments are disputed. */
  readonly disputedFrom?: number;
}

/** ladder.json: the levels on which communities assess, from 0 upwards without a gap, and when they are disputed. */
export function checkLadder(seeds: SeedDirectory, faults: SeedFault[]): Ladder {
  const present = seeds.tables.get('ladder.json')?.fields ?? [];
  const count = new Set(
    present.map((path) => /^ladder\.(\d+)\./.exec(path)?.[1]).filter((step) => step !== undefined),
  ).size;
  const steps = Array.from({ length: count }, (_, step) => `ladder.${String(step)}`);
  const required = steps.flatMap((step) => [`${step}.level`, `${step}.name`, `${step}.means`]);
  const optional = present.filter((path) => path === 'disputedFrom' || /^rules\.\d+$/.test(path));
  const [fields] = fieldsOf(seeds, 'ladder.json', { required, optional }, faults);
  if (fields === undefined) return { ladder: [] };
  const ladder = steps.map((step, position) => {
    const level = fields.number(`${step}.level`, { min: 0, integer: true });
    if (level !== position) {
      fields.fault(
        `${step}.level`,
        'The levels do not count up from 0 by one.',
        `Write ${String(position)}.`,
      );
    }
    return { level, name: fields.text(`${step}.name`), means: fields.text(`${step}.means`) };
  });
  const limits = { min: 1, max: Math.max(1, count - 1), integer: true };
  return withoutUndefined({ ladder, disputedFrom: fields.optionalNumber('disputedFrom', limits) });
}
