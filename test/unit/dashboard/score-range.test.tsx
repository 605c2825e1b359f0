import { renderToString } from 'preact-render-to-string';
import { NodeFacts } from '../../../src/dashboard/parts/node-facts.js';
import { ScoreRange } from '../../../src/dashboard/parts/score-range.js';
import { wordsOf } from '../../../src/dashboard/words.js';
import type { NodeLine } from '../../../src/reports/report.js';
import { aNodeLine } from './report-parts.js';

const words = wordsOf('en');

describe('ScoreRange', () => {
  it('prints both ends as scores are printed', () => {
    const html = renderToString(<ScoreRange of={{ scoreLow: 57.95, scoreHigh: 64.1 }} words={words} />);
    expect(html).toContain('(58.0 to 64.1)');
  });

  it('prints nothing while the range is not known', () => {
    expect(renderToString(<ScoreRange of={{}} words={words} />)).toBe('');
  });
});

describe('NodeFacts', () => {
  const facts = (own: Partial<NodeLine>): string =>
    renderToString(<NodeFacts node={aNodeLine({ score: 50, ...own })} words={words} />);

  it('calls a grade provisional while the range is not known, and not after', () => {
    expect(facts({ grade: 'B', gradeProvisional: true })).toContain('data grade B, provisional<');
    expect(facts({ grade: 'B', gradeProvisional: false })).toContain('data grade B<');
  });

  it('says when a score lies outside of its own range', () => {
    expect(facts({ outsideInterval: true })).toContain('the score lies outside of its own range');
    expect(facts({ outsideInterval: false })).not.toContain('outside');
  });
});
