import type { Indicator, LadderExample, LadderLevel } from './catalogue.js';
import { checkUnique, fieldsOf, type SeedDirectory } from './seed-directory.js';
import type { SeedFault } from './seed-fault.js';
import { codesFrom } from './seed-fields.js';

/** Long ones are not read beside a question. */
const MOST_CHARACTERS = 200;

const FILE = 'ladder-examples.csv';

/** ladder-examples.csv: what a level of the ladder may look like for an indicator, short and without naming a country. */
export function checkLadderExamples(
  seeds: SeedDirectory,
  {
    indicators,
    ladder,
  }: { readonly indicators: readonly Indicator[]; readonly ladder: readonly LadderLevel[] },
  faults: SeedFault[],
): LadderExample[] {
  const assessed = indicators.filter(({ goalposts }) => goalposts.kind === 'rubric').map(({ code }) => code);
  const known = codesFrom('indicators.csv', assessed, faults);
  const rows = fieldsOf(seeds, FILE, { required: ['indicator', 'level', 'example'] }, faults);
  checkUnique(rows, ['indicator', 'level']);
  return rows.map((row) => {
    const level = row.number('level', { min: 0, max: ladder.length - 1, integer: true });
    const example = row.text('example');
    if (example.length > MOST_CHARACTERS) {
      row.fault(
        'example',
        `The example has ${String(example.length)} characters.`,
        `Say it in at most ${String(MOST_CHARACTERS)}.`,
      );
    }
    return { indicator: row.reference('indicator', known, 'indicator of kind rubric'), level, example };
  });
}
