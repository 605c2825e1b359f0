import { appendFile, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AuditHeadsService } from '../../../../src/platform/audit/audit-heads.service.js';
import { AuditRepository } from '../../../../src/platform/audit/audit.repository.js';
import { AuditTrailRepository } from '../../../../src/platform/audit/audit-trail.repository.js';
import { AuditTrailService } from '../../../../src/platform/audit/audit-trail.service.js';
import { headText, type SignedHead } from '../../../../src/platform/audit/signed-head.js';
import { isSignedBy } from '../../../../src/platform/signature.js';
import { SigningKeyService } from '../../../../src/platform/signing-key.service.js';
import { freshDatabase, type TestDatabase } from '../../../support/database.js';
import { unguarded } from '../../../support/unguarded.js';

describe('heads noted outside the database', () => {
  let database: TestDatabase;
  let dataDirectory: string;
  let file: string;

  beforeEach(async () => {
    database = await freshDatabase();
    dataDirectory = await mkdtemp(join(tmpdir(), 'iww-heads-'));
    file = join(dataDirectory, 'audit-heads.jsonl');
  });
  afterEach(async () => {
    await database.close();
    await rm(dataDirectory, { recursive: true });
  });

  /** As another process on the same data directory has them. */
  const process = () => {
    const links = new AuditTrailRepository(database.dataSource);
    const heads = new AuditHeadsService(links, new SigningKeyService({ dataDirectory }), { dataDirectory });
    return { heads, trail: new AuditTrailService(links, heads) };
  };
  const write = (subject: string) =>
    new AuditRepository(database.dataSource).append(database.dataSource.manager, {
      ...{ action: 'thing.done', subject, detail: {} },
    });
  const noted = async () =>
    (await readFile(file, 'utf8'))
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as SignedHead);

  it('are signed with a key that its user alone can read, and only when the trail moved', async () => {
    const { heads, trail } = process();
    expect(await heads.note()).toBeUndefined();
    await write('thing:1');
    await heads.note();
    await heads.note();
    await write('thing:2');
    await heads.note();
    const all = await noted();
    expect(all.map(({ number }) => number)).toEqual([1, 2]);
    const publicKey = await readFile(join(dataDirectory, 'signing-key.pub.pem'), 'utf8');
    expect(publicKey).toMatch(/^-----BEGIN PUBLIC KEY-----/);
    for (const head of all) expect(isSignedBy(publicKey, headText(head), head.signature)).toBe(true);
    expect((await stat(join(dataDirectory, 'signing-key.pem'))).mode & 0o777).toBe(0o600);
    expect(await trail.verify()).toMatchObject({ links: 2, heads: 2 });
  });

  it('are noted once by processes that do so at once, with the one key they share', async () => {
    await write('thing:1');
    const both = await Promise.all([process(), process(), process()].map(({ heads }) => heads.note()));
    expect(both.filter((head) => head !== undefined)).toHaveLength(1);
    await write('thing:2');
    await process().heads.note();
    expect(await process().trail.verify()).toMatchObject({ links: 2, heads: 2 });
  });

  it('are noted when a process ends', async () => {
    const { heads } = process();
    await heads.start();
    await write('thing:1');
    await heads.onModuleDestroy();
    expect(await noted()).toHaveLength(1);
  });

  it('go on after a note that was broken off', async () => {
    await write('thing:1');
    await process().heads.note();
    await appendFile(file, '{"number": 2, "ha');
    expect(await process().trail.verify()).toMatchObject({ heads: 1 });
    await write('thing:2');
    await process().heads.note();
    expect((await noted()).map(({ number }) => number)).toEqual([1, 2]);
    expect(await process().trail.verify()).toMatchObject({ heads: 2 });
  });

  it('show a tail that was cut off and a note that was changed, and that a line is none', async () => {
    for (const subject of ['thing:1', 'thing:2', 'thing:3']) {
      await write(subject);
      await process().heads.note();
    }
    const text = await readFile(file, 'utf8');
    const [one, two, three] = text.split('\n') as [string, string, string];
    await writeFile(file, `${one}\n${two.replace('"at":"2', '"at":"3')}\n${three}\n`);
    expect((await process().trail.verify()).fault).toEqual({ code: 'head_not_signed', number: 2 });
    await writeFile(file, `${one}\n{}\n${three}\n`);
    await expect(process().trail.verify()).rejects.toThrow('Line 2 of');
    await writeFile(file, text);
    await unguarded(database.dataSource, 'DELETE FROM audit_link WHERE number > 1');
    await unguarded(database.dataSource, `DELETE FROM audit_entry WHERE subject <> 'thing:1'`);
    expect((await process().trail.verify()).fault).toEqual({ code: 'tail_missing', number: 2 });
  });

  it('may come from elsewhere, signed with the key of this installation or not at all', async () => {
    await write('thing:1');
    const head = await process().heads.note();
    if (head === undefined) throw new Error('No head was noted');
    const { number, hash } = head;
    await rm(file);
    expect(await process().trail.verify([head])).toMatchObject({ heads: 1 });
    expect(await process().trail.verify([{ number, hash }])).not.toHaveProperty('fault');
    const forged = { ...head, at: '2000-01-01T00:00:00.000Z' };
    expect((await process().trail.verify([forged])).fault).toEqual({ code: 'head_not_signed', number });
    const other = new SigningKeyService({ dataDirectory: await mkdtemp(join(dataDirectory, 'other-')) });
    expect((await process().trail.verify([head], other.publicKey())).fault?.code).toBe('head_not_signed');
  });

  it('are not signed with another key when the private one is gone', async () => {
    await write('thing:1');
    await process().heads.note();
    await rm(join(dataDirectory, 'signing-key.pem'));
    await write('thing:2');
    await expect(process().heads.note()).rejects.toThrow('put the private key back');
  });
});
