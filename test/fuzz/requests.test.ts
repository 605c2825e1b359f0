import type { OpenAPIObject } from '@nestjs/swagger';
import { AuditTrailService } from '../../src/platform/audit/audit-trail.service.js';
import { AccessService } from '../../src/access/access.service.js';
import { anyKeys, SENDING } from '../e2e/keys.js';
import { describedOperations } from '../support/described-operations.js';
import { startApp, type RunningApp } from '../support/running-app.js';
import { isFull } from '../support/sample.js';
import { fuzzedRequest, type FuzzedRequest, type FuzzedWorld } from './described-request.js';
import type { Schemas } from './described-value.js';

/** A full run (`npm run test:full`, `npm run test:fuzz`) makes 10,000. */
const CALLS = isFull ? 10_000 : 300;
/** Where to begin: the same numbers make the same requests. */
const FIRST = Number(process.env['FUZZ_FIRST'] ?? 1);
/** What no reader is to see: where the program lies, and how it speaks to its database. */
const INSIDES =
  /node_modules|\bat \S+ \(\S+:\d+:\d+\)|QueryFailedError|PostgresQueryRunner|violates \S+ constraint|invalid input syntax|duplicate key value|relation "\w+"/;

describe('requests made from the description', () => {
  let running: RunningApp;
  let world: FuzzedWorld;

  beforeAll(async () => {
    running = await startApp();
    world = await worldOf(running);
  }, 120_000);

  afterAll(() => running.close());

  const revision = async (): Promise<number> => {
    const answer = await fetch(`${running.url}/api/v1/observations?limit=1`);
    return ((await answer.json()) as { readonly revision: number }).revision;
  };

  it(
    `${String(CALLS)} of them are each answered as it says, and show nothing of the inside`,
    async () => {
      const before = await revision();
      const faults: string[] = [];
      const statuses = new Map<number, number>();
      let changes = 0;
      for (let number = FIRST; number < FIRST + CALLS; number++) {
        const request = fuzzedRequest(number, world);
        const { status, fault } = await ask(request);
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
        if (fault !== undefined) faults.push(`${request.made}\n  ${fault}`);
        if (status === 200 && changesFigures(request)) changes++;
      }
      expect(faults.slice(0, 20)).toEqual([]);
      for (const status of [200, 400, 401, 403, 404]) expect(statuses.get(status)).toBeGreaterThan(0);
      expect(await revision()).toBe(before + changes);
      expect((await fetch(`${running.url}/health/ready`)).status).toBe(200);
      expect((await running.app.get(AuditTrailService).verify()).fault).toBeUndefined();
    },
    CALLS * 1_000 + 60_000,
  );

  /** `startApp` holds every answer against the description; what is left is said here. */
  async function ask(request: FuzzedRequest): Promise<{ readonly status: number; readonly fault?: string }> {
    const { method, address, headers, body } = request;
    try {
      const answer = await fetch(running.url + address, {
        method,
        headers,
        redirect: 'manual',
        signal: AbortSignal.timeout(60_000),
        ...(body === undefined ? {} : { body }),
      });
      const text = await answer.text();
      const { status } = answer;
      // Ranges may not be simulated yet; other forms than JSON and XML are not offered (oEmbed 1.0 asks for 501)
      const isTold = ['503 /api/v1/comparisons', '501 /api/v1/oembed'].includes(
        `${String(status)} ${request.path}`,
      );
      if (status >= 500 && !isTold) return { status, fault: `${String(status)} ${text.slice(0, 300)}` };
      return INSIDES.test(text) ? { status, fault: `shows ${text.slice(0, 500)}` } : { status };
    } catch (error) {
      return { status: 0, fault: String(error).slice(0, 600) };
    }
  }
});

/** Accepting and reverting move the data revision by one, and nothing else does. */
function changesFigures({ path, body = '' }: FuzzedRequest): boolean {
  if (path.endsWith('/revert')) return true;
  return (
    path.endsWith('/decisions') && (JSON.parse(body) as { readonly decision?: string }).decision === 'accept'
  );
}

async function worldOf(running: RunningApp): Promise<FuzzedWorld> {
  const { url, app } = running;
  const document = (await (await fetch(`${url}/api/v1/openapi.json`)).json()) as OpenAPIObject;
  const keys = await anyKeys(running);
  const access = app.get(AccessService);
  const others = ['auditor', 'publisher'].map(async (role) => {
    const { key } = await access.createKey({ globalRoles: [role], name: role });
    return { authorization: `Bearer ${key}` };
  });
  const spare = await Promise.all(
    [1, 2, 3].map((n) =>
      access.createKey({ community: SENDING, roles: ['submitter'], name: `Spare ${String(n)}` }),
    ),
  );
  const receipts: string[] = [];
  for (let n = 0; n < 8; n++) {
    const answer = await fetch(`${url}/api/v1/submissions`, {
      method: 'POST',
      headers: { ...keys.senderHeaders, 'content-type': 'text/csv' },
      body: `country,indicator,year,value,source\nKEN,UI_NETUSE,${String(2010 + n)},6${String(n)},Fuzz ${String(n)}\n`,
    });
    receipts.push(((await answer.json()) as { readonly receipt: string }).receipt);
  }
  const contributors = spare.map(({ contributorId }) => String(contributorId));
  return {
    operations: describedOperations(document),
    schemas: (document.components?.schemas ?? {}) as Schemas,
    callers: [
      {},
      ...Object.values(keys as unknown as Record<string, Record<string, string>>),
      ...(await Promise.all(others)),
    ],
    known: {
      receipt: receipts,
      // Nobody who asks here is taken their key by it.
      ...Object.fromEntries(
        Object.keys(document.paths)
          .filter((path) => path.includes('{id}'))
          .map((path) => [
            `${path} id`,
            path.includes('/contributors/') ? contributors : spare.map(({ id }) => String(id)),
          ]),
      ),
      '/api/v1/commitments/{id} id': ['GDC-11b'],
    },
  };
}
