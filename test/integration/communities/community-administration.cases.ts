import { loadSeeds } from '../../../src/catalogue/load-seeds.js';
import { CommunityAdministrationService } from '../../../src/communities/community-administration.service.js';
import { CommunityRepository } from '../../../src/communities/community.repository.js';
import { openRooms, SEEDS, type Rooms } from '../../support/rooms.js';

describe('community administration', () => {
  const CODE = 'brazil-igf';

  let rooms: Rooms;
  let communities: CommunityAdministrationService;
  beforeAll(async () => {
    rooms = await openRooms();
    communities = rooms.get(CommunityAdministrationService);
  });
  afterAll(() => rooms.close());

  const reload = async (change: (code: string) => object = () => ({})): Promise<number> => {
    const seeds = await loadSeeds(SEEDS);
    const changed = seeds.communities.map((seed) => ({ ...seed, ...change(seed.code) }));
    return rooms.get(CommunityRepository).takeFromSeeds(changed);
  };

  describe('what an administrator says of a community', () => {
    it('is not undone by the seeds, and what they do not say follows the seeds', async () => {
      const change = { website: 'https://forumdainternet.example', acronym: null };
      const changed = await communities.change('operator', CODE, change);
      expect(changed).toMatchObject({ website: change.website, settled: ['acronym', 'website'] });
      expect(changed.acronym).toBeUndefined();
      expect(await reload()).toBe(0);
      const renamed = (code: string) =>
        code === CODE ? { name: 'Fórum', website: 'https://other.example' } : {};
      expect(await reload(renamed)).toBe(1);
      expect(await communities.get(CODE)).toMatchObject({ name: 'Fórum', website: change.website });
      expect(await reload()).toBe(1);
    });

    it('shows a hidden community for good', async () => {
      const { code } = (await communities.list()).find(({ hidden }) => hidden)!;
      expect((await communities.confirm('operator', code)).hidden).toBe(false);
      expect(await reload()).toBe(0);
      expect(await communities.get(code)).toMatchObject({ hidden: false, settled: ['hidden'] });
      await communities.hide('operator', code);
      expect((await communities.get(code)).hidden).toBe(true);
    });

    it('adds one that starts hidden and that the seeds leave alone', async () => {
      const told = { code: 'harbour-watch', name: ' Harbour Watch ', kind: 'other', areas: ['DNK'] };
      expect(await communities.add('operator', told)).toMatchObject({ name: 'Harbour Watch', hidden: true });
      await reload((code) => (code === CODE ? { code: 'harbour-watch', name: 'Other' } : {}));
      expect((await communities.get('harbour-watch')).name).toBe('Harbour Watch');
      await expect(communities.add('operator', told)).rejects.toMatchObject({ code: 'community_exists' });
    });

    it('is told in the audit trail with what it was before', async () => {
      await communities.change('operator', 'arab-igf', { region: 'The Arab States' }, { requestId: 'r-9' });
      const entries = await rooms.database.dataSource.query(
        `SELECT action, detail, request_id FROM audit_entry WHERE subject = $1 AND action <> 'community.added'`,
        ['community:arab-igf'],
      );
      expect(entries).toMatchObject([
        {
          action: 'community.changed',
          detail: { before: { region: 'Arab States' }, after: { region: 'The Arab States' } },
          request_id: 'r-9',
        },
      ]);
    });

    it('is refused whole, each fault named', async () => {
      const before = await communities.get(CODE);
      const wrong = {
        name: ' ',
        kind: 'system',
        areas: ['BRA', 'XXX'],
        established: 12,
        website: 'javascript:x',
      };
      await expect(communities.change('operator', CODE, wrong)).rejects.toMatchObject({
        code: 'community_faults',
        parts: [
          { code: 'community_name' },
          { code: 'community_kind', value: 'system' },
          { code: 'community_area', value: 'XXX' },
          { code: 'community_established', value: '12' },
          { code: 'community_link', pointer: '/website' },
        ],
      });
      expect(await communities.get(CODE)).toEqual(before);
    });

    it.each([
      ['unknown_community', 'atlantis'],
      ['community_of_system', 'published-figures'],
    ])('is refused: %s', async (code, community) => {
      await expect(communities.change('operator', community, { region: 'x' })).rejects.toMatchObject({
        code,
      });
      await expect(communities.hide('operator', community)).rejects.toMatchObject({ code });
    });

    it('is said by nobody else', async () => {
      const refused = { code: 'not_an_administrator' };
      const auditor = { contributorId: 1, globalRoles: ['auditor'] };
      await expect(communities.confirm(auditor, CODE)).rejects.toMatchObject(refused);
      await expect(communities.change(auditor, CODE, {})).rejects.toMatchObject(refused);
    });
  });

  describe('two changes at once of what both saw', () => {
    it('are one change and one refusal', async () => {
      const { version } = await communities.get(CODE);
      const outcomes = await Promise.allSettled(
        ['East', 'West'].map((region) =>
          communities.change('operator', CODE, { region }, { ifVersion: [version] }),
        ),
      );
      expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({
        reason: { code: 'changed_meanwhile' },
      });
      expect((await communities.get(CODE)).version).toBe(version + 1);
    });
  });
});
