import { AccessService } from '../../src/access/access.service.js';
import type { RunningApp } from '../support/running-app.js';

/** Communities that the seeds name and show. */
export const SENDING = 'african-igf';
export const REVIEWING = 'arab-igf';
/** One that stands for a country: Argentina. */
export const REPLYING = 'argentina-igf';

export interface Keys {
  readonly senderHeaders: Readonly<Record<string, string>>;
  /** A reviewer of the community that sends. */
  readonly ownReviewerHeaders: Readonly<Record<string, string>>;
  /** A reviewer of another community. */
  readonly reviewerHeaders: Readonly<Record<string, string>>;
  readonly administratorHeaders: Readonly<Record<string, string>>;
}

/** Keys of people of two communities, and of an administrator. */
export async function anyKeys({ app }: RunningApp): Promise<Keys> {
  const access = app.get(AccessService);
  const headersOf = async (
    request: Parameters<AccessService['createKey']>[0],
  ): Promise<Record<string, string>> => ({
    authorization: `Bearer ${(await access.createKey({ acceptsConduct: 'operator', ...request })).key}`,
  });
  return {
    senderHeaders: await headersOf({ community: SENDING, roles: ['submitter'], name: 'Sender' }),
    ownReviewerHeaders: await headersOf({
      community: SENDING,
      roles: ['submitter', 'reviewer'],
      name: 'Colleague',
    }),
    reviewerHeaders: await headersOf({ community: REVIEWING, roles: ['reviewer'], name: 'Reviewer' }),
    administratorHeaders: await headersOf({ globalRoles: ['administrator'], name: 'Administrator' }),
  };
}
