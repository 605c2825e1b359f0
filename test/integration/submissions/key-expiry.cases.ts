import { AccessService } from '../../../src/access/access.service.js';
import type { FreshKey } from '../../../src/access/api-key.js';
import { KeyAdministrationService } from '../../../src/access/key-administration.service.js';
import { ContactService } from '../../../src/submissions/notices/contact.service.js';
import { KeyExpiryService } from '../../../src/submissions/notices/key-expiry.service.js';
import { NoticeMailService } from '../../../src/submissions/notices/notice-mail.service.js';
import { NoticeRoundService } from '../../../src/submissions/notices/notice-round.service.js';
import { startMailServer, type MailServer } from '../../support/mail-server.js';
import { openRooms, type Rooms } from '../../support/rooms.js';

describe('key expiry', () => {
  const DAY = 86_400_000;
  let post: MailServer;
  let rooms: Rooms;
  beforeEach(async () => {
    post = await startMailServer();
    rooms = await openRooms({
      SMTP_URL: post.url,
      IWW_MAIL_FROM: 'progress@example.org',
      IWW_PUBLIC_URL: 'https://progress.example.org',
    });
  });
  afterEach(async () => {
    await rooms.close();
    await post.stop();
  });

  const announce = (days: number) => rooms.get(KeyExpiryService).announce(new Date(Date.now() + days * DAY));

  /** A key of somebody who left an address and confirmed it. */
  async function aReachableKey(expiresInDays = 90): Promise<FreshKey> {
    const request = { community: 'african-igf', roles: ['submitter'], name: 'Ada', expiresInDays };
    const fresh = await rooms.get(AccessService).createKey(request);
    const actor = await rooms.get(AccessService).actorOf(fresh.key);
    await rooms.get(ContactService).set(actor!, { address: 'ada@example.org', language: 'en' });
    await rooms.get(NoticeMailService).sendDue(new Date(Date.now() + 60_000));
    const [, token = ''] = /\/contact\/([\w-]{22})/.exec(post.taken().at(-1)?.text ?? '') ?? [];
    await rooms.get(ContactService).confirm(token);
    return fresh;
  }

  describe('a key that expires soon', () => {
    it('is announced to its holder by mail in the last fourteen days, once', async () => {
      const { id, expiresAt } = await aReachableKey();
      expect(await announce(75)).toBe(0);
      const rounds = await Promise.all([announce(77), announce(77)]);
      expect(rounds.sort()).toEqual([0, 1]);
      await rooms.get(NoticeRoundService).look(new Date(Date.now() + 78 * DAY));
      await rooms.get(NoticeMailService).sendDue(new Date(Date.now() + 78 * DAY));
      const mails = post.taken();
      const date = expiresAt.toISOString().slice(0, 10);
      expect(mails).toHaveLength(1);
      expect(mails[0]?.text).toContain(`Subject: Your key expires on ${date}`);
      expect(mails[0]?.text).toContain('“Ada”');
      const entries = await rooms.database.dataSource.query(
        `SELECT action FROM audit_entry WHERE subject = $1 ORDER BY id`,
        [`key:${String(id)}`],
      );
      expect(entries.map(({ action }: { action: string }) => action)).toEqual([
        'key.created',
        'key.announced',
      ]);
    });

    it('is not announced when it is revoked, was made for a few days, or nobody can be reached', async () => {
      const revoked = await aReachableKey();
      await rooms.get(KeyAdministrationService).revoke('operator', revoked.id);
      await aReachableKey(10);
      await rooms.actor('arab-igf', 'reviewer');
      expect(await announce(77)).toBe(0);
      expect(await announce(1)).toBe(0);
    });
  });
});
