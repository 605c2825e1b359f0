import { lookUp } from '../../../src/catalogue/look-up.js';
import { loadCatalogue } from '../../../src/catalogue/load-seeds.js';
import { checkRow, type RowRules } from '../../../src/submissions/checking/check-row.js';
import { ownAreas } from '../../../src/submissions/checking/own-areas.js';
import { PlainRows } from '../../../src/submissions/checking/plain-rows.js';
import { problemWords } from '../../../src/submissions/checking/problem-words.js';
import { rowVocabulary } from '../../../src/submissions/checking/row-vocabulary.js';
import { PLAIN_FORMATS } from '../../../src/submissions/reading/cell-formats.js';
import { RepairLog } from '../../../src/submissions/reading/repair.js';

const catalogue = lookUp(await loadCatalogue('seeds'));
const listed = (areas: ReadonlySet<string> | undefined) => areas && [...areas].sort();

function rulesFor(areas: ReadonlySet<string> | undefined): RowRules {
  const vocabulary = rowVocabulary(catalogue, () => false, areas);
  return {
    vocabulary,
    formats: PLAIN_FORMATS,
    readArea: (cell) => vocabulary.areas.read(cell),
    locate: ({ row }) => ({ row }),
    repairs: new RepairLog(),
  };
}

const rowOf = (country: string) => ({
  row: 2,
  cells: [country, 'UI_NETUSE', '2020', '61.5', 'Survey', '', '', '', ''],
  places: [],
});

describe('the areas somebody may send for', () => {
  it('are all, for a community that lists none and a key without a limit', () => {
    expect(ownAreas([], [], catalogue)).toBeUndefined();
  });

  it('are those of the community, those of the key, and of both those that both have', () => {
    expect(listed(ownAreas(['BRA', 'PRT'], [], catalogue))).toEqual(['BRA', 'PRT']);
    expect(listed(ownAreas([], ['KEN'], catalogue))).toEqual(['KEN']);
    expect(listed(ownAreas(['BRA', 'PRT'], ['PRT', 'KEN'], catalogue))).toEqual(['PRT']);
    expect(listed(ownAreas(['BRA'], ['KEN'], catalogue))).toEqual([]);
  });

  it('are the members of a group that the key names', () => {
    const african = ownAreas([], ['UN-AFRICAN'], catalogue);
    expect(african?.has('KEN')).toBe(true);
    expect(african?.has('BRA')).toBe(false);
    expect(listed(ownAreas(['BRA', 'AGO', 'MOZ'], ['UN-AFRICAN'], catalogue))).toEqual(['AGO', 'MOZ']);
  });
});

describe('a row of an area that is not the sender’s', () => {
  it.each(['BRA', 'br', 'Brazil'])('is told with the areas that are: %s', (country) => {
    const rules = rulesFor(new Set(['KEN', 'UGA']));
    expect(new PlainRows(rules).read(rowOf(country))).toBeUndefined();
    const verdict = checkRow(rowOf(country), rules);
    expect(verdict).toMatchObject({
      problems: [{ code: 'area_not_yours', value: country, params: { area: 'BRA', allowed: 'KEN, UGA' } }],
    });
    const [problem] = 'problems' in verdict ? verdict.problems : [];
    expect(problemWords('en', problem!)).toEqual({
      detail: `“${country}” is BRA, and figures for BRA are not yours to send.`,
      hint: 'With this key, your community sends figures for: KEN, UGA.',
    });
  });

  it('says whom to ask when there is no area at all', () => {
    const verdict = checkRow(rowOf('KEN'), rulesFor(new Set()));
    const [problem] = 'problems' in verdict ? verdict.problems : [];
    expect(problemWords('en', problem!).hint).toContain('ask an administrator');
  });

  it.each([undefined, new Set(['KEN'])])('stands beside rows that are taken: %#', (areas) => {
    const good = { area: 'KEN', indicator: 'UI_NETUSE', year: 2020, value: 61.5 };
    expect(new PlainRows(rulesFor(areas)).read(rowOf('KEN'))).toMatchObject(good);
    expect(checkRow(rowOf('KEN'), rulesFor(areas))).toMatchObject({ good });
  });
});
