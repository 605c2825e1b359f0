import { startApp, type RunningApp } from '../support/running-app.js';
import { sampleName } from '../support/sample.js';
import { contribute } from './same-numbers/contribute.js';
import { countryNumbers } from './same-numbers/countries.cases.js';
import { readFrom } from './same-numbers/forms.js';
import { groupNumbers } from './same-numbers/groups.cases.js';
import { nodeNumbers } from './same-numbers/nodes.cases.js';
import { twoClicks } from './same-numbers/two-clicks.cases.js';

/**
 * One report, four forms: the table carries the numbers of the object to the last digit, pages and briefs print them
 * rounded and no other way; and every number of a country leads to the figures it stands on.
 */
let running: RunningApp;
let firstRevision: number;

beforeAll(async () => {
  running = await startApp();
  readFrom(running.url);
  firstRevision = await contribute(running);
}, 120_000);

afterAll(() => running.close());

describe(`the same numbers in every form (${sampleName})`, () => {
  countryNumbers();
  nodeNumbers();
  groupNumbers(() => firstRevision);
});

describe('the way from a number', () => {
  twoClicks();
});
