import { renderToString } from 'preact-render-to-string';
import type { ObservationReport } from '../../../src/reports/report.js';
import { FigurePage } from '../../../src/dashboard/pages/figure.page.js';
import { aFrame } from './a-frame.js';
import { aFigure } from './report-parts.js';

function aReport(parts: Partial<ObservationReport> = {}): ObservationReport {
  return {
    kind: 'observation',
    framework: 'iww',
    edition: '2026',
    methodVersion: '1.0',
    asOfYear: 2026,
    revision: 1,
    id: 'KEN.WO_DATACENTRES.2023.1.1',
    area: { code: 'KEN', name: 'Kenya', scored: true },
    indicator: {
      code: 'WO_DATACENTRES',
      name: 'Data centres',
      definition: '',
      unit: 'facilities per person',
    },
    figure: aFigure({ value: 14, year: 2023 }),
    tookPart: [],
    live: true,
    revisionFrom: 1,
    submission: { receipt: 'r', state: 'accepted', sha256: 's', receivedAt: '2026-11-23T06:00:00Z' },
    versions: [],
    beside: [],
    statements: [],
    ...parts,
  };
}

describe('FigurePage', () => {
  it('does not give a count the unit it has only after dividing by the population', () => {
    const html = renderToString(<FigurePage frame={aFrame()} report={aReport()} per={10_000_000} />);
    expect(html).toMatch(/<h1>14 <span class="of"><bdi>as reported<\/bdi> · 2023<\/span>/);
    expect(html).toContain('per 10,000,000 inhabitants (facilities per person)');
  });

  it('gives any other figure its unit', () => {
    const html = renderToString(<FigurePage frame={aFrame()} report={aReport()} />);
    expect(html).toMatch(/<h1>14 <span class="of"><bdi>facilities per person<\/bdi> · 2023<\/span>/);
    expect(html).not.toContain('inhabitants');
  });

  it('says who accepted it, and that the installation accepts only what came with it', () => {
    const decidedAt = '2026-11-23T06:00:00Z';
    const ofCommunity = (code: string) =>
      renderToString(
        <FigurePage
          frame={aFrame()}
          report={aReport({ decision: { decidedAt, communities: [{ code, name: 'Somebody' }] } })}
        />,
      );
    expect(ofCommunity('published-figures')).toContain('23 November 2026, by this installation');
    expect(ofCommunity('reviewers')).toContain('23 November 2026, by Somebody');
  });
});
