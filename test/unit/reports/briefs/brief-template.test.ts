import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  ourReports,
  readBriefTemplates,
  readTemplateFiles,
} from '../../../../src/reports/briefs/brief-template.js';

let directory: string;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'iww-reports-'));
});

afterEach(() => {
  rmSync(directory, { recursive: true });
});

function folder(name: string, files: Readonly<Record<string, string>>): void {
  mkdirSync(join(directory, name));
  for (const [file, content] of Object.entries(files)) writeFileSync(join(directory, name, file), content);
}

describe('folders of reports', () => {
  it('are read with their subject, template and texts', () => {
    folder('sheet', {
      'report.json': '{"about": "country", "template": "main.typ", "texts": {"en": {"a": "b"}}}',
      'main.typ': '= A',
    });
    expect(readBriefTemplates(directory)).toEqual([
      { name: 'sheet', about: 'country', path: '/sheet/main.typ', texts: { en: { a: 'b' } } },
    ]);
  });

  it('are passed over when they hold no description', () => {
    folder('notes', { 'notes.typ': '= A' });
    expect(readBriefTemplates(directory)).toEqual([]);
    expect([...readTemplateFiles(directory).keys()]).toEqual([]);
  });

  it.each([
    ['no JSON', '{', 'its report.json is no JSON object'],
    [
      'another subject',
      '{"about": "planet"}',
      '"about" must be one of country, introduction, issue, community, overview, group',
    ],
    ['no template', '{"about": "issue", "template": "gone.typ"}', 'its template gone.typ is not there'],
    ['texts of no language', '{"about": "issue", "texts": {"a": "b"}}', '"texts" must hold an object'],
  ])('are refused in a sentence with %s', (_, description, why) => {
    folder('sheet', { 'report.json': description, 'template.typ': '= A' });
    expect(() => readBriefTemplates(directory)).toThrow(`The report sheet cannot be used: ${why}`);
  });

  it('are refused in a sentence when the directory is not there', () => {
    expect(() => readBriefTemplates(join(directory, 'gone'))).toThrow('There is no directory');
  });

  it('come with the program for each subject', () => {
    expect(readBriefTemplates(ourReports).map(({ name, about }) => `${name} ${about}`)).toEqual([
      'community-report community',
      'framework-overview overview',
      'group-brief group',
      'issue-brief issue',
      'member-state-brief country',
      'nri-introduction introduction',
    ]);
  });
});
