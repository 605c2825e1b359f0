import { readMethodChapters } from '../../src/reports/method-chapters.js';
import { startApp, type RunningApp } from '../support/running-app.js';

const chapters = readMethodChapters();
let app: RunningApp;

beforeAll(async () => {
  app = await startApp();
}, 120_000);

afterAll(async () => {
  await app.close();
});

const read = async (path: string): Promise<{ readonly status: number; readonly html: string }> => {
  const answer = await fetch(app.url + path);
  return { status: answer.status, html: await answer.text() };
};

describe('the pages of the method', () => {
  it('are all listed on the outline, in order', async () => {
    const { html } = await read('/en/method');
    const linked = [...html.matchAll(/href="\/en\/method\/([^"]+)"/g)].map(([, code]) => code);
    expect(linked).toEqual(chapters.map(({ code }) => code));
  });

  it.each(chapters)(
    '$code shows what the engine answers, which is what is written',
    async ({ code, title }) => {
      const { status, html } = await read(`/en/method/${code}`);
      expect(status).toBe(200);
      expect(html).toContain(`<h1>${title}</h1>`);
      expect(html).toContain('As calculated now');
      expect(html).not.toContain('Other settings are in force');
      expect(html).not.toMatch(/```|NaN|undefined|\[object/);
      const addresses = [...html.matchAll(/href="(\/en\/[^"]*)"/g)].map(([, address = '']) => address);
      for (const address of new Set(addresses))
        expect([address, (await read(address)).status]).toEqual([address, 200]);
    },
  );

  it('says so, and what is near, where there is no such rule', async () => {
    const { status, html } = await read('/en/method/levl');
    expect(status).toBe(404);
    expect(html).toContain('There is no rule “levl” in the method. Did you mean level?');
  });
});
