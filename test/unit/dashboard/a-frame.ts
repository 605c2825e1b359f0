import type { Frame } from '../../../src/dashboard/layout.js';
import { wordsOf } from '../../../src/dashboard/words.js';
import { aCatalogue } from '../scoring/a-catalogue.js';

export function aFrame(own: Partial<Frame> = {}): Frame {
  const { framework, method } = aCatalogue();
  return {
    words: wordsOf('en'),
    assets: {},
    named: (_kind, { name }) => name,
    framework,
    method,
    revision: 1,
    ...own,
  };
}
