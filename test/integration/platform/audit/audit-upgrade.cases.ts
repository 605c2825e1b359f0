import { AuditHeadsService } from '../../../../src/platform/audit/audit-heads.service.js';
import { AuditTrailRepository } from '../../../../src/platform/audit/audit-trail.repository.js';
import { AuditTrailService } from '../../../../src/platform/audit/audit-trail.service.js';
import { SigningKeyService } from '../../../../src/platform/signing-key.service.js';
import { freshDatabase, type TestDatabase } from '../../../support/database.js';

const CHAIN = 'AuditChain1796700000000';

describe('an audit trail from before it was a chain', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await freshDatabase();
  });
  afterAll(() => database.close());

  it('is linked as it stands, without the labels of keys, and goes on as a chain', async () => {
    const { dataSource } = database;
    const newest = async (): Promise<string> =>
      (
        await dataSource.query<{ name: string }[]>(
          'SELECT name FROM migrations ORDER BY timestamp DESC LIMIT 1',
        )
      )[0]?.name ?? '';
    let undone: string;
    do {
      undone = await newest();
      await dataSource.undoLastMigration({ transaction: 'each' });
    } while (undone !== CHAIN && undone !== '');
    await dataSource.query(
      `INSERT INTO audit_entry (at, action, subject, detail) VALUES
         ('2026-01-01', 'key.created', 'contributor:1', '{"label": "Ada Lovelace", "roles": ["reviewer"]}'),
         ('2026-01-02', 'submission.received', 'submission:1', '{"receipt": "r"}')`,
    );
    await dataSource.runMigrations({ transaction: 'each' });
    await dataSource.query(`INSERT INTO audit_entry (action, subject) VALUES ('thing.done', 'thing:1')`);
    const links = new AuditTrailRepository(dataSource);
    const nowhere = { dataDirectory: '/nonexistent' };
    const trail = new AuditTrailService(
      links,
      new AuditHeadsService(links, new SigningKeyService(nowhere), nowhere),
    );
    expect(await trail.verify()).toMatchObject({ links: 3 });
    expect(await trail.verify()).not.toHaveProperty('fault');
    const [, , first] = await trail.page({}, { limit: 10 });
    expect(first).toMatchObject({ number: 1, detail: { roles: ['reviewer'] } });
    expect(JSON.stringify(await trail.page({}, { limit: 10 }))).not.toContain('Lovelace');
    await expect(dataSource.query('DELETE FROM audit_entry')).rejects.toThrow('append-only');
  });
});
