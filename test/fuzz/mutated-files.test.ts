import { loadCatalogue } from '../../src/catalogue/load-seeds.js';
import { lookUp } from '../../src/catalogue/look-up.js';
import { rowVocabulary } from '../../src/submissions/checking/row-vocabulary.js';
import { AWKWARD_FILES } from '../files/awkward/all.js';
import { isFull } from '../support/sample.js';
import { answerOf } from './answer-of.js';
import { mutatedFile } from './mutated-file.js';
import { watchFor } from './watchdog.js';

/** A full run (`npm run test:full`, `npm run test:fuzz`) makes 10,000. */
const FILES = isFull ? 10_000 : 200;
/** Where to begin: the same numbers make the same files. */
const FIRST = Number(process.env['FUZZ_FIRST'] ?? 1);
/** What one file may take, in seconds; all take a fraction of it, a file that hangs never ends. */
const BUDGET = 60;

const vocabulary = rowVocabulary(lookUp(await loadCatalogue('seeds')), () => false);
const seeds = AWKWARD_FILES.map(({ content }) => Buffer.from(content)).filter(
  ({ length }) => length < 200_000,
);

describe('damaged files', () => {
  it(
    `${String(FILES)} of them each get a report or a problem, in words`,
    async () => {
      const answers = { report: 0, refused: 0, asked: 0 };
      const watch = watchFor(BUDGET);
      try {
        for (let number = FIRST; number < FIRST + FILES; number++) {
          const file = mutatedFile(number, seeds);
          watch.begin(file.made);
          answers[await answerOf(file, vocabulary)]++;
        }
      } finally {
        await watch.end();
      }
      // Files that are all refused, or all read, would try little.
      for (const times of Object.values(answers)) expect(times).toBeGreaterThan(FILES / 50);
    },
    FILES * 1_000 + 60_000,
  );
});
