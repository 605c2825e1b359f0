import { setTimeout } from 'node:timers/promises';
import { AccessService } from '../../../src/access/access.service.js';
import type { Actor } from '../../../src/access/actor.js';
import { ContributorService } from '../../../src/access/contributor.service.js';
import { ModerationService } from '../../../src/communities/moderation/moderation.service.js';
import { ProfileService } from '../../../src/communities/profile.service.js';
import { StatementService } from '../../../src/communities/statement.service.js';
import { AcceptanceService } from '../../../src/observations/acceptance.service.js';
import { Problem } from '../../../src/platform/problem.js';
import { ContactService } from '../../../src/submissions/notices/contact.service.js';
import { NewsRepository } from '../../../src/submissions/notices/news.repository.js';
import { NoticeMailRepository } from '../../../src/submissions/notices/notice-mail.repository.js';
import { NoticeMailService } from '../../../src/submissions/notices/notice-mail.service.js';
import { NoticeReminderService } from '../../../src/submissions/notices/notice-reminder.service.js';
import { NoticeRoundService } from '../../../src/submissions/notices/notice-round.service.js';
import { ReceiptService } from '../../../src/submissions/receipt.service.js';
import { ReceiveService } from '../../../src/submissions/receiving/receive.service.js';
import { ReviewService } from '../../../src/submissions/reviewing/review.service.js';
import { WithdrawalService } from '../../../src/submissions/reviewing/withdrawal.service.js';
import { startMailServer, type MailServer, type ReceivedMail } from '../../support/mail-server.js';
import { openRooms, type Rooms } from '../../support/rooms.js';
import { unguarded } from '../../support/unguarded.js';

const PUBLIC = 'https://progress.example.org';
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

let post: MailServer;
let rooms: Rooms;
let sender: Actor;
let reviewer: Actor;

beforeEach(async () => {
  post = await startMailServer();
  rooms = await openRooms({
    SMTP_URL: post.url,
    IWW_MAIL_FROM: 'progress@example.org',
    IWW_PUBLIC_URL: PUBLIC,
  });
  sender = await rooms.actor('african-igf', 'submitter');
  reviewer = await rooms.actor('arab-igf', 'reviewer');
});
afterEach(async () => {
  await rooms.close();
  await post.stop();
});

/** Sends what is due as if it were so many milliseconds later, and gives what the mail server took. */
async function mailsAfter(milliseconds = MINUTE): Promise<readonly ReceivedMail[]> {
  await rooms.get(NoticeMailService).sendDue(new Date(Date.now() + milliseconds));
  return post.taken();
}

const tokenIn = (text = ''): string => /\/contact\/([\w-]{22})/.exec(text)?.[1] ?? '';

/** Leaves an address for somebody and confirms it by the link in the mail. */
async function reachable(actor: Actor, address: string): Promise<string> {
  await rooms.get(ContactService).set(actor, { address, language: 'en' });
  const token = tokenIn((await mailsAfter())[0]?.text);
  await rooms.get(ContactService).confirm(token);
  return token;
}

let count = 0;
async function send(): Promise<string> {
  count += 1;
  const report = await rooms.get(ReceiveService).receive({
    actor: sender,
    channel: 'api',
    content: {
      rows: [
        { country: 'KEN', indicator: 'UI_NETUSE', year: 2020, value: 35 + count / 10, source: 'Survey' },
      ],
    },
    fileName: 'figures.csv',
    mediaType: 'application/json',
    limits: { rows: 10 },
  });
  if (report.receipt === undefined) throw new Error('It was not received');
  return report.receipt;
}

const sayReturn = {
  decision: 'return',
  text: 'Which survey is it?',
  cells: [{ row: 1, column: 'source' }],
} as const;

async function auditOf(action: string): Promise<readonly unknown[]> {
  const rows = await rooms.database.dataSource.query<{ detail: unknown }[]>(
    'SELECT detail FROM audit_entry WHERE action = $1',
    [action],
  );
  return rows.map(({ detail }) => detail);
}

describe('mails about submissions', () => {
  it('ask to confirm an address before anything else is sent there', async () => {
    await rooms.get(ContactService).set(sender, { address: 'sender@example.org', language: 'en' });
    await send();
    const [question, ...others] = await mailsAfter();
    expect(others).toEqual([]);
    expect(question).toMatchObject({ to: 'sender@example.org', from: 'progress@example.org' });
    expect(question?.text).toContain(`${PUBLIC}/en/contact/`);

    await rooms.get(ContactService).confirm(tokenIn(question?.text));
    await send();
    expect(await mailsAfter()).toHaveLength(1);
  });

  it('tell members of the community of each step, and nobody else', async () => {
    await reachable(sender, 'sender@example.org');
    await reachable(await rooms.actor('african-igf', 'reviewer'), 'colleague@example.org');
    await reachable(reviewer, 'reviewer@example.org');
    const receipt = await send();
    await rooms.get(ReviewService).returnOrReject(reviewer, receipt, sayReturn);
    await rooms.get(WithdrawalService).withdraw(sender, receipt);
    const mails = await mailsAfter();
    expect(mails.map(({ to }) => to).sort()).toEqual([
      ...Array<string>(3).fill('colleague@example.org'),
      ...Array<string>(3).fill('sender@example.org'),
    ]);
    const text = mails.map((mail) => mail.text).join('\n');
    expect(text).toContain('Subject: Received: figures.csv');
    expect(text).toContain('names one cell to correct: “Which survey is it?”');
    expect(text).toContain(`${PUBLIC}/en/submissions/${receipt}`);
    expect(text).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
    expect(text).toContain('Content-Type: text/plain; charset=utf-8');
  });

  it('tell nothing more to who left the community', async () => {
    await reachable(sender, 'sender@example.org');
    const colleague = await rooms.actor('african-igf', 'reviewer');
    await reachable(colleague, 'colleague@example.org');
    await rooms.get(ContributorService).leave('operator', colleague.contributorId, 'african-igf');
    await send();
    expect((await mailsAfter()).map(({ to }) => to)).toEqual(['sender@example.org']);
  });

  it('reach the status of the submission as well, in the order of the steps', async () => {
    const receipt = await send();
    await rooms.get(AcceptanceService).accept(reviewer, receipt);
    const { notices } = await rooms.get(ReceiptService).read(undefined, receipt);
    expect(notices.map(({ code }) => code)).toEqual(['received', 'accepted']);
  });

  it('keep the address out of every table but its own', async () => {
    await reachable(sender, 'sender@example.org');
    post.refuse('sender@example.org', 450);
    await send();
    await mailsAfter();
    post.refuse('sender@example.org', 550);
    await mailsAfter(3 * MINUTE);
    const tables = rooms.database.dataSource.entityMetadatas.map(({ tableName }) => tableName);
    const naming = [];
    for (const table of tables) {
      const [row] = await rooms.database.dataSource.query<{ found: boolean }[]>(
        `SELECT EXISTS (SELECT FROM "${table}" t WHERE t::text LIKE '%sender@example.org%') AS found`,
      );
      if (row?.found === true) naming.push(table);
    }
    expect(naming).toEqual(['contact']);
  });

  it('wait while the mail server is down, and are sent when it is back', async () => {
    await reachable(sender, 'sender@example.org');
    await post.stop();
    await send();
    expect(await mailsAfter()).toEqual([]);
    await post.start();
    expect(await mailsAfter(2 * MINUTE)).toEqual([]);
    expect(await mailsAfter(4 * MINUTE)).toHaveLength(1);
    expect(await mailsAfter(DAY)).toEqual([]);
  });

  it('are tried again when the process dies while it sends', async () => {
    await reachable(sender, 'sender@example.org');
    await send();
    expect(await rooms.get(NoticeMailRepository).claim(new Date(Date.now() + MINUTE))).toBeDefined();
    expect(await mailsAfter(2 * MINUTE)).toEqual([]);
    expect(await mailsAfter(4 * MINUTE)).toHaveLength(1);
  });

  it('are given up at once when the server will have nothing of their reader, and that is on record', async () => {
    await reachable(sender, 'sender@example.org');
    post.refuse('sender@example.org', 550);
    const receipt = await send();
    await mailsAfter();
    post.refuse(undefined);
    expect(await mailsAfter(30 * DAY)).toEqual([]);
    expect(await auditOf('mail.given_up')).toEqual([
      { about: 'received', receipt, attempts: 1, failure: 'EENVELOPE 550' },
    ]);
  });

  it('are given up after the last of seven tries', async () => {
    await reachable(sender, 'sender@example.org');
    post.refuse('sender@example.org', 451);
    await send();
    for (let day = 1; day <= 6; day++) await mailsAfter(day * 2 * DAY);
    expect(await auditOf('mail.given_up')).toEqual([]);
    await mailsAfter(14 * DAY);
    expect(await auditOf('mail.given_up')).toMatchObject([{ attempts: 7, failure: 'EENVELOPE 451' }]);
  });

  it('go out once each when two processes send at once', async () => {
    await reachable(sender, 'sender@example.org');
    for (let times = 0; times < 10; times++) await send();
    const now = new Date(Date.now() + MINUTE);
    const mail = rooms.get(NoticeMailService);
    const sent = await Promise.all([mail.sendDue(now), mail.sendDue(now)]);
    expect(Math.min(...sent)).toBeGreaterThan(0);
    const ids = post.taken().map(({ text }) => /Message-ID: (.*)/i.exec(text)?.[1]);
    expect(ids).toHaveLength(10);
    expect(new Set(ids).size).toBe(10);
  });

  it('end when their reader says so, also those that wait', async () => {
    const token = await reachable(sender, 'sender@example.org');
    await send();
    await rooms.get(ContactService).end(token);
    expect(await mailsAfter()).toEqual([]);
    await expect(rooms.get(ContactService).read(sender)).rejects.toMatchObject({ code: 'contact_not_found' });
    await rooms.get(ContactService).end(token);
  });

  it('go out by themselves once the server runs', async () => {
    await reachable(sender, 'sender@example.org');
    await send();
    rooms.get(NoticeRoundService).start();
    let mails: readonly ReceivedMail[] = [];
    while (mails.length === 0) {
      await setTimeout(20);
      mails = post.taken();
    }
    expect(mails[0]?.to).toBe('sender@example.org');
  });

  it('are forgotten after a month, and the address a month after its key has ended', async () => {
    await reachable(sender, 'sender@example.org');
    await reachable(reviewer, 'reviewer@example.org');
    const { dataSource } = rooms.database;
    const contributors = async (table: string): Promise<readonly number[]> =>
      (
        await dataSource.query<{ contributor_id: number }[]>(
          `SELECT contributor_id FROM ${table} ORDER BY contributor_id`,
        )
      ).map(({ contributor_id: id }) => id);
    await unguarded(dataSource, 'UPDATE api_key SET revoked_at = now() WHERE contributor_id = $1', [
      sender.contributorId,
    ]);
    const both = [sender.contributorId, reviewer.contributorId];
    await rooms.get(NoticeRoundService).look(new Date(Date.now() + 29 * DAY));
    expect([await contributors('mail'), await contributors('contact')]).toEqual([both, both]);
    await rooms.get(NoticeRoundService).look(new Date(Date.now() + 31 * DAY));
    expect([await contributors('mail'), await contributors('contact')]).toEqual([
      [],
      [reviewer.contributorId],
    ]);
  });

  it('end when the key of their reader does', async () => {
    await reachable(sender, 'sender@example.org');
    await send();
    await unguarded(
      rooms.database.dataSource,
      'UPDATE api_key SET revoked_at = now() WHERE contributor_id = $1',
      [sender.contributorId],
    );
    expect(await mailsAfter()).toEqual([]);
  });
});

describe('the contact of somebody', () => {
  it('needs no new confirmation when only its language changes', async () => {
    await reachable(sender, 'sender@example.org');
    const same = { address: ' sender@example.org ', language: 'en' };
    expect(await rooms.get(ContactService).set(sender, same)).toEqual({ language: 'en', isConfirmed: true });
    const other = { address: 'other@example.org', language: 'en' };
    expect(await rooms.get(ContactService).set(sender, other)).toEqual({
      language: 'en',
      isConfirmed: false,
    });
  });

  it('asks at most five times a day whether an address is right', async () => {
    const set = (number: number) =>
      rooms.get(ContactService).set(sender, { address: `a${String(number)}@example.org`, language: 'en' });
    for (let number = 1; number <= 5; number++) await set(number);
    await expect(set(6)).rejects.toMatchObject({ code: 'too_many_confirmations', status: 429 });
    expect((await mailsAfter()).map(({ to }) => to)).toEqual(['a5@example.org']);
  });

  it.each([
    '',
    'nobody',
    'a b@example.org',
    'a@example.org, b@example.org',
    'A <a@example.org>',
    'a@x\r\nBcc: b@x',
  ])('is not “%s”, and the refusal does not repeat it', async (address) => {
    const refusal: unknown = await rooms
      .get(ContactService)
      .set(sender, { address, language: 'en' })
      .catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(Problem);
    expect(refusal).toMatchObject({ code: 'not_a_mail_address', status: 422, params: {} });
  });
});

describe('mails about statements', () => {
  it('reach moderators of the other side, and those who sent it once it is decided', async () => {
    const moderator = await globally('moderator', 'moderator@example.org');
    const member = await rooms.actor('argentina-igf', 'submitter');
    await reachable(member, 'member@example.org');
    await reachable(sender, 'sender@example.org');
    await globally('administrator', 'administrator@example.org');
    await mailsAfter();
    const statements = rooms.get(StatementService);
    const texts = { en: 'The survey of 2025 is not counted yet.' };
    const { id } = await statements.send(member, { area: 'ARG', subject: 'country', texts });
    await news();
    const [waits, ...others] = await mailsAfter();
    expect([waits?.to, others]).toEqual(['moderator@example.org', []]);
    expect(waits?.text).toContain(`${PUBLIC}/en/statements/${id}`);
    await news(8 * DAY);
    expect((await mailsAfter()).map(({ to }) => to)).toEqual(['administrator@example.org']);
    const decision = { decision: 'decline', reasonCode: 'off_topic', text: 'Which figure?' };
    await statements.decide(moderator, id, decision);
    await Promise.all([news(), news()]);
    const decided = await mailsAfter();
    expect(decided.map(({ to }) => to)).toEqual(['member@example.org']);
    expect(decided[0]?.text).toContain('“Which figure?”');
    await news();
    expect(await mailsAfter()).toEqual([]);
  });

  it('reach moderators and its side when a text is held, and its side when it is shown', async () => {
    const moderator = await globally('moderator', 'moderator@example.org');
    const member = await rooms.actor('argentina-igf', 'submitter');
    await reachable(member, 'member@example.org');
    const words = { en: 'The government of Argentina failed. The ministry is to blame.' };
    await rooms.get(ProfileService).write(member, 'argentina-igf', 'description', words, true);
    await news();
    expect((await mailsAfter()).map(({ to, text }) => [to, /Subject: (.*)/.exec(text)?.[1]]).sort()).toEqual([
      ['member@example.org', 'A text is held for a moderator'],
      ['moderator@example.org', 'A text waits for a moderator'],
    ]);
    const [held] = await rooms.get(ModerationService).waiting(moderator);
    await rooms.get(ModerationService).take(moderator, held?.id ?? '', { step: 'show' });
    await news();
    const [shown, ...others] = await mailsAfter();
    expect([shown?.to, others]).toEqual(['member@example.org', []]);
    expect(shown?.text).toContain(`${PUBLIC}/en/moderation/cases/${held?.id ?? ''}`);
  });

  const news = (later = MINUTE): Promise<void> =>
    rooms.get(NewsRepository).gather(new Date(Date.now() + later));

  async function globally(role: string, address: string): Promise<Actor> {
    const access = rooms.get(AccessService);
    const { key } = await access.createKey({ globalRoles: [role], name: role, acceptsConduct: 'operator' });
    const actor = (await access.actorOf(key)) as Actor;
    await reachable(actor, address);
    return actor;
  }
});

describe('what waits for a decision', () => {
  const remindAfter = (days: number): Promise<void> =>
    rooms.get(NoticeReminderService).remind(new Date(Date.now() + days * DAY + MINUTE));
  const codesOf = async (receipt: string): Promise<readonly string[]> =>
    (await rooms.get(ReceiptService).read(sender, receipt)).notices.map(({ code }) => code);

  it('reminds reviewers of other communities after seven days, once', async () => {
    await reachable(sender, 'sender@example.org');
    await reachable(await rooms.actor('african-igf', 'reviewer'), 'own-reviewer@example.org');
    await reachable(reviewer, 'reviewer@example.org');
    const receipt = await send();
    await mailsAfter();
    await remindAfter(6);
    expect(await codesOf(receipt)).toEqual(['received']);
    await Promise.all([remindAfter(7), remindAfter(7)]);
    await remindAfter(8);
    expect(await codesOf(receipt)).toEqual(['received', 'reviewers_reminded']);
    expect((await mailsAfter()).map(({ to }) => to)).toEqual(['reviewer@example.org']);
  });

  it('reaches administrators after fourteen days', async () => {
    await send();
    const receipt = await send();
    await rooms.get(WithdrawalService).withdraw(sender, receipt);
    const waiting = await send();
    await remindAfter(14);
    expect(await codesOf(waiting)).toEqual(['received', 'reviewers_reminded', 'administrators_told']);
    expect(await codesOf(receipt)).toEqual(['received', 'withdrawn']);
  });
});

describe('an installation without a mail server', () => {
  it('keeps no address', async () => {
    const silent = await openRooms();
    const somebody = await silent.actor('african-igf', 'submitter');
    const contact = { address: 'sender@example.org', language: 'en' };
    await expect(silent.get(ContactService).set(somebody, contact)).rejects.toMatchObject({
      code: 'mail_not_set_up',
    });
    expect(await silent.database.dataSource.query('SELECT FROM contact')).toEqual([]);
    await silent.close();
  });
});
