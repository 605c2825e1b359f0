import { loadSeeds } from '../../../src/catalogue/load-seeds.js';
import { faultsWith, withSeeds, type SeedChange } from './seeds-with.js';

interface Case {
  readonly title: string;
  readonly changes: Readonly<Record<string, SeedChange>>;
  readonly fault: {
    readonly file: string;
    readonly line?: number;
    readonly field?: string;
    readonly value?: string;
  };
  readonly says: RegExp;
  readonly hints?: RegExp;
}

const INDICATORS = 'indicators.csv';
const EXAMPLES = 'indicator,level,example\n';
const TEXTS = 'kind,code,field,text,translation\n';
const SPILLS_POSTS = 'range,100,0,,,,log1p';
const SALT_POSTS = 'band,,,33,36,10,linear';

const CASES: readonly Case[] = [
  {
    title: 'a goal without parent',
    changes: { 'goals.csv': ['SHORE.1,SHORE,', 'SHORE.1,SHOER,'] },
    fault: { file: 'goals.csv', line: 3, field: 'principle', value: 'SHOER' },
    says: /no principle "SHOER"/,
    hints: /Did you mean SHORE\?/,
  },
  {
    title: 'an indicator of an unknown goal',
    changes: { [INDICATORS]: ['in the year,WATER.1', 'in the year,WATER.9'] },
    fault: { file: INDICATORS, line: 2, field: 'goal', value: 'WATER.9' },
    says: /no goal "WATER\.9"/,
    hints: /WATER\.1/,
  },
  {
    title: 'a missing name',
    changes: { 'principles.csv': ['SHORE,Quiet shore,', 'SHORE,,'] },
    fault: { file: 'principles.csv', line: 3, field: 'name' },
    says: /"name" is missing/,
  },
  {
    title: 'a duplicate code, with the line of the first',
    changes: { 'goals.csv': ['SHORE.1,SHORE', 'WATER.1,SHORE'] },
    fault: { file: 'goals.csv', line: 3, field: 'code', value: 'WATER.1' },
    says: /on line 2 already/,
  },
  {
    title: 'worst equal to best',
    changes: { [INDICATORS]: [SPILLS_POSTS, 'range,5,5,,,,log1p'] },
    fault: { file: INDICATORS, line: 2, field: 'best', value: '5' },
    says: /equal/,
  },
  {
    title: 'a logarithm of zero',
    changes: { [INDICATORS]: [SPILLS_POSTS, 'range,100,0,,,,log'] },
    fault: { file: INDICATORS, line: 2, field: 'best', value: '0' },
    says: /"log" has no place for 0/,
  },
  {
    title: 'a log1p of less than zero',
    changes: { [INDICATORS]: [SPILLS_POSTS, 'range,100,-1,,,,log1p'] },
    fault: { file: INDICATORS, line: 2, field: 'best', value: '-1' },
    says: /"log1p" has no place for -1/,
  },
  {
    title: 'a band that begins above its end',
    changes: { [INDICATORS]: [SALT_POSTS, 'band,,,36,33,10,linear'] },
    fault: { file: INDICATORS, line: 3, field: 'band_low', value: '36' },
    says: /above its end/,
  },
  {
    title: 'a band without distance to zero',
    changes: { [INDICATORS]: [SALT_POSTS, 'band,,,33,36,0,linear'] },
    fault: { file: INDICATORS, line: 3, field: 'band_zero_distance', value: '0' },
    says: /not above zero/,
  },
  {
    title: 'a band on a logarithmic scale',
    changes: { [INDICATORS]: [SALT_POSTS, 'band,,,33,36,10,log'] },
    fault: { file: INDICATORS, line: 3, field: 'scale', value: 'log' },
    says: /linear scale only/,
  },
  {
    title: 'goalposts of a range in a band',
    changes: { [INDICATORS]: [SALT_POSTS, 'band,1,,33,36,10,linear'] },
    fault: { file: INDICATORS, line: 3, field: 'worst', value: '1' },
    says: /A band has no "worst"/,
  },
  {
    title: 'a rubric that does not span the ladder',
    changes: { [INDICATORS]: ['rubric,0,2', 'rubric,0,4'] },
    fault: { file: INDICATORS, line: 4, field: 'best', value: '4' },
    says: /ends of the ladder/,
    hints: /0 and 2/,
  },
  {
    title: 'a rubric without ladder',
    changes: { 'ladder.json': undefined },
    fault: { file: INDICATORS, line: 4, field: 'kind', value: 'rubric' },
    says: /needs the levels of ladder\.json/,
  },
  {
    title: 'a number that is none',
    changes: { [INDICATORS]: [SALT_POSTS, 'band,,,33,"36,5",10,linear'] },
    fault: { file: INDICATORS, line: 3, field: 'band_high', value: '36,5' },
    says: /"36,5" is not a number/,
    hints: /point as decimal mark/,
  },
  {
    title: 'an unknown choice',
    changes: { [INDICATORS]: ['WATER.1,core,Yearly', 'WATER.1,main,Yearly'] },
    fault: { file: INDICATORS, line: 3, field: 'tier', value: 'main' },
    says: /not a choice/,
    hints: /core, extended/,
  },
  {
    title: 'neither yes nor no',
    changes: { 'areas.csv': ['Estonia,member,yes', 'Estonia,member,maybe'] },
    fault: { file: 'areas.csv', line: 3, field: 'scored', value: 'maybe' },
    says: /neither yes nor no/,
  },
  {
    title: 'a negative weight',
    changes: { 'principles.csv': ['Clean water,2', 'Clean water,-2'] },
    fault: { file: 'principles.csv', line: 2, field: 'weight', value: '-2' },
    says: /-2 is not allowed here/,
    hints: /0 or more/,
  },
  {
    title: 'weights that sum to zero',
    changes: { 'goals.csv': ['from land,1', 'from land,0'] },
    fault: { file: 'goals.csv', line: 3, field: 'weight', value: '0' },
    says: /the goals of principle "SHORE" sum to zero/,
  },
  {
    title: 'a target that nobody agreed',
    changes: { [INDICATORS]: ['0,"Article 1, agreed by the parties"', '0,'] },
    fault: { file: INDICATORS, line: 2, field: 'target_basis' },
    says: /belong together/,
  },
  {
    title: 'a freshness above the limit of the method',
    changes: { [INDICATORS]: ['1,yes,2,Ends', '1,yes,6,Ends'] },
    fault: { file: INDICATORS, line: 4, field: 'freshness_years', value: '6' },
    says: /6 is not allowed/,
    hints: /from 0 to 5/,
  },
  {
    title: 'a mistyped column',
    changes: { 'goals.csv': ['official_text', 'offical_text'] },
    fault: { file: 'goals.csv', line: 1, field: 'offical_text' },
    says: /not known here/,
    hints: /Did you mean "official_text"\?/,
  },
  {
    title: 'a missing column',
    changes: { 'objectives.csv': ['code,name', 'code,title'] },
    fault: { file: 'objectives.csv', line: 1, field: 'name' },
    says: /"name" is missing/,
    hints: /column/,
  },
  {
    title: 'a row with too few cells',
    changes: { 'issues.csv': ['AIR,Air and sea,WATER SHORE', 'AIR,Air and sea'] },
    fault: { file: 'issues.csv', line: 2 },
    says: /2 cells, the header 3/,
  },
  {
    title: 'a link to an unknown commitment',
    changes: { 'crosswalk.csv': ['SHORE_POWER,ART-2', 'SHORE_POWER,ART-7'] },
    fault: { file: 'crosswalk.csv', line: 3, field: 'commitment', value: 'ART-7' },
    says: /no commitment "ART-7"/,
  },
  {
    title: 'a link without reason',
    changes: { 'crosswalk.csv': ['The assessment asks for exactly what the article promises.', ''] },
    fault: { file: 'crosswalk.csv', line: 3, field: 'reason' },
    says: /"reason" is missing/,
  },
  {
    title: 'a link dated on no day',
    changes: { 'crosswalk.csv': ['promises.,example,2025-01-31', 'promises.,example,31/01/2025'] },
    fault: { file: 'crosswalk.csv', line: 3, field: 'date', value: '31/01/2025' },
    says: /is not a day/,
  },
  {
    title: 'a scored commitment that only the world can fulfil',
    changes: { 'commitments.csv': ['2030,,direct', '2030,,global-only'] },
    fault: { file: 'commitments.csv', line: 3, field: 'scored', value: 'yes' },
    says: /that a country can fulfil/,
  },
  {
    title: 'a malformed area code',
    changes: { 'areas.csv': ['FRO,FO,234', 'FRO,FO,34'] },
    fault: { file: 'areas.csv', line: 5, field: 'm49', value: '34' },
    says: /has not the shape/,
    hints: /leading zeros/,
  },
  {
    title: 'an area in an unknown group',
    changes: {
      'areas.csv': ['DNK,DK,208,Denmark,member,yes,,,HIGH', 'DNK,DK,208,Denmark,member,yes,,,RICH'],
    },
    fault: { file: 'areas.csv', line: 2, field: 'income_group', value: 'RICH' },
    says: /no income group "RICH"/,
  },
  {
    title: 'an alias that is the code of an area',
    changes: { 'area-aliases.csv': 'alias,area,reason\nEE,DNK,wrong\n' },
    fault: { file: 'area-aliases.csv', line: 2, field: 'alias', value: 'EE' },
    says: /code of an area already/,
  },
  {
    title: 'a series alias of an unknown indicator',
    changes: { 'series-aliases.csv': 'alias,indicator\nX.OIL,SPILL\n' },
    fault: { file: 'series-aliases.csv', line: 2, field: 'indicator', value: 'SPILL' },
    says: /no indicator "SPILL"/,
    hints: /SPILLS/,
  },
  {
    title: 'figures of an unknown area',
    changes: { 'observations/SALT.csv': ['EST,2024', 'ESX,2024'] },
    fault: { file: 'observations/SALT.csv', line: 4, field: 'country', value: 'ESX' },
    says: /no area "ESX"/,
    hints: /EST/,
  },
  {
    title: 'figures of an unknown indicator',
    changes: { 'observations/SALTY.csv': 'country,year,value,edition,status\n' },
    fault: { file: 'observations/SALTY.csv' },
    says: /no indicator "SALTY"/,
    hints: /SALT\.csv/,
  },
  {
    title: 'figures in an edition without source',
    changes: { 'observations/SALT.csv': ['36.5,Probe B', '36.5,Probe C'] },
    fault: { file: 'observations/SALT.csv', line: 6, field: 'edition', value: 'Probe C' },
    says: /"Probe C" has no source/,
  },
  {
    title: 'figures of a year its edition does not reach',
    changes: { 'observations/SALT.csv': ['MAR,2020', 'MAR,2022'] },
    fault: { file: 'observations/SALT.csv', line: 5, field: 'year', value: '2022' },
    says: /does not reach 2022/,
  },
  {
    title: 'figures outside the hard limits',
    changes: { 'observations/SALT.csv': ['EST,2024,7.25', 'EST,2024,725'] },
    fault: { file: 'observations/SALT.csv', line: 4, field: 'value', value: '725' },
    says: /outside the limits of SALT/,
    hints: /from 0 to 45/,
  },
  {
    title: 'the same figure twice in an edition',
    changes: { 'observations/SALT.csv': ['MAR,2024,36.5', 'EST,2024,36.5'] },
    fault: { file: 'observations/SALT.csv', line: 6, field: 'country', value: 'EST' },
    says: /on line 4 already/,
  },
  {
    title: 'a comparable edition that does not exist',
    changes: { 'observations/comparable.csv': ['SALT,Probe A', 'SALT,Probe Z'] },
    fault: { file: 'observations/comparable.csv', line: 2, field: 'edition_a', value: 'Probe Z' },
    says: /no edition of SALT "Probe Z"/,
  },
  {
    title: 'a series that ends before it begins',
    changes: { 'observations/sources.csv': ['Register 2025,2018,2025', 'Register 2025,2025,2024'] },
    fault: { file: 'observations/sources.csv', line: 2, field: 'from_year', value: '2025' },
    says: /begins after it ends/,
  },
  {
    title: 'a community that is recalled and shown',
    changes: { 'communities.csv': ['DNK EST,listed', 'DNK EST,recalled'] },
    fault: { file: 'communities.csv', line: 3, field: 'hidden', value: 'no' },
    says: /only recalled is not shown/,
  },
  {
    title: 'a setting of the method out of its range, on its line',
    changes: { 'method.json': ['"liveShare": 0.5', '"liveShare": 50'] },
    fault: { file: 'method.json', line: 19, field: 'coverage.liveShare', value: '50' },
    says: /50 is not allowed/,
    hints: /from 0 to 1/,
  },
  {
    title: 'a mistyped setting of the method, on its line',
    changes: { 'method.json': ['"minPeers": 2', '"minPeers": 2, "overalScore": true'] },
    fault: { file: 'method.json', line: 41, field: 'overalScore' },
    says: /not known here/,
    hints: /overallScore/,
  },
  {
    title: 'a missing setting of the method',
    changes: { 'method.json': ['"ranks": false,', ''] },
    fault: { file: 'method.json', line: 1, field: 'ranks' },
    says: /"ranks" is missing/,
  },
  {
    title: 'a ladder with a gap',
    changes: { 'ladder.json': ['"level": 2', '"level": 3'] },
    fault: { file: 'ladder.json', line: 5, field: 'ladder.2.level', value: '3' },
    says: /do not count up/,
  },
  {
    title: 'an example of a level that is not on the ladder',
    changes: { 'ladder-examples.csv': `${EXAMPLES}SHORE_POWER,9,Plugs at the quay\n` },
    fault: { file: 'ladder-examples.csv', line: 2, field: 'level', value: '9' },
    says: /9 is not allowed/,
  },
  {
    title: 'an example for what nobody assesses',
    changes: { 'ladder-examples.csv': `${EXAMPLES}SALT,1,Brine\n` },
    fault: { file: 'ladder-examples.csv', line: 2, field: 'indicator', value: 'SALT' },
    says: /no indicator of kind rubric "SALT"/,
  },
  {
    title: 'an example that is too long to be read beside a question',
    changes: { 'ladder-examples.csv': `${EXAMPLES}SHORE_POWER,1,${'x'.repeat(201)}\n` },
    fault: { file: 'ladder-examples.csv', line: 2, field: 'example', value: 'x'.repeat(201) },
    says: /201 characters/,
  },
  {
    title: 'a power decided for no node',
    changes: { 'powers.csv': `node,power,author,date,reason\nWATRE,0,Parties,2025-03-01,agreed\n` },
    fault: { file: 'powers.csv', line: 2, field: 'node', value: 'WATRE' },
    says: /no node "WATRE"/,
    hints: /Did you mean WATER\?/,
  },
  {
    title: 'a weight decided for a child of another parent',
    changes: {
      'weights.csv': `parent,child,weight,author,date,reason\nWATER,SHORE.1,2,Parties,2025-03-01,agreed\n`,
    },
    fault: { file: 'weights.csv', line: 2, field: 'child', value: 'SHORE.1' },
    says: /no child "SHORE\.1"/,
  },
  {
    title: 'a weight decided by nobody',
    changes: { 'weights.csv': `parent,child,weight,author,date,reason\nWATER.1,SALT,2,,2025-03-01,agreed\n` },
    fault: { file: 'weights.csv', line: 2, field: 'author' },
    says: /"author" is missing/,
  },
  {
    title: 'weights decided that leave no weight at all',
    changes: {
      'weights.csv': `parent,child,weight,author,date,reason\nSHORE.1,SHORE_POWER,0,Parties,2025-03-01,agreed\n`,
    },
    fault: { file: 'weights.csv', line: 2, field: 'weight' },
    says: /sum to zero/,
  },
  {
    title: 'a decision on no day',
    changes: { 'powers.csv': `node,power,author,date,reason\nWATER,0,Parties,March 2025,agreed\n` },
    fault: { file: 'powers.csv', line: 2, field: 'date', value: 'March 2025' },
    says: /not a day/,
  },
  {
    title: 'an indicator that is not applicable in an unknown area',
    changes: { 'not-applicable.csv': `indicator,area,reason\nSALT,DNX,no basin\n` },
    fault: { file: 'not-applicable.csv', line: 2, field: 'area', value: 'DNX' },
    says: /no area "DNX"/,
  },
  {
    title: 'a scale trap of an unknown kind',
    changes: { 'scale-traps.csv': 'indicator,before,kind,most,reason\nSALT,2020,larger,,it was\n' },
    fault: { file: 'scale-traps.csv', line: 2, field: 'kind', value: 'larger' },
    says: /./,
  },
  {
    title: 'a smaller scale without its largest value',
    changes: { 'scale-traps.csv': 'indicator,before,kind,most,reason\nSALT,2020,smaller,,it was\n' },
    fault: { file: 'scale-traps.csv', line: 2, field: 'most' },
    says: /./,
  },
  {
    title: 'a name of something that is not there',
    changes: { 'names/fr.csv': 'kind,code,name,translation\nissue,SEA,Mer,draft\n' },
    fault: { file: 'names/fr.csv', line: 2, field: 'code', value: 'SEA' },
    says: /no issue "SEA"/,
    hints: /AIR/,
  },
  {
    title: 'two names of one thing',
    changes: {
      'names/fr.csv': 'kind,code,name,translation\nissue,AIR,Air,draft\nissue,AIR,Atmosphère,draft\n',
    },
    fault: { file: 'names/fr.csv', line: 3, field: 'kind' },
    says: /line 2 already/,
  },
  {
    title: 'a translation in a state that is none',
    changes: { 'names/fr.csv': 'kind,code,name,translation\nissue,AIR,Air,final\n' },
    fault: { file: 'names/fr.csv', line: 2, field: 'translation', value: 'final' },
    says: /not a choice/,
  },
  {
    title: 'names in a language without pages',
    changes: { 'names/pt.csv': 'kind,code,name,translation\n' },
    fault: { file: 'names/pt.csv' },
    says: /no pages/,
    hints: /names\/fr\.csv/,
  },
  {
    title: 'a text about something that is not there',
    changes: { 'texts/fr.csv': `${TEXTS}unit,furlongs,name,stades,draft\n` },
    fault: { file: 'texts/fr.csv', line: 2, field: 'code', value: 'furlongs' },
    says: /no text of this kind about "furlongs"/,
  },
  {
    title: 'a text that the thing does not have in English',
    changes: { 'texts/fr.csv': `${TEXTS}framework,green-harbour,motto,Ohé,draft\n` },
    fault: { file: 'texts/fr.csv', line: 2, field: 'field', value: 'motto' },
    says: /no field with such a text "motto"/,
    hints: /description/,
  },
  {
    title: 'texts in a language without pages',
    changes: { 'texts/pt.csv': TEXTS },
    fault: { file: 'texts/pt.csv' },
    says: /no pages that need texts/,
    hints: /texts\/fr\.csv/,
  },
  {
    title: 'a missing file',
    changes: { 'goals.csv': undefined },
    fault: { file: 'goals.csv' },
    says: /The file is missing/,
  },
  {
    title: 'a mistyped file name',
    changes: { 'crosswlk.csv': 'indicator,commitment\n' },
    fault: { file: 'crosswlk.csv' },
    says: /No seed file has this name/,
    hints: /crosswalk\.csv/,
  },
];

describe('checking a seeds directory', () => {
  it('finds no fault in the three-indicator example', async () => {
    expect(await faultsWith({})).toEqual([]);
  });

  it.each(CASES)('reports $title', async ({ changes, fault, says, hints }) => {
    const faults = await faultsWith(changes);
    const found = faults.find(({ file, line, field }) => {
      return file === fault.file && line === fault.line && field === fault.field;
    });
    expect(found).toMatchObject(fault);
    expect(found?.sentence).toMatch(says);
    expect(found?.hint).toMatch(hints ?? /\S/);
  });

  it('takes up what was decided for single nodes, with author, day and reason', async () => {
    const decided = { author: 'Parties', date: '2025-03-01', reason: 'agreed' };
    const changes = {
      'powers.csv': 'node,power,author,date,reason\nWATER,0,Parties,2025-03-01,agreed\n',
      'weights.csv': 'parent,child,weight,author,date,reason\nWATER.1,SALT,2,Parties,2025-03-01,agreed\n',
      'not-applicable.csv': 'indicator,area,reason\nSALT,EST,no basin\n',
      'scale-traps.csv': 'indicator,before,kind,most,reason\nSALT,2020,smaller,1,it was\n',
    };
    const { catalogue } = await withSeeds(changes, (directory) => loadSeeds(directory));
    expect(catalogue.method.powers).toEqual([{ node: 'WATER', power: 0, ...decided }]);
    expect(catalogue.method.weights).toEqual([{ parent: 'WATER.1', child: 'SALT', weight: 2, ...decided }]);
    expect(catalogue.scaleTraps).toEqual([
      { indicator: 'SALT', before: 2020, kind: 'smaller', most: 1, reason: 'it was' },
    ]);
    expect(catalogue.notApplicable).toEqual([{ indicator: 'SALT', area: 'EST', reason: 'no basin' }]);
  });

  it('reports one fault for one slip, not one for each row that points there', async () => {
    const slips: Readonly<Record<string, SeedChange>>[] = [
      { 'goals.csv': ['SHORE.1,SHORE,', 'SHORE.1,SHOER,'] },
      { [INDICATORS]: [SALT_POSTS, 'band,,,33,"36,5",10,linear'] },
      { 'observations/SALT.csv': ['EST,2024', 'ESX,2024'] },
      { 'method.json': ['"liveShare": 0.5', '"liveShare": 50'] },
      { 'method.json': ['"maxFreshnessYears": 5,', ''] },
      { 'goals.csv': undefined },
      { 'observations/sources.csv': ['SPILLS,Harbour', 'SPILL,Harbour'] },
    ];
    for (const slip of slips) expect(await faultsWith(slip)).toHaveLength(1);
  });

  it('does not blame other files for a table without a column it needs', async () => {
    const faults = await faultsWith({ 'areas.csv': ['name,status', 'name,state'] });
    expect(faults.map(({ file, field }) => [file, field])).toEqual([
      ['areas.csv', 'status'],
      ['areas.csv', 'state'],
    ]);
  });

  it('reports the faults of all files at once, in reading order', async () => {
    const faults = await faultsWith({
      'principles.csv': ['Quiet shore', ''],
      'areas.csv': ['Estonia,member', 'Estonia,friend'],
      'observations/SPILLS.csv': ['DNK,2019,12', 'DNK,2019,twelve'],
    });
    expect(faults.map(({ file, line, field }) => [file, line, field])).toEqual([
      ['areas.csv', 3, 'status'],
      ['observations/SPILLS.csv', 2, 'value'],
      ['principles.csv', 3, 'name'],
    ]);
  });

  it('counts lines as an editor does, also after a cell with a line break', async () => {
    const [fault] = await faultsWith({
      'issues.csv': 'code,name,principles\n\nAIR,"Air\nand sea",WATER\nSEA,,SHORE\n',
    });
    expect(fault).toMatchObject({ file: 'issues.csv', line: 5, field: 'name' });
  });

  it('does without the optional files', async () => {
    const faults = await faultsWith({
      'commitments.csv': undefined,
      'crosswalk.csv': undefined,
      'objectives.csv': undefined,
      'communities.csv': undefined,
      'observations/comparable.csv': undefined,
    });
    expect(faults).toEqual([]);
  });
});
