import { askedMoment, keepMoment, momentQuery } from '../../../src/dashboard/asked-moment.js';

const ASKED = { release: '2026-1', asOf: undefined };

describe('the moment that a page is asked for', () => {
  it.each([
    ['/en/countries/KEN?release=2026-1', { release: '2026-1' }, ASKED],
    ['/en/', { asOf: '17' }, { release: undefined, asOf: '17' }],
    ['/fr', { release: ['2026-1', '2026-2'] }, ASKED],
    ['/en/goals/P2.1', { release: '' }, { release: undefined, asOf: undefined }],
    ['/en/review', { release: '2026-1' }, {}],
    ['/en/observations/KEN.UI_NETUSE.2023.3.1', { release: '2026-1' }, {}],
  ])('is read at %s', (url, query, moment) => {
    expect(askedMoment({ url, query })).toEqual(moment);
  });

  it('is written as a query, a plus sign included', () => {
    expect(momentQuery({ asOf: '2026-11-01T00:00:00+03:00' })).toBe(
      '?asOf=2026-11-01T00%3A00%3A00%2B03%3A00',
    );
    expect(momentQuery({})).toBe('');
  });
});

describe('a page of a moment', () => {
  it.each([
    ['<a href="/en/countries/KEN">', '<a href="/en/countries/KEN?release=2026-1">'],
    ['<a href="/en/">', '<a href="/en/?release=2026-1">'],
    [
      '<a class="x" href="/ar/indicators/A?area=KEN#charts">',
      '<a class="x" href="/ar/indicators/A?area=KEN&amp;release=2026-1#charts">',
    ],
    [
      '<img src="/api/v1/charts/trend.svg?area=KEN&amp;node=A#chart">',
      '<img src="/api/v1/charts/trend.svg?area=KEN&amp;node=A&amp;release=2026-1#chart">',
    ],
    [
      '<a href="/api/v1/reports/countries/KEN.csv">',
      '<a href="/api/v1/reports/countries/KEN.csv?release=2026-1">',
    ],
    [
      '<form method="get" action="#x">',
      '<form method="get" action="#x"><input type="hidden" name="release" value="2026-1"/>',
    ],
  ])('keeps it in %s', (html, kept) => {
    expect(keepMoment(html, ASKED)).toBe(kept);
    expect(keepMoment(html, {})).toBe(html);
  });

  it.each([
    '<a href="/en/sign-in">',
    '<a href="/en/observations/KEN.A.2023.3.1">',
    '<a href="/en/countriesque">',
    '<a href="https://example.org/en/countries/KEN">',
    '<a href="#main">',
    '<a href="?">',
    '<link href="/assets/style-1.css">',
    '<form method="post" action="/en/countries">',
    '<script type="application/json">{"text":"href=\\"/en/countries/KEN\\""}</script>',
  ])('leaves %s as it is', (html) => {
    expect(keepMoment(html, ASKED)).toBe(html);
  });

  it('writes nothing that closes the field it stands in', () => {
    const hostile = keepMoment('<form method="get">', { release: '"><script>' });
    expect(hostile).toBe(
      '<form method="get"><input type="hidden" name="release" value="&quot;>&lt;script>"/>',
    );
  });
});
