import fc from 'fast-check';
import { STAKEHOLDER_GROUPS } from '../../../src/catalogue/stakeholder-group.js';
import { parseTookPart, printTookPart, protectCount } from '../../../src/catalogue/took-part.js';
import { NO_ANSWERS } from '../../../src/submissions/checking/answers.js';
import { CheckFindings, checkRows } from '../../../src/submissions/checking/check-rows.js';
import { fileRows } from '../../../src/submissions/checking/row-source.js';
import { bytesInMemory } from '../../support/bytes-in-memory.js';
import { smallVocabulary } from './small-vocabulary.js';

const persons = fc.oneof(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 100_000 }));
/** Two numbers that are the same once they are protected. */
const alike = persons.chain((count) => {
  const near = Array.from({ length: 9 }, (_, i) => count - 4 + i);
  const same = near.filter((other) => other > 0 && protectCount(other) === protectCount(count));
  return fc.tuple(fc.constant(count), fc.constantFrom(...same));
});

/** All that becomes of a file: what is taken, told and kept of it. */
async function outcome(rows: readonly string[]): Promise<string> {
  const findings = new CheckFindings();
  const text = ['country,indicator,year,value,source,evidence,groups', ...rows].join('\n');
  const source = await fileRows(bytesInMemory(text), smallVocabulary(), NO_ANSWERS);
  const good: object[] = [];
  for await (const batch of checkRows(source, smallVocabulary(), { rows: 100 }, findings))
    good.push(...batch);
  const { log, failedRows, repairs, counts, notes } = findings;
  return JSON.stringify([good, log.kept, failedRows.all, repairs.repairs, counts, notes]);
}

describe('a number of persons', () => {
  it('is protected below five and in steps of five, and stays as it is from then on', () => {
    const counts = [0, 1, 4, 5, 7, 8, 12, 13];
    expect(counts.map(protectCount)).toEqual([0, '<5', '<5', 5, 5, 10, 10, 15]);
    fc.assert(
      fc.property(persons, (count) => {
        const once = protectCount(count);
        expect(typeof once === 'number' ? protectCount(once) : once).toBe(once);
      }),
    );
    expect(() => protectCount(-1)).toThrow(RangeError);
    expect(() => protectCount(1.5)).toThrow(RangeError);
  });

  it('leaves no trace where another is protected alike: in rows, problems, or rows to be mended', async () => {
    await fc.assert(
      fc.asyncProperty(alike, alike, async ([one, other], [two, another]) => {
        const rows = (a: number, b: number): readonly string[] => {
          const start = 'KEN,POLICY,2020';
          const proof = 's,https://example.org/law';
          return [
            `${start},2,${proof},government (${String(a)}); civil society: ${String(b)}`,
            `${start},2.5,${proof},government (${String(a)}); private sector ${String(b)}`,
            `${start},3,${proof},goverment (${String(a)}); technical community (${String(b)} persons)`,
          ];
        };
        expect(await outcome(rows(one, two))).toBe(await outcome(rows(other, another)));
      }),
      { numRuns: 60 },
    );
  });
});

describe('who took part', () => {
  it('is read as it was written', () => {
    const part = fc.record(
      { group: fc.constantFrom(...STAKEHOLDER_GROUPS), persons: persons.map(protectCount) },
      { requiredKeys: ['group'] },
    );
    fc.assert(
      fc.property(fc.uniqueArray(part, { selector: ({ group }) => group, minLength: 1 }), (tookPart) => {
        expect(parseTookPart(printTookPart(tookPart))).toEqual(tookPart);
      }),
    );
    expect(() => parseTookPart('academia')).toThrow(RangeError);
  });
});
