import { setTimeout as pause } from 'node:timers/promises';
import { DataSource } from 'typeorm';
import { AccessService } from '../../src/access/access.service.js';
import type { Actor } from '../../src/access/actor.js';
import { BootstrapService } from '../../src/access/bootstrap.service.js';
import { ContributorService } from '../../src/access/contributor.service.js';
import { IdempotencyKeyRepository } from '../../src/access/idempotency-key.repository.js';
import { keyHash } from '../../src/access/key.js';
import { KeyAdministrationService } from '../../src/access/key-administration.service.js';
import { OpenIdIdentityService } from '../../src/access/openid-identity.service.js';
import { SessionService } from '../../src/access/session.service.js';
import type { CommandRooms } from '../../src/commands/command-rooms.js';
import { ClaimService } from '../../src/communities/claim.service.js';
import { ModerationService } from '../../src/communities/moderation/moderation.service.js';
import { ProfileService } from '../../src/communities/profile.service.js';
import { StatementService } from '../../src/communities/statement.service.js';
import { CommunityAdministrationService } from '../../src/communities/community-administration.service.js';
import { ConfirmationService } from '../../src/observations/confirmation.service.js';
import { DecisionService } from '../../src/observations/decision.service.js';
import { RevertService } from '../../src/observations/revert.service.js';
import { readAnswers } from '../../src/submissions/checking/answers.js';
import { ReleaseService } from '../../src/reports/releases/release.service.js';
import { DigestService } from '../../src/reports/following/digest.service.js';
import { FollowingService } from '../../src/reports/following/following.service.js';
import { ContactService } from '../../src/submissions/notices/contact.service.js';
import { NoticeFeedService } from '../../src/submissions/notices/notice-feed.service.js';
import { NoticeMailService } from '../../src/submissions/notices/notice-mail.service.js';
import { NoticeRoundService } from '../../src/submissions/notices/notice-round.service.js';
import { CheckingJobService } from '../../src/submissions/receiving/checking-job.service.js';
import { DraftService } from '../../src/submissions/receiving/draft.service.js';
import { AssessmentService } from '../../src/submissions/assessing/assessment.service.js';
import { ReceiveLaterService } from '../../src/submissions/receiving/receive-later.service.js';
import { ReceiveService, type Sending } from '../../src/submissions/receiving/receive.service.js';
import { SpoolService } from '../../src/submissions/receiving/spool.service.js';
import { CorrectionService } from '../../src/submissions/reviewing/correction.service.js';
import { WithdrawalService } from '../../src/submissions/reviewing/withdrawal.service.js';
import { plantRelease } from './planted-release.js';

const CHECKING = `SELECT FROM submission WHERE state = 'checking'`;
/** So that no day sends the files of another. */
let day = 0;
const PUBLISHER = { globalRoles: ['publisher'], name: 'Publisher' };
const HEADER = 'country,indicator,year,value,source,note';

/** What somebody does who may be anybody: their key, and they as they may act. */
interface Somebody {
  readonly key: string;
  readonly actor: Actor;
}

/**
 * Does once whatever people and the installation do: every table gets rows, and those that may change are changed.
 * Ends with submissions in most states.
 */
export async function aWorkingDay(rooms: CommandRooms): Promise<void> {
  const somebody = async (request: Parameters<AccessService['createKey']>[0]): Promise<Somebody> => {
    const { key } = await rooms.get(AccessService).createKey(request);
    const actor = await rooms.get(AccessService).actorOf(key);
    if (actor === undefined) throw new Error('The new key is not known');
    return { key, actor };
  };
  day += 1;
  await rooms.get(BootstrapService).firstAdministratorKey();
  const sender = await somebody({ community: 'african-igf', roles: ['submitter'], name: 'Sender' });
  const reviewer = await somebody({ community: 'arab-igf', roles: ['reviewer'], name: 'Reviewer' });
  const administrator = await somebody({ globalRoles: ['administrator'], name: 'Administrator' });
  const publishers = [await somebody(PUBLISHER), await somebody(PUBLISHER)];
  await releases(
    rooms,
    publishers.map(({ actor }) => actor),
  );
  await following(rooms);
  await submissions(rooms, sender.actor, reviewer.actor);
  await assessing(rooms, sender.actor);
  await sendingLater(rooms, sender.actor);
  await notices(rooms, sender.actor);
  await signingIn(rooms, sender);
  const member = await somebody({
    community: 'brazil-igf',
    roles: ['submitter'],
    name: 'Member',
    acceptsConduct: 'operator',
  });
  const moderator = await somebody({ globalRoles: ['moderator'], name: 'Moderator' });
  await voices(rooms, member.actor, moderator.actor);
  await claims(rooms, administrator.actor);
  await administration(rooms, administrator.actor);
}

/**
 * A profile of which one part is shown and another was withdrawn; a
 * statement that is published, one that is declined and one that is taken down.
 */
async function voices(rooms: CommandRooms, member: Actor, moderator: Actor): Promise<void> {
  const profiles = rooms.get(ProfileService);
  for (const words of ['We meet.', 'We meet once a year.']) {
    await profiles.write(member, 'brazil-igf', 'description', { en: words }, true);
  }
  const contact = { role: 'Office', address: 'office@example.org' };
  await profiles.write(member, 'brazil-igf', 'contact', contact, true);
  await profiles.withdraw(member, 'brazil-igf', 'contact');
  await profiles.tellFacts(member, 'brazil-igf', { languages: ['pt'], meetings: [{ year: 2025 }] });
  const statements = rooms.get(StatementService);
  const statement = { area: 'BRA', subject: 'country', texts: { en: 'Look at the islands.' } };
  const decline = { decision: 'decline', reasonCode: 'no_evidence', text: 'A link, please' };
  for (const decision of [{ decision: 'publish' }, decline]) {
    const { id } = await statements.send(member, statement);
    await statements.decide(moderator, id, decision);
  }
  const { id } = await statements.send(member, statement);
  await statements.decide(moderator, id, { decision: 'publish' });
  const takeDown = { step: 'take_down', reasonCode: 'off_topic', text: 'It is about something else.' };
  await rooms.get(ModerationService).open(moderator, { kind: 'statement', of: id, ...takeDown });
}

/** One that waits, and one that is declined. */
async function claims(rooms: CommandRooms, administrator: Actor): Promise<void> {
  const service = rooms.get(ClaimService);
  const [address, evidence] = ['somebody@example.org', 'https://example.org/team'];
  for (const initiative of ['Harbour Watch', 'Island Watch']) {
    await service.send({ initiative, person: 'Somebody', address, evidence });
  }
  const [first] = await service.waiting(administrator);
  await service.decline(administrator, first?.id ?? 0);
}

/** One that stays prepared, one that is published, and one that is withdrawn. */
async function releases(rooms: CommandRooms, publishers: readonly Actor[]): Promise<void> {
  const [by, publisher] = publishers;
  if (by === undefined || publisher === undefined) throw new Error('Two people make a release');
  const plant = (name: string, published?: Actor) =>
    plantRelease(
      rooms.get(DataSource),
      rooms,
      `${name}-${String(day)}`,
      by.contributorId,
      published?.contributorId,
    );
  await plant('prepared');
  await plant('published', publisher);
  await plant('withdrawn');
  await rooms.get(ReleaseService).withdraw(publisher, `withdrawn-${String(day)}`);
}

/** One reader who confirmed something, one who stopped, and one who never answered. */
async function following(rooms: CommandRooms): Promise<void> {
  const [service, digests] = [rooms.get(FollowingService), rooms.get(DigestService)];
  // Releases that were planted cannot be compared: only the first has nothing before it.
  if (day === 1) await digests.prepareDue();
  const follows = ['country:KEN', 'issue:ACCESS'];
  for (const name of ['silent', 'stops', 'stays', 'stays']) {
    const address = `${name}-${String(day)}@example.org`;
    await service.ask({ address, language: 'en', follows }, '127.0.0.1');
    if (name === 'silent') continue;
    const rows: { token: string }[] = await rooms
      .get(DataSource)
      .query('SELECT token FROM follower WHERE address = $1', [address]);
    const token = rows[0]?.token ?? '';
    await service.confirm(token);
    await service.stop(token, name === 'stops' ? undefined : 'issue:ACCESS');
  }
  await digests.sendDue(new Date(Date.now() + 1_000));
  await service.forget(new Date());
}

async function submissions(rooms: CommandRooms, sender: Actor, reviewer: Actor): Promise<void> {
  const row = { country: 'KEN', indicator: 'UI_NETUSE', source: `Survey ${String(day)}` };
  const send = async (year: number, value: number | string = 30): Promise<string> => {
    const bad = { ...row, year: 1800, value: 30 };
    const report = await rooms.get(ReceiveService).receive({
      ...{ actor: sender, channel: 'api', mediaType: 'application/json', limits: { rows: 100 } },
      content: { rows: [{ ...row, year, value, note: 'tab\there, "quoted"\n\\N' }, bad] },
    });
    return report.receipt ?? '';
  };
  const decide = (receipt: string, decision: 'accept' | 'reject') =>
    rooms.get(DecisionService).decide(reviewer, receipt, { decision, text: 'As it is' });
  await decide(await send(2001), 'accept');
  const superseding = await send(2001, '31,5');
  await decide(superseding, 'accept');
  await rooms
    .get(RevertService)
    .revert(reviewer, superseding, { text: 'Wrong unit', reasonCode: 'wrong_unit' });
  await decide(await send(2002), 'reject');
  await rooms.get(WithdrawalService).withdraw(sender, await send(2003));
  const returned = await send(2004);
  const cells = [{ row: 1, column: 'value' }];
  await rooms
    .get(DecisionService)
    .decide(reviewer, returned, { decision: 'return', text: 'Look again', cells });
  await rooms.get(CorrectionService).correct(sender, returned, [{ row: 1, column: 'value', value: '33' }]);
  await send(2005);
  const figure = { area: 'KEN', indicator: 'UI_NETUSE' };
  for (const requestId of ['one', 'two']) {
    await rooms.get(ConfirmationService).confirm(sender, figure, 'api', requestId);
  }
}

/** A round that is sent, one that is discarded, and one that somebody is filling in. */
async function assessing(rooms: CommandRooms, sender: Actor): Promise<void> {
  const assessments = rooms.get(AssessmentService);
  const begun = (year: number): Promise<string> =>
    assessments.begin(sender, { community: 'african-igf', area: 'KEN', year });
  await assessments.discard(sender, await begun(2021));
  for (const year of [2022, 2023]) {
    const reference = await begun(year);
    const { version } = await assessments.read(sender, reference);
    const answers = { CA_YOUTH: { level: 2, evidence: `https://example.org/${String(day)}` } };
    await assessments.change(sender, reference, version, { indicators: ['CA_YOUTH'] });
    await assessments.change(sender, reference, version + 1, { answers });
    if (year === 2023) continue;
    const tookPart = [{ group: 'civil_society', persons: '<5' }] as const;
    await assessments.change(sender, reference, version + 2, { tookPart, confidence: 'high' });
    await assessments.send(sender, reference, version + 3, 'request');
  }
}

async function sendingLater(rooms: CommandRooms, sender: Actor): Promise<void> {
  const withFile = async (text: string, work: (sending: Sending) => Promise<unknown>): Promise<void> => {
    async function* bytes() {
      yield await Promise.resolve(new TextEncoder().encode(text));
    }
    const file = await rooms.get(SpoolService).take(bytes(), 10_000_000);
    await work({
      ...{ actor: sender, channel: 'page', mediaType: 'text/csv', fileName: 'figures.csv' },
      ...{ content: { file }, limits: { rows: 1_000 } },
    }).finally(() => file.remove());
  };
  const drafts = rooms.get(DraftService);
  const kept = `${HEADER}\nKEN,UI_NETUSE,2006,40,Draft ${String(day)},`;
  await withFile(kept, async (sending) => {
    const { receipt } = await drafts.begin(sending);
    await drafts.answer(sender, receipt, readAnswers({ decimal: ',' }));
  });
  await withFile(`${kept}once`, async (sending) => {
    await drafts.discard(sender, (await drafts.begin(sending)).receipt);
  });
  const mapped = `Land,indicator,Jahr,value,source\nKEN,UI_NETUSE,2007,40,Mapped ${String(day)}`;
  await withFile(mapped, async (sending) => {
    const { receipt } = await drafts.begin(sending);
    await drafts.answer(sender, receipt, readAnswers({ mapping: 'Land:country,Jahr:year' }));
    await drafts.send(sender, receipt);
  });
  await withFile(`${HEADER}\nKEN,UI_NETUSE,2008,41,Later ${String(day)},`, (sending) =>
    rooms.get(ReceiveLaterService).receive(sending),
  );
  rooms.get(CheckingJobService).start();
  while (
    await rooms
      .get(DataSource)
      .query(CHECKING)
      .then(({ length }) => length > 0)
  )
    await pause(20);
}

async function notices(rooms: CommandRooms, sender: Actor): Promise<void> {
  const contacts = rooms.get(ContactService);
  await contacts.set(sender, { address: 'first@example.org', language: 'en' });
  await contacts.set(sender, { address: 'someone@example.org', language: 'fr' });
  await rooms.get(NoticeRoundService).look(new Date());
  await rooms.get(NoticeMailService).sendDue(new Date());
  const feeds = rooms.get(NoticeFeedService);
  await feeds.newSecret(sender, 'african-igf');
  await feeds.newSecret(sender, 'african-igf');
}

async function signingIn(rooms: CommandRooms, { key, actor }: Somebody): Promise<void> {
  const sessions = rooms.get(SessionService);
  const token = await sessions.begin(key);
  await sessions.actorOf(token);
  await sessions.end((await sessions.begin(key)) ?? '');
  const identity = { issuer: 'https://id.example.org', subject: `somebody ${String(day)}` };
  const identities = rooms.get(OpenIdIdentityService);
  await identities.linkByKey(identity, key);
  await sessions.beginByIdentity(identity);
  await identities.linkedBy(actor.contributorId);
  const requests = rooms.get(IdempotencyKeyRepository);
  const request = { keyHash: keyHash(key), method: 'POST', route: '/api/v1/submissions', key: 'one' };
  const claim = await requests.claim(request);
  if (typeof claim === 'object' && 'claimed' in claim) {
    await requests.keep(request, claim.claimed, { requestHash: 'f'.repeat(64), status: 201, headers: {} });
  }
}

async function administration(rooms: CommandRooms, by: Actor): Promise<void> {
  const keys = rooms.get(KeyAdministrationService);
  const request = { community: 'arab-igf', roles: ['submitter'], name: 'Leaving', areas: ['EGY'] };
  const { id, contributorId } = await keys.create(by, request);
  const again = await keys.reissue(by, id);
  const people = rooms.get(ContributorService);
  await people.join(by, contributorId, 'african-igf', ['submitter']);
  await people.setRoles(by, contributorId, 'african-igf', ['reviewer']);
  await people.leave(by, contributorId, 'african-igf');
  await people.setGlobalRoles(by, contributorId, ['auditor']);
  await keys.revoke(by, again.id, { reason: 'Left' });
  await people.erase(by, contributorId);
  const communities = rooms.get(CommunityAdministrationService);
  await communities.hide(by, 'arab-igf');
  await communities.confirm(by, 'arab-igf');
}
