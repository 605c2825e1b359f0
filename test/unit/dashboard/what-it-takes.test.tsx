import { renderToString } from 'preact-render-to-string';
import { WhatItTakesTable } from '../../../src/dashboard/parts/what-it-takes.js';
import type { CountryReport } from '../../../src/reports/report.js';
import type { WhatItTakes } from '../../../src/reports/what-it-takes.js';
import { aFrame } from './a-frame.js';

const open: WhatItTakes = {
  indicator: 'UI_NETUSE',
  name: 'Individuals using the Internet',
  unit: '%',
  value: 40,
  year: 2024,
  target: 95,
  targetYear: 2030,
  required: { pointsPerYear: 9.4, unitPerYear: 9.1667 },
  ownPast: { factor: 2.35, pointsPerYear: 4 },
  peers: {
    group: { code: 'LOW', kind: 'income_group', name: 'Low income' },
    withPace: 9,
    fastest: [{ code: 'AAA', name: 'Aland', pointsPerYear: 8 }],
    factor: 1.1,
  },
};

function html(...ways: readonly WhatItTakes[]): string {
  const report = { area: { code: 'KEN', name: 'Kenya' }, whatWouldItTake: ways } as unknown as CountryReport;
  return renderToString(<WhatItTakesTable report={report} frame={aFrame()} />);
}

describe('WhatItTakesTable', () => {
  it('says the pace needed, beside the own past and the fastest peers by name', () => {
    const page = html(open);
    for (const text of ['95 by 2030', '9.17 a year', '2.4 times', '1.1 times']) expect(page).toContain(text);
    expect(page).toContain('<a href="/en/regions/LOW">Low income</a>: ');
    expect(page).toContain('<a href="/en/countries/AAA/explain/UI_NETUSE#pace">Aland</a>');
  });

  it('never says "0.0 times"', () => {
    expect(html({ ...open, ownPast: { factor: 0.01 } })).toContain('less than 0.1 times');
  });

  it('says why there is nothing to compare with', () => {
    const page = html({
      ...open,
      ownPast: { missing: 'TOO_FEW_VALUES' },
      peers: { withPace: 2, fastest: [], missing: 'TOO_FEW_PEERS' },
    });
    expect(page).toContain('fewer than three figures');
    expect(page).toContain('too few countries to compare');
  });

  it('says that no time is left, and is left out where no target is open', () => {
    const { required: _, ...passed } = open;
    expect(html({ ...passed, missing: 'TARGET_YEAR_PASSED' })).toContain('The target year has come.');
    expect(html()).toBe('');
  });
});
