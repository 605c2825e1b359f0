import type { Browser } from 'playwright-core';
import { AccessService } from '../../src/access/access.service.js';
import { wordsOf } from '../../src/dashboard/words.js';
import { languages } from '../../src/language/language.js';
import { REVIEWING } from '../e2e/keys.js';
import { pdfText } from '../support/pdf-text.js';
import { startApp, type RunningApp } from '../support/running-app.js';
import { sampleName, sampleOf } from '../support/sample.js';
import { describeInBrowser, openBrowser } from './browser.js';
import { Visit } from './visit.js';

/** Initiatives of the seeds; one that is hidden waits for an administrator who knows that it exists. */
const ways = [
  { language: 'fr', community: 'cameroon-igf', country: 'CMR', hidden: false, script: true },
  { language: 'ar', community: 'tunisia-igf', country: 'TUN', hidden: true, script: false },
].filter(({ language }) => languages.includes(language));

const LINK = 'https://example.org/assembly-report';
const DESCRIPTION = { fr: 'Un forum ouvert à toutes et à tous.', ar: 'منتدى مفتوح للجميع.' };
/** In the reply, in letters that a reader of PDFs returns as they were written. */
const TOLD = 'DNSSEC';
const REPLY = {
  fr: `La consultation de mai sur ${TOLD} a réuni six villes.`,
  ar: `جمعت مشاورات مايو حول ${TOLD} ست مدن.`,
};

describeInBrowser('from a claim to the brief of a country, by keyboard alone', () => {
  let running: RunningApp;
  let browser: Browser;

  beforeAll(async () => {
    running = await startApp();
    browser = await openBrowser();
  }, 120_000);

  afterAll(async () => {
    await browser.close();
    await running.close();
  });

  it.each(sampleOf(ways, ways.length))(
    `is one way: $language, $community, with script: $script (${sampleName})`,
    async ({ language, community, country, hidden, script }) => {
      const words = wordsOf(language);
      const written = language as keyof typeof REPLY;
      const visits: Visit[] = [];
      const somebody = async (): Promise<Visit> => {
        const context = await browser.newContext({ javaScriptEnabled: script });
        const visit = new Visit(await context.newPage(), running.url, language);
        visits.push(visit);
        return visit;
      };
      const holder = async (request: Parameters<AccessService['createKey']>[0]): Promise<Visit> => {
        const visit = await somebody();
        await visit.signIn((await running.app.get(AccessService).createKey(request)).key);
        return visit;
      };

      const member = await somebody();
      await member.open(hidden ? 'claim' : `claim?community=${community}`, 'claim');
      await member.keys.write('#initiative', community);
      await member.keys.write('#person', 'Ngono');
      await member.keys.write('#address', 'ngono@example.org');
      await member.keys.write('#evidence', LINK);
      await member.keys.tick('#conduct');
      await member.press('form[action$="/claim"] button', 'claim-sent');

      const administrator = await holder({ globalRoles: ['administrator'], name: 'Ada' });
      if (hidden) {
        await administrator.open(`administration/communities/${community}`);
        await administrator.step('confirmation');
      }
      await administrator.open('administration/claims', 'claims');
      await administrator.keys.write('[id^=community-]', community);
      await administrator.step('confirmation', 'fresh-key');
      await member.signIn((await administrator.page.textContent('.secret')) ?? '');

      await member.open(`communities/${community}/profile`, 'profile');
      const profile = 'form[action$="/profile/description"]';
      await member.keys.write(`#description\\.${language}`, DESCRIPTION[written]);
      await member.keys.tick(`${profile} [name=consent]`);
      await member.press(`${profile} button[type=submit]`, 'profile-shown');

      await member.open(`assess?country=${country}`, 'assess');
      await member.keys.choose('#place', `${community} ${country}`);
      await member.keys.choose('#year', '2025');
      await member.press('form[action$="/assess"] button', 'assess-indicators');
      await member.keys.tick('[name=indicator][value=CA_LANGUAGES]');
      await member.keys.tick('[name=indicator][value=CA_YOUTH]');
      await member.step('indicators', 'assess-groups');
      await member.keys.write('#persons\\.government', '12');
      await member.keys.write('#persons\\.civil_society', '3');
      await member.keys.choose('#confidence', 'high');
      await member.step('groups', 'assess-question');
      for (const question of ['CA_LANGUAGES', 'CA_YOUTH']) {
        await member.keys.pick('level', '3');
        await member.keys.write('#evidence', `${LINK}#${question}`);
        await member.step(question);
      }
      await member.open(new URL(member.page.url()).pathname.split('/').slice(2).join('/'), 'assess-check');
      await member.step('check', 'assess-sent');
      const { receipt } = member;

      const reviewer = await holder({ community: REVIEWING, roles: ['reviewer'], name: 'Salma' });
      await reviewer.open(`review/${receipt}`, 'review-assessment');
      await reviewer.decide('accept', LINK);
      await member.open(`countries/${country}?indicator=CA_YOUTH`, 'country-assessed');
      expect(await member.page.textContent('main')).toContain(words.value(3));
      await member.open(`countries/${country}/explain/CA_YOUTH`, 'explanation-assessed');
      const assessed = member.page.locator(
        'table:near(#assessments) tbody tr, #assessments ~ table tbody tr',
      );
      const line = (await assessed.first().textContent()) ?? '';
      expect(line).toContain(words.year(2025));
      expect(line).not.toContain(words.value(12));

      const colleague = await holder({ community, roles: ['submitter'], name: 'Eyenga' });
      await colleague.open(`statements/new?area=${country}`, 'acceptance');
      await colleague.keys.tick('#agree');
      await colleague.press('form[action$="/conduct/acceptance"] button', 'statement-form');
      await colleague.keys.write(`#texts\\.${language}`, REPLY[written]);
      await colleague.press('form[action$="/statements"] button[type=submit]', 'statement-waits');
      const statement = new URL(colleague.page.url()).pathname.split('/').at(-1) ?? '';

      const moderator = await holder({ globalRoles: ['moderator'], name: 'Mona' });
      await moderator.open('moderation/waiting', 'moderation-waiting');
      await moderator.press(`a[href$="/statements/${statement}"]`, 'statement-to-decide');
      await moderator.press('[name=decision][value=publish]', 'statement-published');
      await member.open(`countries/${country}`, 'country-replied');
      expect(await member.page.textContent('main')).toContain(REPLY[written]);
      expect(await member.page.textContent('main')).toContain(DESCRIPTION[written]);

      for (const page of [`countries/${country}/letter`, 'participation', `follow?country=${country}`])
        await member.open(page, page);
      const api = `${running.url}/api/v1`;
      const brief = await fetch(`${api}/reports/countries/${country}.pdf?lang=${language}`);
      const text = await pdfText(await brief.arrayBuffer());
      const { name } = (await (await fetch(`${api}/communities/${community}`)).json()) as { name: string };
      expect(text).toContain(name);
      expect(text).toContain(TOLD);
      expect(visits.flatMap(({ faults }) => faults)).toEqual([]);
    },
    180_000,
  );
});
