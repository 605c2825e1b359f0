import { AuditRepository } from '../../../../src/platform/audit/audit.repository.js';
import { constraintOf } from '../../../../src/platform/database-faults.js';
import { freshDatabase, type TestDatabase } from '../../../support/database.js';

describe('the audit trail', () => {
  let database: TestDatabase;
  let audit: AuditRepository;

  beforeAll(async () => {
    database = await freshDatabase();
    audit = new AuditRepository(database.dataSource);
  });
  afterAll(() => database.close());

  it('keeps what was done to a subject, oldest first', async () => {
    const { manager } = database.dataSource;
    await audit.append(manager, { action: 'key.created', subject: 'contributor:1', detail: { days: 90 } });
    await audit.append(manager, { action: 'key.created', subject: 'contributor:2', detail: {} });
    await audit.append(manager, {
      action: 'key.revoked',
      subject: 'contributor:1',
      detail: { reason: 'lost' },
      contributorId: 7,
      requestId: 'r-1',
    });
    expect(await audit.ofSubject('contributor:1')).toEqual([
      { id: 1, at: expect.any(Date), action: 'key.created', subject: 'contributor:1', detail: { days: 90 } },
      {
        ...{
          id: 3,
          at: expect.any(Date),
          action: 'key.revoked',
          subject: 'contributor:1',
          detail: { reason: 'lost' },
        },
        ...{ contributorId: 7, requestId: 'r-1' },
      },
    ]);
  });

  it('stands and falls with the transaction it is written in', async () => {
    const undone = database.dataSource.transaction(async (manager) => {
      await audit.append(manager, { action: 'key.created', subject: 'contributor:3', detail: {} });
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    expect(await audit.ofSubject('contributor:3')).toEqual([]);
  });

  it.each([
    'UPDATE audit_entry SET action = $$x$$',
    'DELETE FROM audit_entry',
    'TRUNCATE audit_entry CASCADE',
  ])('refuses %s', async (sql) => {
    const error: unknown = await database.dataSource.query(sql).catch((fault: unknown) => fault);
    expect(constraintOf(error)).toBe('audit_entry_append_only');
  });
});
