import { startApp, type RunningApp } from '../support/running-app.js';

let running: RunningApp;
beforeAll(async () => {
  running = await startApp();
}, 120_000);
afterAll(() => running.close());

const get = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(running.url + path, { headers });
const json = async <Answer>(path: string): Promise<Answer> => (await (await get(path)).json()) as Answer;

const CHARTS = {
  trend: 'area=KEN&node=UI_NETUSE',
  profile: 'area=KEN',
  status: 'area=KEN',
  distribution: 'node=UI_NETUSE&area=KEN,FRA',
  map: 'node=UI_NETUSE&year=2020',
} as const;
const charts = Object.entries(CHARTS);

describe('charts', () => {
  it.each(charts)('%s comes as data, table and pictures of the same', async (chart, query) => {
    const address = `/api/v1/charts/${chart}`;
    const data = await json<{ kind: string; title: string; summary: string }>(`${address}.json?${query}`);
    expect(data.kind).toBe(chart);
    const csv = await (await get(`${address}.csv?${query}`)).text();
    expect(csv.split('\r\n').length).toBeGreaterThan(3);
    const svg = await get(`${address}.svg?${query}`);
    expect(svg.headers.get('content-type')).toContain('image/svg+xml');
    const escaped = data.title.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
    expect(await svg.text()).toContain(`<title id="title">${escaped}</title>`);
    const png = Buffer.from(await (await get(`${address}.png?${query}&width=320&theme=dark`)).arrayBuffer());
    expect([png.subarray(1, 4).toString(), png.readUInt32BE(16)]).toEqual(['PNG', 640]);
  });

  it.each(charts)('%s has numbers that stand in the scores', async (chart, query) => {
    if (chart === 'trend') return;
    interface Cell {
      area?: string;
      code?: string;
      value?: number | null;
      shares?: unknown;
    }
    const { rows, areas } = await json<{ rows?: Cell[]; areas?: Cell[] }>(`/api/v1/charts/${chart}?${query}`);
    const [area, node, year] = areas
      ? ['KEN', 'UI_NETUSE', chart === 'map' ? 2020 : 2026]
      : ['KEN', 'P2', 2026];
    const { items } = await json<{ items: { score: number | null; statusShares: Record<string, number> }[] }>(
      `/api/v1/scores?area=${area}&node=${node}&year=${String(year)}`,
    );
    if (areas) expect(areas.find((one) => one.area === 'KEN')?.value).toBe(items[0]?.score);
    else if (chart === 'profile')
      expect(rows?.find(({ code }) => code === 'P2')?.value).toBe(items[0]?.score);
    else {
      const shares = rows?.find(({ code }) => code === 'P2')?.shares as { status: string; share: number }[];
      const told = Object.entries(items[0]?.statusShares ?? {}).filter(([, share]) => share > 0);
      expect(Object.fromEntries(shares.map(({ status, share }) => [status, share]))).toEqual(
        Object.fromEntries(told),
      );
    }
  });

  it('tells of the map in every year at once what it tells of each', async () => {
    interface MapAnswer {
      title: string;
      areas: { value: number | null; printed: string }[];
      years: { year: number; title: string; bands: (number | null)[]; printed: string[] }[] | null;
    }
    const { years } = await json<MapAnswer>('/api/v1/charts/map?node=UI_NETUSE&years=all');
    expect(years?.map(({ year }) => year)).toEqual([...new Set(years?.map(({ year }) => year))].sort());
    for (const told of [years?.at(0), years?.at(-1)]) {
      const year = String(told?.year);
      const alone = await json<MapAnswer>(`/api/v1/charts/map?node=UI_NETUSE&year=${year}`);
      expect(alone.years).toBeNull();
      expect([told?.title, told?.printed]).toEqual([alone.title, alone.areas.map(({ printed }) => printed)]);
      expect(told?.bands).toEqual(
        alone.areas.map(({ value }) => (value === null ? null : Math.min(4, Math.floor(value / 20)))),
      );
    }
  });

  it('speaks the language that is asked for, with the names of countries', async () => {
    const { title } = await json<{ title: string }>('/api/v1/charts/trend?area=KEN&node=UI_NETUSE&lang=ar');
    expect(title).toContain('كينيا');
  });

  it.each([
    ['trend', 'area=KEN&node=P2&width=200', '?width'],
    ['map', 'node=P2&width=1601', '?width'],
    ['profile', 'area=KEN&theme=pink', '?theme'],
    ['distribution', 'node=P2&area=KEN,FRA,IND,BRA,EGY,JPN', '?area'],
    ['map', 'node=P2&year=1990', '?year'],
    ['map', 'node=P2&years=some', '?years'],
    ['profile', 'area=GRL', '?area'],
    ['status', 'area=KEN&node=P2', '?node'],
  ])('refuses %s with %s', async (chart, query, pointer) => {
    const answer = await get(`/api/v1/charts/${chart}.svg?${query}`);
    expect(answer.status).toBe(400);
    const { errors } = (await answer.json()) as { errors: { pointer: string }[] };
    expect(errors[0]?.pointer).toBe(pointer);
  });

  it('draws the picture of a country for networks, 1200 x 630', async () => {
    const png = Buffer.from(await (await get('/api/v1/charts/social.png?area=KEN&lang=zh')).arrayBuffer());
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630]);
  });
});

describe('the embed page', () => {
  it.each(charts)('shows %s to everybody, in a frame, without a cookie or a script', async (chart, query) => {
    const answer = await get(`/fr/embed/${chart}?${query}`, { cookie: '__Host-session=abc; session=abc' });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('set-cookie')).toBeNull();
    expect(answer.headers.get('content-security-policy')).toContain('frame-ancestors *');
    expect(answer.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
    const html = await answer.text();
    expect(html).not.toContain('<script');
    expect(html).toContain(`/api/v1/charts/${chart}.svg?`);
    expect(html).toMatch(/<table[^>]*>.*<caption/s);
    expect(html).toContain('href="/fr/');
  });

  it('is the only page that may be framed', async () => {
    for (const path of [
      '/en/',
      '/en/countries/KEN',
      '/en/embed/pie',
      '/en/sign-in',
      '/en/embed/trend?area=X',
    ]) {
      expect((await get(path)).headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    }
  });

  it('is told from under each chart, with the code to copy', async () => {
    const html = await (await get('/en/countries/KEN')).text();
    const code =
      /<code>(&lt;iframe.*?&lt;\/iframe>|&lt;iframe.*?&lt;\/iframe&gt;)<\/code>/s.exec(html)?.[1] ?? '';
    const address = /src="?(?:&quot;)?(http[^"&]+\/en\/embed\/\w+\?[^"]*?)(?:&quot;|")/.exec(code)?.[1] ?? '';
    const framed = await fetch(address.replaceAll('&amp;', '&').replaceAll('&amp;', '&'));
    expect(framed.status).toBe(200);
  });
});

describe('oEmbed', () => {
  const ask = (url: string, more = ''): Promise<Response> =>
    get(`/api/v1/oembed?url=${encodeURIComponent(running.url + url)}${more}`);

  it('is found from the page of a country, and gives the frame of its profile', async () => {
    const html = await (await get('/en/countries/KEN')).text();
    const link = /type="application\/json\+oembed" href="([^"]+)"/.exec(html)?.[1] ?? '';
    const answer = await fetch(link.replaceAll('&amp;', '&'));
    const told = (await answer.json()) as Record<string, unknown>;
    expect(told).toMatchObject({ version: '1.0', type: 'rich', width: 720, provider_name: 'IWW Progress' });
    expect(told['html']).toContain(`src="${running.url}/en/embed/profile?area=KEN"`);
  });

  it.each([
    ['/en/indicators/UI_NETUSE', '/en/embed/distribution?node=UI_NETUSE'],
    ['/ar/countries/KEN?indicator=UI_NETUSE', '/ar/embed/trend?area=KEN&amp;node=UI_NETUSE'],
    ['/en/issues/ACCESS', '/en/embed/distribution?node=ACCESS'],
    ['/en/embed/map?node=P2&year=2020', '/en/embed/map?node=P2&amp;year=2020'],
  ])('gives %s the frame of %s', async (page, frame) => {
    const { html } = (await (await ask(page)).json()) as { html: string };
    expect(html).toContain(`src="${running.url}${frame}"`);
  });

  it('keeps to the largest size that is asked for, and speaks XML', async () => {
    const answer = await ask('/en/countries/KEN', '&format=xml&maxwidth=400&maxheight=300');
    expect(answer.headers.get('content-type')).toContain('text/xml');
    const xml = await answer.text();
    expect(xml).toContain('<width>400</width><height>300</height>');
    expect(xml).toContain('&lt;iframe src=');
  });

  it.each([
    ['/en/method', '', 404, 'not_embeddable'],
    ['/xx/countries/KEN', '', 404, 'not_embeddable'],
    ['/en/countries/XYZ', '', 404, 'area_not_found'],
    ['/en/countries/KEN', '&format=yaml', 501, 'oembed_format'],
  ])('answers %s%s with %i', async (page, more, status, code) => {
    const answer = await ask(page, more);
    expect([answer.status, ((await answer.json()) as { type: string }).type]).toEqual([
      status,
      `/problems/${code}`,
    ]);
  });

  it('knows nothing of other sites', async () => {
    const answer = await get('/api/v1/oembed?url=https%3A%2F%2Fexample.org%2Fen%2Fcountries%2FKEN');
    expect(answer.status).toBe(404);
  });
});

describe('the head of a country page', () => {
  it('names a picture that is there, by a whole address', async () => {
    const html = await (await get('/en/countries/KEN')).text();
    const meta = (name: string): string =>
      new RegExp(`<meta (?:property|name)="${name}" content="([^"]*)"`)
        .exec(html)?.[1]
        ?.replaceAll('&amp;', '&') ?? '';
    expect([meta('og:title'), meta('twitter:card')]).toEqual(['Kenya', 'summary_large_image']);
    expect(meta('og:description').length).toBeGreaterThan(20);
    const image = await fetch(meta('og:image'));
    expect([image.status, image.headers.get('content-type')]).toEqual([200, 'image/png']);
  });
});
