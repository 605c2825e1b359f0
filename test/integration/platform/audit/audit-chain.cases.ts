import fc from 'fast-check';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EntityManager } from 'typeorm';
import { AuditHeadsService } from '../../../../src/platform/audit/audit-heads.service.js';
import { AuditRepository } from '../../../../src/platform/audit/audit.repository.js';
import { AuditTrailRepository } from '../../../../src/platform/audit/audit-trail.repository.js';
import { AuditTrailService } from '../../../../src/platform/audit/audit-trail.service.js';
import type { ChainReport } from '../../../../src/platform/audit/chain-fault.js';
import type { ChainHead } from '../../../../src/platform/audit/verify-chain.js';
import { SigningKeyService } from '../../../../src/platform/signing-key.service.js';
import { freshDatabase, type TestDatabase } from '../../../support/database.js';

const ENTRIES = 30;

describe('the chain of the audit trail', () => {
  let database: TestDatabase;
  let audit: AuditRepository;
  let links: AuditTrailRepository;
  let trail: AuditTrailService;
  let directory: string;
  let head: ChainHead;

  beforeAll(async () => {
    database = await freshDatabase();
    directory = await mkdtemp(join(tmpdir(), 'iww-audit-'));
    audit = new AuditRepository(database.dataSource);
    links = new AuditTrailRepository(database.dataSource);
    const key = new SigningKeyService({ dataDirectory: directory });
    trail = new AuditTrailService(links, new AuditHeadsService(links, key, { dataDirectory: directory }));
    for (let place = 1; place <= ENTRIES; place++) {
      await database.dataSource.transaction((manager) => write(manager, place));
    }
    head = (await links.head(database.dataSource.manager)) ?? { number: 0, hash: '' };
  });
  afterAll(async () => {
    await database.close();
    await rm(directory, { recursive: true });
  });

  const write = (manager: EntityManager, place: number) =>
    audit.append(manager, {
      action: `thing.done_${String(place)}`,
      subject: `thing:${String(place % 7)}`,
      detail: { place, note: 'Ελλάδα, "quoted"\n\u0007', share: 0.1, big: 1e21, nested: [{ b: 1, a: null }] },
      ...(place % 2 === 0 ? { contributorId: place, role: 'reviewer' } : { requestId: `r-${String(place)}` }),
    });

  /** What the look at the trail says after something was done to it, which is then undone. */
  const after = async (
    damage: (manager: EntityManager) => Promise<unknown>,
    heads: readonly ChainHead[] = [],
  ): Promise<ChainReport> => {
    const undo = new Error('undo');
    let report: ChainReport | undefined;
    await database.dataSource
      .transaction(async (manager) => {
        await manager.query('SET LOCAL session_replication_role = replica');
        await damage(manager);
        report = await trail.verifyWithin(manager, heads);
        throw undo;
      })
      .catch((error: unknown) => {
        if (error !== undo) throw error;
      });
    if (report === undefined) throw new Error('Nothing was looked at');
    return report;
  };

  it('is made anew from what is stored, hash by hash, as the database made it', async () => {
    expect(await trail.verify()).toEqual({ links: ENTRIES, hash: head.hash, heads: 0 });
    expect(await trail.verify([head])).toEqual({ links: ENTRIES, hash: head.hash, heads: 1 });
  });

  it('has no gaps after transactions that came to nothing, and numbers entries in the order of their commits', async () => {
    const undone = database.dataSource.transaction(async (manager) => {
      await write(manager, 99);
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    const slow = database.dataSource.createQueryRunner();
    await slow.startTransaction();
    await write(slow.manager, 1);
    await database.dataSource.transaction((manager) => write(manager, 2));
    await slow.commitTransaction();
    await slow.release();
    const [last, before] = await trail.page({}, { limit: 2 });
    expect([before?.number, last?.number]).toEqual([head.number + 1, head.number + 2]);
    expect(before?.id).toBeGreaterThan(last?.id ?? Number.NaN);
    expect(await trail.verify([head])).not.toHaveProperty('fault');
  });

  it('is right when a transaction asks for its constraints at once, and goes on writing', async () => {
    await database.dataSource.transaction(async (manager) => {
      await write(manager, 1);
      await manager.query('SET CONSTRAINTS ALL IMMEDIATE');
      await write(manager, 2);
      await manager.query('SET CONSTRAINTS ALL DEFERRED');
      await write(manager, 3);
    });
    expect(await trail.verify([head])).not.toHaveProperty('fault');
  });

  it('is right after many wrote at once', async () => {
    const before = await trail.verify();
    await Promise.all(
      Array.from({ length: 8 }, async () => {
        for (let place = 0; place < 20; place++) {
          await database.dataSource.transaction((manager) => write(manager, place));
        }
      }),
    );
    expect(await trail.verify([head])).toMatchObject({ links: before.links + 160, heads: 1 });
  });

  const places = [1, 15, ENTRIES];
  const changes = [
    `action = 'nothing.happened'`,
    `subject = subject || ' '`,
    `detail = detail || '{"place": 0}'`,
    `detail = detail - 'note'`,
    `at = at + interval '1 microsecond'`,
    `contributor_id = coalesce(contributor_id, 0) + 1`,
    `role = coalesce(role || 'x', '')`,
    `request_id = coalesce(request_id || 'x', '-')`,
    `id = DEFAULT`,
  ];
  it.each(places.flatMap((place) => changes.map((change) => [place, change] as const)))(
    'shows that entry %i was changed: %s',
    async (place, change) => {
      const { fault } = await after((manager) =>
        manager.query(
          `UPDATE audit_entry SET ${change} WHERE id = (SELECT audit_entry_id FROM audit_link WHERE number = $1)`,
          [place],
        ),
      );
      const code = change.startsWith('id') ? 'entry_missing' : 'hash_differs';
      expect(fault).toEqual({ code, number: place });
    },
  );

  it.each(places)('shows that entry %i was removed, with its link or without', async (place) => {
    const gone =
      'DELETE FROM audit_entry WHERE id = (SELECT audit_entry_id FROM audit_link WHERE number = $1)';
    const unlinked = 'DELETE FROM audit_link WHERE number = $1';
    const closed = 'UPDATE audit_link SET number = -number WHERE number > $1';
    const entry = await after((manager) => manager.query(gone, [place]));
    expect(entry.fault).toEqual({ code: 'entry_missing', number: place });
    const both = await after(
      async (manager) => {
        await manager.query(gone, [place]);
        await manager.query(unlinked, [place]);
      },
      [head],
    );
    expect(both.fault?.number).toBe(place);
    const moved = await after(
      async (manager) => {
        await manager.query(gone, [place]);
        await manager.query(unlinked, [place]);
        await manager.query(closed, [place]);
        await manager.query('UPDATE audit_link SET number = -number - 1 WHERE number < 0');
      },
      [head],
    );
    expect(moved.fault?.number).toBe(place);
    const link = await after((manager) => manager.query(unlinked, [place]));
    expect(link.fault?.number).toBe(place);
  });

  it.each(places)(
    'shows an entry that was put in at %i, with a link of its own or without',
    async (place) => {
      const put = `INSERT INTO audit_entry (id, action, subject) OVERRIDING SYSTEM VALUE VALUES (0, 'thing.made_up', 'thing:1')`;
      const { fault } = await after((manager) => manager.query(put));
      expect(fault).toMatchObject({ code: 'entry_unlinked', entryId: 0 });
      const linked = await after(async (manager) => {
        await manager.query(put);
        await manager.query('UPDATE audit_link SET number = -number WHERE number >= $1', [place]);
        await manager.query('UPDATE audit_link SET number = 1 - number WHERE number < 0');
        await manager.query(
          `INSERT INTO audit_link SELECT $1, 0, audit_hash(coalesce((SELECT hash FROM audit_link WHERE number = $1 - 1),
           repeat('0', 64)), $1, e) FROM audit_entry e WHERE id = 0`,
          [place],
        );
      });
      expect(linked.fault).toEqual({ code: 'hash_differs', number: place + 1 });
    },
  );

  it.each([
    [1, 2],
    [1, ENTRIES],
    [14, 15],
  ])('shows that entries %i and %i changed places', async (one, other) => {
    const { fault } = await after(async (manager) => {
      await manager.query(`UPDATE audit_link SET audit_entry_id = -audit_entry_id WHERE number IN ($1, $2)`, [
        one,
        other,
      ]);
      await manager.query(
        `UPDATE audit_link l SET audit_entry_id = -o.audit_entry_id FROM audit_link o
         WHERE l.number IN ($1, $2) AND o.number IN ($1, $2) AND o.number <> l.number`,
        [one, other],
      );
    });
    expect(fault).toEqual({ code: 'hash_differs', number: one });
  });

  it.each(places)('shows that all from %i on is cut off, by a head that was noted', async (place) => {
    const cut = async (manager: EntityManager) => {
      await manager.query(
        'DELETE FROM audit_entry WHERE id IN (SELECT audit_entry_id FROM audit_link WHERE number >= $1)',
        [place],
      );
      await manager.query('DELETE FROM audit_link WHERE number >= $1', [place]);
    };
    expect((await after(cut, [head])).fault).toEqual({ code: 'tail_missing', number: place });
  });

  it.each(places)('shows that all from %i on was written anew, by a head that was noted', async (place) => {
    const anew = async (manager: EntityManager) => {
      await manager.query(
        `UPDATE audit_entry SET contributor_id = 1 WHERE id = (SELECT audit_entry_id FROM audit_link WHERE number = $1)`,
        [place],
      );
      await manager.query(
        `DO $$ DECLARE l record; BEGIN
           FOR l IN SELECT k.number, e AS entry FROM audit_link k JOIN audit_entry e ON e.id = k.audit_entry_id
             WHERE k.number >= ${String(place)} ORDER BY 1 LOOP
             UPDATE audit_link SET hash = audit_hash(coalesce((SELECT hash FROM audit_link WHERE number = l.number - 1),
               repeat('0', 64)), l.number, l.entry) WHERE number = l.number;
           END LOOP;
         END $$`,
      );
    };
    expect(await after(anew)).not.toHaveProperty('fault');
    expect((await after(anew, [head])).fault).toEqual({ code: 'head_differs', number: head.number });
  });

  it('never fails to show what a superuser did at random', async () => {
    const anywhere = fc.integer({ min: 1, max: ENTRIES });
    const damages = fc.array(
      fc.oneof(
        fc.record({
          sql: fc.constantFrom(...changes.map((change) => entrySql(`UPDATE audit_entry SET ${change}`))),
          place: anywhere,
        }),
        fc.record({ sql: fc.constant(entrySql('DELETE FROM audit_entry')), place: anywhere }),
        fc.record({
          sql: fc.constantFrom(
            'DELETE FROM audit_link WHERE number = $1',
            'UPDATE audit_link SET number = number + 100000 WHERE number = $1',
            `UPDATE audit_link SET hash = encode(sha256(hash::bytea), 'hex') WHERE number = $1`,
            'DELETE FROM audit_link WHERE number >= $1',
          ),
          place: anywhere,
        }),
      ),
      { minLength: 1, maxLength: 4 },
    );
    await fc.assert(
      fc.asyncProperty(damages, async (all) => {
        const report = await after(
          async (manager) => {
            for (const { sql, place } of all) await manager.query(sql, [place]);
          },
          [head],
        );
        expect(report.fault?.number).toBeLessThanOrEqual(Math.max(...all.map(({ place }) => place)));
      }),
      { numRuns: 150 },
    );
  });

  it('is written by nobody but the database', async () => {
    const { dataSource } = database;
    await expect(dataSource.query(`UPDATE audit_link SET hash = ''`)).rejects.toThrow('append-only');
    await expect(dataSource.query('DELETE FROM audit_link')).rejects.toThrow('append-only');
    await expect(dataSource.query('TRUNCATE audit_link')).rejects.toThrow('append-only');
    await expect(
      dataSource.query(`INSERT INTO audit_link SELECT max(number) + 1, 1, 'x' FROM audit_link`),
    ).rejects.toThrow('audit_link_audit_entry_id_key');
    const forged = dataSource.transaction(async (manager) => {
      await write(manager, 1);
      await manager.query(`INSERT INTO audit_link SELECT 1000000, max(id), 'x' FROM audit_entry`);
    });
    await expect(forged).rejects.toThrow('audit_link_audit_entry_id_key');
  });

  it.each([
    `(at, action, subject) VALUES (now() - interval '1 day', 'a', 'b')`,
    `(transaction, action, subject) VALUES (1, 'a', 'b')`,
  ])('takes no entry of another time: %s', async (entry) => {
    await expect(database.dataSource.query(`INSERT INTO audit_entry ${entry}`)).rejects.toThrow(
      'written when it happens',
    );
  });

  it('is not deceived by tables of the same name that a session makes for itself', async () => {
    await database.dataSource.transaction(async (manager) => {
      await manager.query(
        'CREATE TEMPORARY TABLE audit_link (number integer, audit_entry_id integer, hash text) ON COMMIT DROP',
      );
      await write(manager, 1);
    });
    expect(await trail.verify([head])).not.toHaveProperty('fault');
  });

  function entrySql(statement: string): string {
    return `${statement} WHERE id = (SELECT audit_entry_id FROM audit_link WHERE number = $1)`;
  }
});
