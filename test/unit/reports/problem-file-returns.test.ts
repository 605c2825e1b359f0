import { loadCatalogue } from '../../../src/catalogue/load-seeds.js';
import { lookUp } from '../../../src/catalogue/look-up.js';
import { problemFile } from '../../../src/reports/problem-file.js';
import { rowVocabulary } from '../../../src/submissions/checking/row-vocabulary.js';
import { AWKWARD_FILES } from '../../files/awkward/all.js';
import { makeOf } from '../../files/awkward/make-of.js';

const vocabulary = rowVocabulary(lookUp(await loadCatalogue('seeds')), () => false);
const failing = AWKWARD_FILES.filter(({ problems = [], figures = [], refused, asked }) => {
  const isRead = refused === undefined && asked === undefined;
  return (
    isRead &&
    problems.length > 0 &&
    (figures.length > 0 || problems.some((problem) => !/ 1\w*$/.test(problem)))
  );
});

const SETTLED = new Set<string>(['duplicate_in_file', 'broken_quotes', 'too_many_cells']);

/** Without the row, which is another in the file that came back. */
const withoutRow = (figure: string): string => figure.slice(figure.indexOf(' ') + 1);

describe('the rows of a file that were not taken', () => {
  it.each(failing.map((file) => [file.name, file] as const))(
    'are told the same and give no figure that the whole file did not give, when they come back unmended: %s',
    async (_, file) => {
      const made = await makeOf(file, vocabulary);
      const { counts, failedRows, log } = made.findings;
      const returned = problemFile({ failedRows: failedRows.all, problems: log.kept, counts }, 'fr');
      const again = await makeOf({ name: file.name, content: returned }, vocabulary);
      expect([again.refused, again.asked]).toEqual([undefined, undefined]);
      const given = new Set(made.figures.map(withoutRow));
      expect(again.figures.map(withoutRow).filter((figure) => !given.has(figure))).toEqual([]);
      const kept = new Set(failedRows.kept.map(({ row }) => row));
      const first = log.kept
        .filter(({ row }) => kept.has(row))
        .map(({ code }) => (SETTLED.has(code) ? 'not_settled' : code));
      expect(again.findings.log.kept.map(({ code }) => code)).toEqual(
        kept.size === 0 ? ['empty_file'] : first,
      );
    },
  );

  it('are of many files', () => {
    expect(failing.length).toBeGreaterThan(80);
  });
});
