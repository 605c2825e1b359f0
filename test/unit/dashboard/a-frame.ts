import type { Frame } from '../../../src/dashboard/layout.js';
import { wordsOf } from '../../../src/dashboard/words.js';
import { aCatalogue } from '../scoring/a-catalogue.js';

export function aFrame(own: Partial<Frame> = {}): Frame {
  const { framework, method } = aCatalogue();
  return {
    words: wordsOf('en'),
    assets: {},
    named: (_kind, { name }) => name,
    told: (_kind, _code, _field, english) => english,
    phrase: (english) => english,
    unit: (english) => english,
    framework,
    method,
    path: '',
    operator: {},
    revision: 1,
    ...own,
  };
}
