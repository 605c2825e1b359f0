import { noteWarnings, withNoteWarnings } from '../../../src/submissions/checking/note-warnings.js';
import { NOTHING_SEEN, NOTE_CODES, type RowWarning } from '../../../src/submissions/checking/warning.js';

describe('the note of a row', () => {
  const warningsOn = (text: string, hasEvidence = false) =>
    noteWarnings({ text, row: 7, hasEvidence }, undefined);

  it.each([
    ['en', 'Minister John Doe ordered it.', 'note_names_person'],
    ['fr', "L'État a menti.", 'note_names_government'],
    ['es', 'El Gobierno de Chile es corrupto.', 'note_names_government'],
    ['ar', 'وللحكومة فاسدة', 'note_names_government'],
  ])('is read in the languages that its script allows: %s', (_, text, code) => {
    expect(warningsOn(text).map((warning) => warning.code)).toContain(code);
  });

  it('gets one warning of each kind, with the first words that it is for', () => {
    const found = warningsOn('Minister John Doe ordered it. Minister Jane Roe signed it.');
    expect(found.filter(({ code }) => code === 'note_names_person')).toEqual([
      { code: 'note_names_person', row: 7, params: { quoted: 'Minister John Doe' } },
    ]);
  });

  it('is asked for evidence only where its row has none', () => {
    const claim = '90 % of the users were cut off.';
    expect(warningsOn(claim).map(({ code }) => code)).toEqual(['note_without_evidence']);
    expect(warningsOn(claim, true)).toEqual([]);
  });

  it('may name the community that writes it', () => {
    const text = 'The Chad Internet Authority failed to answer.';
    const community = { name: 'Chad Internet Authority', areas: ['TCD'] };
    expect(warningsOn(text).map(({ code }) => code)).toContain('note_names_body');
    expect(noteWarnings({ text, row: 7, hasEvidence: false }, community)).toEqual([]);
  });

  it('keeping to the issue gets none', () => {
    expect(warningsOn('The law on data protection is in force; the annex was read in French.')).toEqual([]);
  });
});

describe('warnings on notes', () => {
  it('follow the others, by code, all counted and the first two hundred of each kept', () => {
    const other: RowWarning = { code: 'sudden_change', row: 3, params: {} };
    const [person, , government] = NOTE_CODES;
    const many = Array.from({ length: 201 }, (_, row): RowWarning => ({ code: government, row, params: {} }));
    const last: RowWarning = { code: person, row: 900, params: {} };
    const all = withNoteWarnings(
      { ...NOTHING_SEEN, warnings: [other], warningsByCode: { sudden_change: 1 } },
      [...many, last],
    );
    expect(all.warnings).toEqual([other, last, ...many.slice(0, 200)]);
    expect(all.warningsByCode).toEqual({
      sudden_change: 1,
      note_names_person: 1,
      note_names_government: 201,
    });
  });
});
