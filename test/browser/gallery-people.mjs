const SENDING = 'african-igf';
const REVIEWING = 'arab-igf';
const PEOPLE = {
  submitter: { community: SENDING, roles: ['submitter'] },
  reviewer: { community: REVIEWING, roles: ['reviewer'] },
};
const HEADS = 'country,indicator,year,value,source,note';
const SENT = [HEADS, 'KEN,UI_HHNET,2023,37.5,Survey,', 'KEN,UI_FBB,2023,1.9,Survey,From the regulator'].join(
  '\n',
);
const DRAFT = [HEADS, 'KEN,UI_HHNET,2024,38.5,Survey,', 'KEN,UI_FBB,2024,many,Survey,'].join('\n');

/**
 * Somebody of each role, signed in: a submission waits for a decision, and its sender has a draft with faults.
 * @param key of an administrator
 * @returns a browser context for each role, and the receipts
 */
export async function signInAll(browser, url, key) {
  const people = await Promise.all(
    Object.entries(PEOPLE).map(async ([role, asked]) => {
      const { key: own } = await post(`${url}/api/v1/keys`, key, JSON.stringify({ ...asked, name: role }));
      return { role, own, context: await signedIn(browser, url, own) };
    }),
  );
  people.push({ role: 'administrator', own: key, context: await signedIn(browser, url, key) });
  const [submitter] = people;
  const address = `${url}/api/v1/submissions?community=${SENDING}`;
  const { receipt: waiting } = await post(address, submitter.own, SENT, 'text/csv');
  return { people, receipts: { waiting, draft: await draft(submitter.context, url) } };
}

async function signedIn(browser, url, key) {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${url}/en/sign-in`);
  await page.fill('#key', key);
  await Promise.all([page.waitForNavigation(), page.press('#key', 'Enter')]);
  await page.close();
  return context;
}

async function draft(context, url) {
  const page = await context.newPage();
  await page.goto(`${url}/en/contribute`);
  await page.setInputFiles('#file', { name: 'survey.csv', mimeType: 'text/csv', buffer: Buffer.from(DRAFT) });
  await Promise.all([page.waitForNavigation(), page.click('#send form button')]);
  const receipt = new URL(page.url()).pathname.split('/').at(-1);
  await page.close();
  return receipt;
}

async function post(address, key, body, type = 'application/json') {
  const headers = { authorization: `Bearer ${key}`, 'content-type': type };
  const answer = await fetch(address, { method: 'POST', headers, body });
  if (!answer.ok) throw new Error(`${address}: ${String(answer.status)} ${await answer.text()}`);
  return await answer.json();
}
