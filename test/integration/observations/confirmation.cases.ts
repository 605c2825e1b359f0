import type { Actor } from '../../../src/access/actor.js';
import { ConfirmationRepository } from '../../../src/observations/confirmation.repository.js';
import {
  ConfirmationService,
  type ConfirmationRequest,
  type Confirmed,
} from '../../../src/observations/confirmation.service.js';
import { DecisionService } from '../../../src/observations/decision.service.js';
import { ObservationRepository } from '../../../src/observations/observation.repository.js';
import { CatalogueService } from '../../../src/catalogue/catalogue.service.js';
import { AuditRepository } from '../../../src/platform/audit/audit.repository.js';
import { ReceiptService } from '../../../src/submissions/receipt.service.js';
import { ReceiveService } from '../../../src/submissions/receiving/receive.service.js';
import type { ListedRow } from '../../../src/submissions/checking/row-source.js';
import { openRooms, type Rooms } from '../../support/rooms.js';

describe('confirmation', () => {
  let rooms: Rooms;
  let sender: Actor;
  let reviewer: Actor;
  let ladder: string;
  beforeAll(async () => {
    rooms = await openRooms();
    sender = await rooms.actor('african-igf', 'submitter');
    reviewer = await rooms.actor('arab-igf', 'reviewer');
    const { indicators } = rooms.get(CatalogueService).current().catalogue;
    ladder = indicators.find(({ goalposts }) => goalposts.kind === 'rubric')?.code ?? 'none';
  });
  afterAll(() => rooms.close());

  async function accepted(row: ListedRow): Promise<void> {
    const report = await rooms.get(ReceiveService).receive({
      ...{ actor: sender, channel: 'api', mediaType: 'application/json', limits: { rows: 10 } },
      content: { rows: [row] },
    });
    await rooms.get(DecisionService).decide(reviewer, report.receipt ?? '', { decision: 'accept' });
  }

  const confirm = (request: ConfirmationRequest, actor = sender): Promise<Confirmed> =>
    rooms.get(ConfirmationService).confirm(actor, request, 'api', 'request-1');
  const said = async () =>
    rooms.get(ConfirmationRepository).ofArea(rooms.get(CatalogueService).areaId('KEN') ?? 0);

  describe('confirming that no newer figure is known', () => {
    it('notes the year of the newest figure, stores no observation and is in the audit', async () => {
      await accepted({ country: 'KEN', indicator: 'UI_NETUSE', year: 2020, value: 30, source: 'Survey' });
      const revision = await rooms.get(ObservationRepository).revision();
      const confirmed = await confirm({ area: 'KEN', indicator: 'UI_NETUSE' });
      expect(confirmed).toEqual({
        confirmation: {
          ...{ area: 'KEN', indicator: 'UI_NETUSE', community: 'african-igf', year: 2020 },
          communityName: expect.stringMatching(/\w/),
          confirmedAt: expect.any(Date),
        },
      });
      expect(await rooms.get(ObservationRepository).revision()).toBe(revision);
      expect(await rooms.get(AuditRepository).ofSubject('area:KEN')).toMatchObject([
        {
          action: 'figure.confirmed',
          contributorId: sender.contributorId,
          requestId: 'request-1',
          detail: { community: 'african-igf', indicator: 'UI_NETUSE', year: 2020 },
        },
      ]);
    });

    it('takes the place of what the same community said before, and stands beside what others say', async () => {
      const before = (await said())[0]?.confirmedAt ?? new Date(0);
      await confirm({ area: 'KEN', indicator: 'UI_NETUSE' });
      await confirm({ area: 'KEN', indicator: 'UI_NETUSE' }, await rooms.actor('arab-igf', 'submitter'));
      const now = await said();
      expect(now.map(({ community }) => community)).toEqual(['arab-igf', 'african-igf']);
      expect(now[1]?.confirmedAt.getTime()).toBeGreaterThanOrEqual(before.getTime());
    });

    it('can be said where no figure is held at all', async () => {
      const confirmed = await confirm({ area: 'BRA', indicator: 'UI_NETUSE' });
      expect(confirmed).toMatchObject({ confirmation: { area: 'BRA' } });
      expect('confirmation' in confirmed && 'year' in confirmed.confirmation).toBe(false);
    });

    it('is for who sends in the name of a community, about areas and indicators that there are', async () => {
      await expect(confirm({ area: 'KEN', indicator: 'UI_NETUSE' }, reviewer)).rejects.toMatchObject({
        code: 'not_a_submitter',
      });
      await expect(confirm({ area: 'KEM', indicator: 'UI_NETUSE' })).rejects.toMatchObject({
        code: 'area_not_found',
        params: { suggestion: 'KEN' },
      });
      await expect(confirm({ area: 'KEN', indicator: 'NONE' })).rejects.toMatchObject({
        code: 'indicator_not_found',
      });
    });
  });

  describe('confirming that an assessment has not changed', () => {
    const unchanged = (more: Partial<ConfirmationRequest> = {}) =>
      confirm({ area: 'KEN', indicator: ladder, year: 2025, evidence: 'https://example.org/2025', ...more });

    it('needs an assessment of the same community', async () => {
      await expect(unchanged()).rejects.toMatchObject({ code: 'nothing_to_confirm', status: 409 });
    });

    it('sends its level again for the year, with the new evidence, to be decided on', async () => {
      const evidence = 'https://example.org/2024';
      const groups = 'civil society (3); government';
      await accepted({
        country: 'KEN',
        indicator: ladder,
        year: 2024,
        value: 2,
        source: 'Review',
        evidence,
        groups,
      });
      const confirmed = await unchanged();
      const { receipt = '', state } = 'report' in confirmed ? confirmed.report : {};
      expect(state).toBe('received');
      const { rows } = await rooms.get(ReceiptService).rows(sender, receipt, 0, 10);
      expect(rows).toMatchObject([
        {
          area: 'KEN',
          indicator: ladder,
          year: 2025,
          value: 2,
          source: 'Review',
          evidence: 'https://example.org/2025',
          tookPart: [{ group: 'government' }, { group: 'civil_society', persons: '<5' }],
        },
      ]);
      expect(await unchanged()).toMatchObject({ report: { receipt, repeated: true } });
      expect((await said()).map(({ indicator }) => indicator)).not.toContain(ladder);
    });

    it('is refused without a link to what proves it', async () => {
      await expect(unchanged({ evidence: undefined })).rejects.toMatchObject({
        code: 'no_usable_rows',
        parts: [expect.objectContaining({ code: 'missing_evidence' })],
      });
    });
  });
});
