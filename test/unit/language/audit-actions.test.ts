import { readdirSync, readFileSync } from 'node:fs';
import { sourceLanguage } from '../../../src/language/language.js';
import { messages } from '../../../src/language/messages.js';
import { OUTCOME } from '../../../src/submissions/reviewing/review.js';

/** What is put together from a code (step.service.ts). */
const STEPS = [...Object.values(OUTCOME), 'withdrawn', 'corrected'].map((code) => `submission.${code}`);

/** Names of actions in the sources that write to the audit trail: literals such as 'key.revoked'. */
const written = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => readFileSync(`src/${file}`, 'utf8'))
  .filter((source) => /\/audit(?:\.repository|-entry)\.js'/.test(source))
  .flatMap((source) => [...source.matchAll(/'([a-z]+\.[a-z_]+)'/g)].map(([, action = '']) => action));

describe('the audit trail', () => {
  it('has words for each action that is written to it, and for no other', () => {
    const named = [...(messages.get(sourceLanguage)?.keys() ?? [])]
      .filter((key) => key.startsWith('audit.action.'))
      .map((key) => key.slice('audit.action.'.length));
    expect(written.length).toBeGreaterThan(30);
    expect(named.toSorted()).toEqual([...new Set([...written, ...STEPS])].toSorted());
  });
});
