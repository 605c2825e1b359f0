// @ts-expect-error -- it comes without types
import untypedParser from 'sdmx-json-parser';
import { startApp, type RunningApp } from '../../support/running-app.js';
import { anyKeys, SENDING } from '../keys.js';
import { parseCsv } from '../strict-csv.js';
import { faultsOf } from './message-rules.js';

const CSV = 'application/vnd.sdmx.data+csv;version=2.0.0';
const FIGURES = 'data/dataflow/IWW/OBSERVATIONS/1.0';
const SCORES = 'data/dataflow/IWW/SCORES/1.0';

let running: RunningApp;
beforeAll(async () => {
  running = await startApp();
}, 120_000);
afterAll(() => running.close());

function get(path: string, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
  return fetch(`${running.url}/sdmx/v2/${path}`, { headers });
}

async function json<Message = DataMessage>(path: string): Promise<Message> {
  const answer = await get(path);
  const message = (await answer.json()) as Message;
  expect([path, answer.status, JSON.stringify(message).slice(0, answer.status === 200 ? 0 : 500)]).toEqual([
    path,
    200,
    '',
  ]);
  return message;
}

interface DataMessage {
  readonly data: {
    readonly dataSets: readonly {
      readonly action: string;
      readonly series?: Readonly<
        Record<string, { readonly observations: Readonly<Record<string, readonly unknown[]>> }>
      >;
      readonly observations?: Readonly<Record<string, readonly unknown[]>>;
    }[];
    readonly structures: readonly {
      readonly dimensions: Readonly<
        Record<
          string,
          readonly { readonly id: string; readonly values: readonly { readonly id: string }[] }[]
        >
      >;
    }[];
  };
}
type Artefacts = Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;

/** Rows of SDMX-CSV by the ids of their components. */
async function rows(path: string, accept = CSV): Promise<readonly Readonly<Record<string, string>>[]> {
  const answer = await get(path, { accept });
  expect([path, answer.status]).toEqual([path, 200]);
  const [header = [], ...lines] = parseCsv(await answer.text());
  return lines.map((cells) => Object.fromEntries(header.map((name, i) => [name, cells[i] ?? ''])));
}

async function api<Item>(path: string): Promise<readonly Item[]> {
  const answer = await fetch(`${running.url}/api/v1/${path}`);
  return ((await answer.json()) as { readonly items: readonly Item[] }).items;
}

describe('structures', () => {
  const ADDRESSES = [
    'structure',
    'structure/dataflow',
    'structure/dataflow/IWW/OBSERVATIONS/1.0?references=all',
    'structure/datastructure/IWW/DSD_SCORES/+?references=descendants',
    'structure/codelist/IWW/CL_AREA',
    'structure/codelist/IWW/CL_AREA/1.0/KEN,BRA',
    'structure/conceptscheme/*/*/~',
    'structure/agencyscheme/SDMX',
    'structure/dataconstraint/IWW?references=codelist',
    'structure/dataflow?references=datastructure&detail=referencestubs',
    'structure/*?detail=allstubs',
    'structure/dataflow?detail=allcompletestubs&lang=fr',
    'availability/dataflow/IWW/OBSERVATIONS/1.0/A.KEN?references=all',
    'availability/dataflow/IWW/SCORES/1.0/*/NODE',
    'availability/dataflow/IWW/OBSERVATIONS?c[TIME_PERIOD]=ge:2015%2Ble:2020&c[REF_AREA]=KEN,BRA',
    'availability/dataflow/IWW/OBSERVATIONS/1.0/*/?c[TIME_PERIOD]=lt:1950',
  ];

  it.each(ADDRESSES)('%s is a structure message by the rules of SDMX-JSON 2.0', async (path) => {
    expect(faultsOf('structure', await json(path))).toEqual([]);
  });

  it('name nothing that is not there', async () => {
    const { data } = await json<{ data: Artefacts }>('structure');
    const all = Object.values(data).flat();
    const own = new Set(all.flatMap(({ links }) => (links as { urn: string }[]).map(({ urn }) => urn)));
    const named = [
      ...JSON.stringify(all.map(({ links: _, ...rest }) => rest)).matchAll(/urn:sdmx:[^"]+/g),
    ].map(([urn]) => urn);
    const concepts = (data['conceptSchemes']?.[0]?.['concepts'] as { id: string }[]).map(({ id }) => id);
    const missing = named.filter((urn) => {
      const concept = /Concept=.*\)\.(\w+)$/.exec(urn)?.[1];
      return concept === undefined ? !own.has(urn) : !concepts.includes(concept);
    });
    expect(missing).toEqual([]);
    expect(Object.keys(data).sort()).toEqual([
      ...['agencySchemes', 'codelists', 'conceptSchemes', 'dataConstraints', 'dataStructures', 'dataflows'],
    ]);
  });

  it('come in the language of the reader', async () => {
    const { data } = await json<{ data: Artefacts }>('structure/codelist/IWW/CL_AREA/1.0/DEU?lang=fr');
    expect(data['codelists']?.[0]?.['codes']).toEqual([
      { id: 'DEU', name: 'Allemagne', names: { fr: 'Allemagne' } },
    ]);
  });

  it('count what there is', async () => {
    const all = await rows(`${FIGURES}/A.KEN`);
    const { data } = await json<{ data: Artefacts }>('availability/dataflow/IWW/OBSERVATIONS/1.0/A.KEN');
    const [constraint] = data['dataConstraints'] ?? [];
    const counts = (constraint?.['annotations'] as { id: string; title: string }[]).map(({ id, title }) => [
      id,
      Number(title),
    ]);
    expect(counts).toEqual([
      ['series_count', new Set(all.map((row) => row['SERIES'])).size],
      ['obs_count', all.length],
    ]);
    const [region] = constraint?.['cubeRegions'] as { keyValues: { id: string; values?: string[] }[] }[];
    const indicators = region?.keyValues.find(({ id }) => id === 'INDICATOR')?.values;
    expect(indicators).toEqual([...new Set(all.map((row) => row['INDICATOR']))].sort());
  });
});

describe('data', () => {
  const ADDRESSES = [
    `${FIGURES}/A.KEN`,
    `${FIGURES}/A.KEN?dimensionAtObservation=AllDimensions`,
    `${FIGURES}/A.KEN.UI_NETUSE,A.BRA.UI_NETUSE?lang=ar`,
    `${FIGURES}?c[REF_AREA]=KEN&attributes=none&measures=none`,
    `${FIGURES}?c[REF_AREA]=KEN&lastNObservations=1`,
    `${FIGURES}?c[TIME_PERIOD]=lt:1901`,
    `${FIGURES}/A.KEN?updatedAfter=2020-01-01T00:00:00Z`,
    'data/datastructure/IWW/DSD_OBSERVATIONS/*/A.KEN',
    `${SCORES}/A.KEN`,
    `${SCORES}/A.KEN.P2?dimensionAtObservation=AllDimensions&attributes=obs&measures=SCORE`,
  ];

  it.each(ADDRESSES)('%s is a data message by the rules of SDMX-JSON 2.0', async (path) => {
    expect(faultsOf('data', await json(path))).toEqual([]);
  });

  it('has the figures of the interface, in both forms', async () => {
    const figures = await api<{
      area: string;
      indicator: string;
      year: number;
      value: number;
      status: string;
      id: string;
    }>('observations?area=KEN,BRA&limit=1000');
    const csv = await rows(`${FIGURES}?c[REF_AREA]=KEN,BRA`);
    const told = (list: readonly (readonly unknown[])[]): readonly string[] =>
      list.map((one) => one.join(' ')).sort();
    const expected = told(
      figures.map(({ id, area, indicator, year, value, status }) => [
        id,
        area,
        indicator,
        year,
        value,
        status,
      ]),
    );
    const columns = ['OBSERVATION_ID', 'REF_AREA', 'INDICATOR', 'TIME_PERIOD', 'OBS_VALUE', 'STATUS'];
    expect(told(csv.map((row) => columns.map((name) => row[name])))).toEqual(expected);
    expect(csv.length).toBeGreaterThan(200);
    const message = await json(`${FIGURES}?c[REF_AREA]=KEN,BRA&attributes=none`);
    const inJson = await json(
      `${FIGURES}?c[REF_AREA]=KEN,BRA&attributes=none&dimensionAtObservation=AllDimensions`,
    );
    const values = csv
      .map(
        (row) =>
          `${row['REF_AREA'] ?? ''} ${row['INDICATOR'] ?? ''} ${row['SERIES'] ?? ''} ${row['TIME_PERIOD'] ?? ''} ${row['OBS_VALUE'] ?? ''}`,
      )
      .sort();
    expect(unpacked(message).sort()).toEqual(values);
    expect(unpacked(inJson).sort()).toEqual(values);
  });

  it('has the scores of the interface, and why there are none', async () => {
    const scores = await api<{
      code: string;
      year: number;
      score: number | null;
      coverage: number | null;
      missing: string | null;
      grade: string | null;
    }>('scores?area=KEN&node=P1,P2,P3,P4,P5,UI_NETUSE,ACCESS&year=2020..2026');
    const told = (list: readonly (readonly (string | number | null | undefined)[])[]): readonly string[] =>
      list.map((one) => one.map((each) => String(each ?? '')).join(' ')).sort();
    const csv = await rows(
      `${SCORES}/A.KEN?c[NODE]=P1,P2,P3,P4,P5,UI_NETUSE,ACCESS&c[TIME_PERIOD]=ge:2020+le:2026`,
    );
    const columns = ['NODE', 'TIME_PERIOD', 'SCORE', 'COVERAGE', 'MISSING', 'GRADE'];
    expect(told(csv.map((row) => columns.map((name) => row[name])))).toEqual(
      told(
        scores.map(({ code, year, score, coverage, missing, grade }) => [
          code,
          year,
          score,
          coverage,
          missing,
          grade,
        ]),
      ),
    );
    expect(csv.length).toBe(49);
    expect(
      new Set(csv.map((row) => `${row['OBS_STATUS'] ?? ''}${row['SCORE'] === '' ? '' : ' with a score'}`)),
    ).toEqual(new Set(['A with a score', 'O']));
  });

  it('is filtered by operators, alternatives and what has to hold together', async () => {
    const all = await rows(`${FIGURES}/A.KEN.UI_NETUSE`);
    const years = async (filter: string): Promise<readonly number[]> =>
      (await rows(`${FIGURES}/A.KEN.UI_NETUSE?${filter}`)).map((row) => Number(row['TIME_PERIOD']));
    const known = all.map((row) => Number(row['TIME_PERIOD']));
    const where = (holds: (year: number) => boolean): readonly number[] => known.filter(holds);
    expect(await years('c[TIME_PERIOD]=ge:2015+le:2020')).toEqual(
      where((year) => year >= 2015 && year <= 2020),
    );
    expect(await years('c%5BTIME_PERIOD%5D=ge%3A2015%2Ble%3A2020')).toEqual(
      where((year) => year >= 2015 && year <= 2020),
    );
    expect(await years('c[TIME_PERIOD]=lt:2012,gt:2020-12-31')).toEqual(
      where((year) => year < 2012 || year > 2020),
    );
    expect(await years('c[TIME_PERIOD]=ge:2015-06')).toEqual(where((year) => year > 2015));
    expect(await years('c[TIME_PERIOD]=2015,2017')).toEqual(where((year) => year === 2015 || year === 2017));
    expect(await years('c[TIME_PERIOD]=ne:2015+ne:2016')).toEqual(
      where((year) => year !== 2015 && year !== 2016),
    );
    const [value] = all.map((row) => Number(row['OBS_VALUE'])).sort((one, other) => other - one);
    expect((await rows(`${FIGURES}/A.KEN.UI_NETUSE?c[OBS_VALUE]=ge:${String(value)}`)).length).toBe(
      all.filter((row) => Number(row['OBS_VALUE']) === value).length,
    );
    expect(await years('c[SOURCE]=sw:no%20such%20source')).toEqual([]);
    expect((await rows(`${FIGURES}?c[REF_AREA]=KEN&c[INDICATOR]=sw:UI_NET`)).length).toBeGreaterThanOrEqual(
      all.length,
    );
  });

  it('gives the first and the last of each series', async () => {
    const all = await rows(`${FIGURES}/A.KEN`);
    const [first, last] = await Promise.all(
      ['first', 'last'].map((end) => rows(`${FIGURES}/A.KEN?${end}NObservations=1`)),
    );
    const byYear = (find: (years: readonly number[]) => number) =>
      [...new Set(all.map((row) => row['SERIES']))].map((series) => [
        series,
        find(all.filter((row) => row['SERIES'] === series).map((row) => Number(row['TIME_PERIOD']))),
      ]);
    const told = (list: typeof first) => list?.map((row) => [row['SERIES'], Number(row['TIME_PERIOD'])]);
    expect(told(first)).toEqual(byYear((years) => Math.min(...years)));
    expect(told(last)).toEqual(byYear((years) => Math.max(...years)));
  });

  it('is as it was at a moment, and tells what changed after one', async () => {
    const now = new Date().toISOString();
    expect(await rows(`${FIGURES}/A.KEN?asOf=2001-01-01T00:00:00Z`)).toEqual([]);
    expect(await rows(`${FIGURES}/A.KEN?asOf=${now}`)).toEqual(await rows(`${FIGURES}/A.KEN`));
    expect(await rows(`${FIGURES}/A.KEN?updatedAfter=${now}`)).toEqual([]);
    const changed = await rows(`${FIGURES}/A.KEN?updatedAfter=2001-01-01`);
    expect(changed.map((row) => row['ACTION'])).toEqual(changed.map(() => 'R'));
    expect(changed.length).toBe((await rows(`${FIGURES}/A.KEN`)).length);
  });

  it('tells what came, and then what is gone, to whoever keeps a copy', async () => {
    const keys = await anyKeys(running);
    const post = async (
      path: string,
      body: string,
      headers: Readonly<Record<string, string>>,
      type: string,
    ) => {
      const url = `${running.url}/api/v1/submissions${path}`;
      const all = { ...headers, 'content-type': type, 'if-match': '*' };
      return (await (await fetch(url, { method: 'POST', body, headers: all })).json()) as { receipt: string };
    };
    const since = new Date().toISOString();
    const file = 'country,indicator,year,value,source\nKEN,WO_CSPART,2023,0.61,Survey\n';
    const { receipt } = await post('', file, keys.senderHeaders, 'text/csv');
    await post(`/${receipt}/decisions`, '{"decision":"accept"}', keys.reviewerHeaders, 'application/json');
    const between = new Date().toISOString();
    const told = async (question: string) =>
      (await rows(`${FIGURES}/A.KEN.WO_CSPART?${question}`))
        .filter((row) => row['SOURCE'] === 'Survey')
        .map((row) => [row['ACTION'], row['TIME_PERIOD'], row['OBS_VALUE'], row['COMMUNITY']]);
    expect(await told(`updatedAfter=${since}`)).toEqual([['R', '2023', '0.61', SENDING]]);
    expect(await told('')).toEqual([['I', '2023', '0.61', SENDING]]);
    await post(`/${receipt}/revert`, '{"text":"It was wrong"}', keys.reviewerHeaders, 'application/json');
    expect(await told(`updatedAfter=${between}`)).toEqual([['D', '2023', '0.61', SENDING]]);
    expect(await told(`updatedAfter=${since}`)).toEqual([]);
    expect(await told(`asOf=${between}`)).toEqual([['I', '2023', '0.61', SENDING]]);
    expect(await told('')).toEqual([]);
    const message = await json(`${FIGURES}/A.KEN?updatedAfter=${between}`);
    expect(faultsOf('data', message)).toEqual([]);
    expect(message.data.dataSets.map(({ action }) => action)).toEqual(['Delete']);
  });

  it('is whole when all of it streams out', async () => {
    const counted = await fetch(`${running.url}/api/v1/observations?count=true&limit=1`);
    const { total } = (await counted.json()) as { total: number };
    expect((await rows(FIGURES)).length).toBe(total);
  });
});

describe('SDMX-CSV', () => {
  it('begins with the structure, the action and the components in the order of their structure', async () => {
    const [row = {}] = await rows(`${FIGURES}/A.KEN.UI_NETUSE`);
    expect(Object.keys(row)).toEqual([
      ...[
        'STRUCTURE',
        'STRUCTURE_ID',
        'ACTION',
        'FREQ',
        'REF_AREA',
        'INDICATOR',
        'SERIES',
        'TIME_PERIOD',
        'OBS_VALUE',
      ],
      ...['UNIT_MEASURE', 'SOURCE', 'EDITION', 'ORGANISATION', 'TERMS', 'PROVENANCE', 'COMMUNITY'],
      ...['OBS_STATUS', 'STATUS', 'COMMENT', 'EVIDENCE', 'OBSERVATION_ID'],
    ]);
    expect(row).toMatchObject({
      STRUCTURE: 'dataflow',
      STRUCTURE_ID: 'IWW:OBSERVATIONS(1.0)',
      ACTION: 'I',
      FREQ: 'A',
    });
  });

  it('has names behind codes, or beside them, and keys, when asked', async () => {
    const [both = {}] = await rows(
      `${SCORES}/A.KEN.P2?lastNObservations=1`,
      `${CSV}; labels=both; keys=both`,
    );
    expect(both).toMatchObject({
      STRUCTURE_ID: 'IWW:SCORES(1.0): Scores',
      SERIES_KEY: 'A.KEN.P2',
      OBS_KEY: 'A.KEN.P2.2026',
      'REF_AREA: Reference area': 'KEN: Kenya',
    });
    const [beside = {}] = await rows(`${SCORES}/A.KEN.P2?lastNObservations=1`, `${CSV};labels=name`);
    expect(beside).toMatchObject({ STRUCTURE_NAME: 'Scores', REF_AREA: 'KEN', 'Reference area': 'Kenya' });
  });
});

describe('our own reader', () => {
  it('takes SDMX-CSV back in, every row of it', async () => {
    const { senderHeaders } = await anyKeys(running);
    const sent = await rows(`${FIGURES}/A.KEN`);
    const answer = await fetch(`${running.url}/api/v1/submissions?mode=check`, {
      method: 'POST',
      body: await (await get(`${FIGURES}/A.KEN`, { accept: CSV })).text(),
      headers: { ...senderHeaders, 'content-type': 'text/csv' },
    });
    expect([answer.status, await answer.json()]).toMatchObject([
      200,
      { counts: { good: sent.length, bad: 0, skipped: 0 }, problems: [], warnings: [], repairs: [] },
    ]);
  });
});

describe('a client that others wrote', () => {
  /** It speaks SDMX-JSON 2.0 as far as it reads the plural `structures`, and sends `format=jsondata`. */
  interface Client {
    getDatasets(url: string): Promise<unknown>;
    getName(): string;
    getDimensions(): readonly { readonly id: string }[];
    getData(): readonly Readonly<Record<string, unknown>>[];
  }
  const { SDMXParser } = untypedParser as { readonly SDMXParser: new () => Client };

  it.each(['TIME_PERIOD', 'AllDimensions'])(
    'reads the same figures, with %s at the observations',
    async (at) => {
      const figures = await api<{ year: number; value: number }>('observations?area=KEN&limit=1000');
      const client = new SDMXParser();
      await client.getDatasets(
        `${running.url}/sdmx/v2/${FIGURES}/A.KEN?dimensionAtObservation=${at}&attributes=OBS_STATUS,STATUS`,
      );
      expect(client.getName()).toBe('Figures');
      expect(client.getDimensions().map(({ id }) => id)).toEqual([
        'FREQ',
        'REF_AREA',
        'INDICATOR',
        'SERIES',
        'TIME_PERIOD',
      ]);
      const read = client.getData();
      expect(new Set(read.map((one) => one['REF_AREA']))).toEqual(new Set(['Kenya']));
      const told = (list: readonly (readonly unknown[])[]) => list.map((one) => one.join(' ')).sort();
      expect(told(read.map((one) => [one['TIME_PERIOD'], one['value']]))).toEqual(
        told(figures.map(({ year, value }) => [year, value])),
      );
      expect(read.length).toBeGreaterThan(10);
    },
  );
});

describe('the edge', () => {
  it('knows who has the answer already, and lets pages of other sites read', async () => {
    const first = await get(`${FIGURES}/A.KEN.UI_NETUSE`);
    const tag = first.headers.get('etag') ?? '';
    const again = await get(`${FIGURES}/A.KEN.UI_NETUSE`, { 'if-none-match': tag });
    expect([first.status, again.status, await again.text()]).toEqual([200, 304, '']);
    expect(first.headers.get('access-control-allow-origin')).toBe('*');
    expect(first.headers.get('content-type')).toBe('application/vnd.sdmx.data+json;version=2.0.0');
    const csv = await get(`${FIGURES}/A.KEN.UI_NETUSE`, { accept: CSV });
    expect(csv.headers.get('content-type')).toBe(
      'application/vnd.sdmx.data+csv;version=2.0.0;labels=id;keys=none;charset=utf-8',
    );
    expect(csv.headers.get('etag')).not.toBe(tag);
    expect(await first.text()).toBe(await (await get(`${FIGURES}/A.KEN.UI_NETUSE`)).text());
  });

  it.each([
    [`${FIGURES}/A.KEN?c[NOBODY]=1`, 400],
    [`${FIGURES}/A.KEN?colour=red`, 400],
    [`${FIGURES}/A.NOWHERE`, 400],
    [`${FIGURES}/A.KEN.UI_NETUSE.E1.2020.X`, 400],
    [`${FIGURES}/A.KEN?c[TIME_PERIOD]=ge:soon`, 400],
    [`${FIGURES}/A.KEN?c[OBS_VALUE]=much`, 400],
    [`${FIGURES}/A.KEN?firstNObservations=0`, 400],
    [`${FIGURES}/A.KEN?attributes=colour`, 400],
    [`${FIGURES}/A.KEN?dimensionAtObservation=COLOUR`, 400],
    [`${FIGURES}/A.KEN?asOf=2020-01-01T00:00:00Z&updatedAfter=2021-01-01T00:00:00Z`, 400],
    [`${FIGURES}/A.KEN?asOf=yesterday`, 400],
    ['structure/colours', 400],
    ['structure/dataflow?references=colours', 400],
    ['structure/dataflow?detail=some', 400],
    ['structure/dataflow/IWW/OBSERVATIONS/one', 400],
    ['data/dataflow/IWW/NOTHING', 404],
    ['data/dataflow/ECB/OBSERVATIONS', 404],
    ['data/dataflow/IWW/OBSERVATIONS/7.0', 404],
    ['structure/hierarchy', 404],
    ['structure/codelist/IWW/CL_AREA/1.0/NOWHERE', 404],
    [`${FIGURES}/A.KEN?format=xml`, 406],
    ['structure/dataflow?format=csv', 406],
    ['data', 501],
    [`${FIGURES}/A.KEN?includeHistory=true`, 501],
    [`${FIGURES}/A.KEN?sort=TIME_PERIOD`, 501],
    [`${FIGURES}/A.KEN?dimensionAtObservation=REF_AREA`, 501],
    ['structure/dataflow?detail=referencepartial', 501],
    ['availability/dataflow/IWW/OBSERVATIONS?mode=available', 501],
    ['availability/dataflow/IWW/OBSERVATIONS?c[STATUS]=normal', 501],
    ['schema/dataflow/IWW/OBSERVATIONS', 501],
    ['metadata/metadataset', 501],
    ['registration/id/1', 501],
    ['nothing', 404],
  ])('says of %s that it is %s', async (path, status) => {
    const answer = await get(path);
    const { detail = '', errors = [] } = (await answer.json()) as {
      detail?: string;
      errors?: { detail: string; hint: string }[];
    };
    expect([path, answer.status, answer.headers.get('content-type')]).toEqual([
      path,
      status,
      'application/problem+json; charset=utf-8',
    ]);
    expect(
      [detail, ...errors.flatMap((one) => [one.detail, one.hint])].filter((words) => words.length < 10),
    ).toEqual([]);
  });

  it.each([
    'application/vnd.sdmx.data+xml;version=3.0.0',
    'application/vnd.sdmx.data+json;version=1.0.0',
    'text/html',
  ])('has no %s', async (accept) => {
    expect((await get(`${FIGURES}/A.KEN`, { accept })).status).toBe(406);
  });
});

/** Observations of a message as area, indicator, series, year and value. */
function unpacked({ data: { dataSets, structures } }: DataMessage): string[] {
  const { series = [], observation = [] } = structures[0]?.dimensions ?? {};
  const name = (dimensions: typeof series, place: string): readonly string[] =>
    place === '' ? [] : place.split(':').map((at, i) => dimensions[i]?.values[Number(at)]?.id ?? '?');
  return dataSets.flatMap((set) => [
    ...Object.entries(set.series ?? {}).flatMap(([key, { observations }]) =>
      Object.entries(observations).map(([at, [value]]) =>
        [...name(series, key), ...name(observation, at), value].slice(1).join(' '),
      ),
    ),
    ...Object.entries(set.observations ?? {}).map(([at, [value]]) =>
      [...name(observation, at), value].slice(1).join(' '),
    ),
  ]);
}
