import { loadCatalogue } from '../../src/catalogue/load-seeds.js';
import { lookUp } from '../../src/catalogue/look-up.js';
import { rowVocabulary } from '../../src/submissions/checking/row-vocabulary.js';
import { makeOf } from '../files/awkward/make-of.js';
import { isFull } from '../support/sample.js';
import { Random } from './random.js';
import { writtenTable, type Truth } from './written-table.js';

/** A full run (`npm run test:full`, `npm run test:fuzz`) writes 3,000. */
const TABLES = isFull ? 3_000 : 300;
const FIRST = Number(process.env['FUZZ_FIRST'] ?? 1);

const catalogue = lookUp(await loadCatalogue('seeds'));
const vocabulary = rowVocabulary(catalogue, () => false);
/** With the most that is written of them; the first one has limits by which signs can be told apart. */
const INDICATORS = [
  ['UI_NETUSE', 100],
  ['SS_SECSERV', 200_000],
  ['WO_BW_PER_USER', 5_000],
] as const;

function truthsOf(random: Random): readonly Truth[] {
  const [indicator, most] = random.oneOf(INDICATORS);
  const scale = 10 ** random.below(4);
  const truths = new Map<string, Truth>();
  for (let times = 1 + random.below(12); times > 0; times--) {
    const area = random.oneOf(catalogue.scoredAreas);
    const year = 2010 + random.below(8);
    const value = random.below(most * scale) / scale;
    truths.set(`${area.code} ${String(year)}`, { area, indicator, year, value });
  }
  return [...truths.values()];
}

const textOf = ({ area, indicator, year, value }: Truth): string =>
  [area.code, indicator, year, value].join(' ');

describe('the same figures, written in the many ways in which people do', () => {
  it(
    'are read as they are or not at all, never as others',
    async () => {
      let whole = 0;
      for (let number = FIRST; number < FIRST + TABLES; number++) {
        const random = new Random(number);
        const truths = truthsOf(random);
        const { content, made: way, indicator } = writtenTable(truths, random);
        const answers = { source: 's', ...(indicator === undefined ? {} : { indicator }) };
        const made = await makeOf({ name: way, content, answers }, vocabulary);
        const told = new Set(truths.map(textOf));
        const read = made.figures.map((figure) => figure.slice(figure.indexOf(' ') + 1));
        expect({ number, way, others: read.filter((figure) => !told.has(figure)) }).toEqual({
          number,
          way,
          others: [],
        });
        if (read.length === told.size) whole++;
        else
          expect({ number, way, isTold: made.problems.length + (made.asked?.length ?? 0) > 0 }).toEqual({
            number,
            way,
            isTold: true,
          });
      }
      expect(whole).toBeGreaterThan(TABLES * 0.9);
    },
    TABLES * 1_000 + 60_000,
  );
});
