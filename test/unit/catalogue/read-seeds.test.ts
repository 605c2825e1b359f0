import { readSeeds } from '../../../src/catalogue/read-seeds.js';
import { loadSeeds } from '../../../src/catalogue/load-seeds.js';
import { SeedsRefused } from '../../../src/catalogue/seeds-refused.js';
import { faultsWith, withSeeds } from './seeds-with.js';

describe('reading a seeds directory', () => {
  it('says in a sentence that the directory is missing', async () => {
    const reading = readSeeds('no/such/directory');
    await expect(reading).rejects.toThrow(SeedsRefused);
    await expect(reading).rejects.toThrow('The seeds directory "no/such/directory" cannot be read');
  });

  it('refuses a file that is not UTF-8, and says how to save it', async () => {
    const latin1 = Buffer.from('code,name,principles\nAIR,Île,WATER\n', 'latin1');
    const faults = await faultsWith({ 'issues.csv': latin1 });
    expect(faults).toContainEqual(
      expect.objectContaining({ file: 'issues.csv', sentence: 'The file is not UTF-8 text.' }),
    );
  });

  it('reads past a byte order mark and through Windows line ends', async () => {
    expect(
      await faultsWith({ 'issues.csv': '\uFEFFcode,name,principles\r\nAIR,Air and sea,WATER\r\n' }),
    ).toEqual([]);
  });

  it('refuses columns separated by semicolons', async () => {
    const faults = await faultsWith({ 'issues.csv': 'code;name;principles\nAIR;Air;WATER\n' });
    expect(faults).toContainEqual(
      expect.objectContaining({
        file: 'issues.csv',
        line: 1,
        sentence: 'The columns are not separated by commas.',
      }),
    );
  });

  it('names the line of a quote in the wrong place', async () => {
    const faults = await faultsWith({ 'issues.csv': 'code,name,principles\nAIR,"Air "and" sea",WATER\n' });
    expect(faults).toContainEqual(
      expect.objectContaining({
        file: 'issues.csv',
        line: 2,
        sentence: 'A double quote opens or closes in the wrong place.',
      }),
    );
  });

  it('names the line where JSON breaks off', async () => {
    const faults = await faultsWith({ 'framework.json': '{\n  "code": "x",\n  "name": "unclosed\n}\n' });
    expect(faults[0]?.file).toBe('framework.json');
    expect(faults[0]?.sentence).toContain('not valid JSON');
    expect(faults[0]?.line).toBeGreaterThan(1);
  });

  it('refuses a key that stands twice in JSON', async () => {
    const faults = await faultsWith({
      'framework.json': ['"version": "1.0",', '"version": "1.0",\n"version": "2.0",'],
    });
    expect(faults[0]).toMatchObject({ file: 'framework.json', line: 5 });
  });

  it('leaves texts for people and hidden files alone', async () => {
    expect(await faultsWith({ 'README.md': '# Hello', '.DS_Store': 'x' })).toEqual([]);
  });

  it('lists every fault on a line of the refusal', async () => {
    const refusal = withSeeds(
      { 'issues.csv': ['Air and sea', ''], 'objectives.csv': ['Keep the basin clean', ''] },
      loadSeeds,
    );
    await expect(refusal).rejects.toThrow(
      /have 2 faults; nothing was loaded\.\nissues\.csv, line 2, name: .*\nobjectives\.csv, line 2, name: /,
    );
  });
});
