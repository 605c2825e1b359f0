import { setTimeout } from 'node:timers/promises';
import { CommunityAdministrationService } from '../../../src/communities/community-administration.service.js';
import { CommunityRepository } from '../../../src/communities/community.repository.js';
import { CommunityWatchService } from '../../../src/communities/community-watch.service.js';
import { openRooms, type Rooms } from '../../support/rooms.js';

describe('community watch', () => {
  let rooms: Rooms;
  beforeAll(async () => {
    rooms = await openRooms();
  });
  afterAll(() => rooms.close());

  const administration = () => rooms.get(CommunityAdministrationService);

  it('tells of a change in this process at once', async () => {
    let told = 0;
    rooms.get(CommunityWatchService).onChange(() => (told += 1));
    await administration().change('operator', 'arab-igf', { region: 'Somewhere' });
    expect(told).toBe(1);
  });

  it('hears of a change that another process made', async () => {
    const elsewhere = new CommunityWatchService(rooms.get(CommunityRepository));
    let told = 0;
    elsewhere.onChange(() => (told += 1));
    await elsewhere.look();
    await setTimeout(2_500);
    await administration().confirm('operator', 'brazil-igf');
    for (let tries = 0; tries < 100 && told === 0; tries++) {
      await elsewhere.look();
      await setTimeout(100);
    }
    expect(told).toBe(1);
  });
});
