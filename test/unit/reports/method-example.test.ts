import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { examplesOf, parseMethodChapter, type MethodExample } from '../../../src/reports/method-chapter.js';
import { readMethodChapters } from '../../../src/reports/method-chapters.js';
import { agrees, workExample } from '../../../src/reports/method-example.js';
import { aCatalogue } from '../scoring/a-catalogue.js';

const { method } = aCatalogue();
const halfway: MethodExample = {
  what: 'halfway',
  rule: 'level',
  given: { value: '50' },
  then: { level: '50' },
};
const fenced = (yaml: string): string => `# Title\n\nOne sentence.\n\n\`\`\`yaml example\n${yaml}\n\`\`\`\n`;

describe('workExample', () => {
  it('sets what is written beside what the engine answers', () => {
    expect(workExample({ ...halfway, then: { level: '51' } }, method).lines).toEqual([
      { name: 'level', written: '51', answered: 50, agrees: false },
    ]);
  });

  it.each([
    ['a rule that is not there', { rule: 'luck' }, /no rule luck/],
    ['a field no rule reads', { given: { value: '50', wurst: '3' } }, /does not read wurst/],
    ['an answer no rule gives', { then: { levle: '50' } }, /does not answer levle/],
    ['a number that is none', { given: { value: 'fifty' } }, /no number: "fifty"/],
    [
      'a field within a field',
      { rule: 'mean', given: { parts: [{ code: 'A', score: '1', x: '2' }] } },
      /read x/,
    ],
  ])('refuses %s', (_, slip: Partial<MethodExample>, why) => {
    expect(() => workExample({ ...halfway, ...slip }, method)).toThrow(why);
  });
});

describe('agrees', () => {
  it.each([
    ['60.6', 60.649],
    ['60.60', 60.6],
    ['60', 60],
    ['-0.04', -0.0400001],
    ['none', undefined],
    ['none', null],
    ['yes', true],
    ['on_track', 'on_track'],
    [
      ['A', 'B'],
      ['A', 'B'],
    ],
    [[], []],
    [{ A: '1' }, { A: 1, B: 2 }],
    [[{ A: '1' }], [{ A: 1 }]],
  ])('holds of %j and %j', (written, answered) => {
    expect(agrees(written, answered)).toBe(true);
  });

  it.each([
    ['60.6', 60.651],
    ['60.60', 60.606],
    ['60', 60.0001],
    ['none', 0],
    ['0', null],
    ['yes', false],
    ['no', undefined],
    [['A'], ['A', 'B']],
    [[], undefined],
    [{ A: '1' }, { B: 1 }],
    [{ A: '1' }, undefined],
  ])('does not hold of %j and %j', (written, answered) => {
    expect(agrees(written, answered)).toBe(false);
  });
});

describe('parseMethodChapter', () => {
  it('takes a chapter apart into title, lead, texts and examples', () => {
    const text = `${fenced('what: halfway\nrule: level\ngiven: { value: 50 }\nthen: { level: 50 }')}\n    a = b\n\nAfter.\n`;
    const chapter = parseMethodChapter('level', text);
    expect(chapter).toEqual({
      code: 'level',
      title: 'Title',
      lead: 'One sentence.',
      parts: [halfway, '    a = b\n\nAfter.'],
    });
    expect(examplesOf(chapter)).toEqual([halfway]);
  });

  it('keeps the digits as they are written', () => {
    const yaml = 'what: w\nrule: r\ngiven: { value: 4.40 }\nthen: { level: [2015: 1.0] }';
    expect(examplesOf(parseMethodChapter('c', fenced(yaml)))).toMatchObject([
      { given: { value: '4.40' }, then: { level: [{ '2015': '1.0' }] } },
    ]);
  });

  it.each([
    ['no title', 'Only text.\n'],
    ['no answer', fenced('what: w\nrule: r\ngiven: {}\nthen: {}')],
    ['a word too many', fenced('what: w\nrule: r\ngiven: {}\nthen: { a: 1 }\nwhy: not')],
    ['broken YAML', fenced('what: [w')],
    ['an example of nothing', fenced('')],
  ])('refuses a chapter with %s', (_, text) => {
    expect(() => parseMethodChapter('odd', text)).toThrow(/odd/);
  });
});

describe('readMethodChapters', () => {
  it('takes a chapter in the language asked for where it is translated, and says which it is', () => {
    const directory = mkdtempSync(join(tmpdir(), 'iww-method-'));
    try {
      writeFileSync(join(directory, 'README.md'), 'See [a](a.md), then [b](b.md).\n');
      for (const code of ['a', 'b']) writeFileSync(join(directory, `${code}.md`), '# Title\n\nText.\n');
      mkdirSync(join(directory, 'fr'));
      writeFileSync(join(directory, 'fr', 'b.md'), '# Titre\n\nTexte.\n');
      const read = readMethodChapters(directory, 'fr').map(({ code, title, language }) => [
        code,
        title,
        language,
      ]);
      expect(read).toEqual([
        ['a', 'Title', undefined],
        ['b', 'Titre', 'fr'],
      ]);
    } finally {
      rmSync(directory, { recursive: true });
    }
  });

  it('refuses a chapter that the table of contents does not lead to', () => {
    const directory = mkdtempSync(join(tmpdir(), 'iww-method-'));
    try {
      writeFileSync(join(directory, 'README.md'), 'See [b](b.md), then [a](a.md).\n');
      for (const code of ['a', 'b']) writeFileSync(join(directory, `${code}.md`), `# ${code}\n\nText.\n`);
      expect(readMethodChapters(directory).map(({ code }) => code)).toEqual(['b', 'a']);
      writeFileSync(join(directory, 'c.md'), '# c\n\nText.\n');
      expect(() => readMethodChapters(directory)).toThrow(/does not link to c.md/);
    } finally {
      rmSync(directory, { recursive: true });
    }
  });
});
