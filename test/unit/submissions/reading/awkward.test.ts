import { loadCatalogue } from '../../../../src/catalogue/load-seeds.js';
import { lookUp } from '../../../../src/catalogue/look-up.js';
import { hasMessage } from '../../../../src/language/translate.js';
import { rowVocabulary } from '../../../../src/submissions/checking/row-vocabulary.js';
import { AWKWARD_FILES, AWKWARD_KINDS } from '../../../files/awkward/all.js';
import { makeOf } from '../../../files/awkward/make-of.js';

const vocabulary = rowVocabulary(lookUp(await loadCatalogue('seeds')), () => false);

describe.each(AWKWARD_KINDS)('awkward files: %s', (_, files) => {
  it.each(files.map((file) => [file.name, file] as const))('%s', async (_name, file) => {
    const made = await makeOf(file, vocabulary);
    const { figures = [], problems = [], repairs = [], refused, asked } = file;
    const right = { figures, problems, refused, asked };
    expect({
      figures: made.figures,
      problems: made.problems,
      refused: made.refused,
      asked: made.asked,
    }).toEqual(right);
    for (const repair of repairs)
      expect(made.repairs.some((told) => `${told} `.startsWith(`${repair} `))).toBe(true);
    if (refused !== undefined) expect(hasMessage(`problem.${refused}.detail`)).toBe(true);
  });
});

describe('the awkward files', () => {
  it('are many, each of a name of its own', () => {
    const names = AWKWARD_FILES.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names.length).toBeGreaterThan(400);
  });
});
