import { createRequire } from 'node:module';
import { Script } from 'node:vm';
import fc from 'fast-check';

// Runs bundled unit tests in a process of its own until one fails, with the same `expect` as the ordinary run and the least that
// `describe` and `it` need. Properties run with a fixed seed, so that what survives once survives always.

const fromJest = createRequire(createRequire(import.meta.url).resolve('jest'));
const { expect } = fromJest('expect');
const MOST_RUNS = 100;

const settled = (options) => ({ ...options, seed: 1, numRuns: Math.min(MOST_RUNS, options?.numRuns ?? 100) });
const seeded = { ...fc, assert: (property, options) => fc.assert(property, settled(options)) };
const asModule = { __esModule: true, ...seeded, default: seeded };

process.on('message', async (bundle) => {
  const tests = [];
  let title = '';
  const describe = (name, define) => {
    const outer = title;
    title = `${outer}${name} > `;
    define();
    title = outer;
  };
  const it = (name, test) => tests.push({ name: title + name, test });
  it.each = (rows) => (name, test) =>
    rows.forEach((row) => it(name, () => test(...(Array.isArray(row) ? row : [row]))));
  try {
    const run = new Script(`(function (require, describe, it, expect) {${bundle}\n})`).runInThisContext();
    run((name) => (name === 'fast-check' ? asModule : fromJest(name)), describe, it, expect);
    for (const { name, test } of tests) {
      title = name;
      await test();
    }
    process.send({ passed: tests.length });
  } catch (error) {
    process.send({ failed: title, message: String(error?.message ?? error) });
  }
});
process.once('disconnect', () => process.exit());
