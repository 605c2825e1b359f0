import { setTimeout as pause } from 'node:timers/promises';

/** Writes of all kinds over the API, one after another and several at once, with what was acknowledged of them. */
export class WriteLoad {
  /** How often each status was answered; 0: no answer at all. */
  readonly statuses = new Map<number, number>();
  private readonly made = { keys: [] as MadeKey[], revoked: [] as MadeKey[], received: [] as string[] };
  private readonly accepted: string[] = [];
  private feed: string | undefined;
  private isOver = false;
  private count = 0;
  private running: Promise<void>[] = [];

  private constructor(
    private readonly url: string,
    private readonly administrator: string,
    private readonly sender: string,
    private readonly reviewer: string,
  ) {}

  static async begin(url: string, administrator: string): Promise<WriteLoad> {
    const sender = await keyFor(url, administrator, 'african-igf', 'submitter');
    const load = new WriteLoad(
      url,
      administrator,
      sender,
      await keyFor(url, administrator, 'arab-igf', 'reviewer'),
    );
    load.running = [
      load.loop(() => load.makeKey()),
      load.loop(() => load.sendAndAccept()),
      load.loop(() => load.makeFeed()),
    ];
    return load;
  }

  /** How much was acknowledged so far. */
  get acknowledged(): number {
    const { keys, revoked, received } = this.made;
    return keys.length + revoked.length + received.length + this.accepted.length;
  }

  /** Waits until so many more writes are acknowledged. */
  async more(count: number): Promise<void> {
    const goal = this.acknowledged + count;
    while (this.acknowledged < goal) await pause(20);
  }

  async end(): Promise<void> {
    this.isOver = true;
    await Promise.all(this.running);
  }

  /** What was acknowledged and is not there, as somebody outside sees it. */
  async missing(): Promise<string[]> {
    const { keys, revoked, received } = this.made;
    const missing: string[] = [];
    const wants = async (what: string, path: string, key: string | undefined, status: number) => {
      const answer = await this.ask('GET', path, key);
      if (answer?.status !== status) missing.push(`${what}: ${String(answer?.status)}`);
      return answer?.text ?? '';
    };
    const gone = new Set(revoked.map(({ id }) => id));
    for (const { id, key } of keys) await wants(`key ${String(id)}`, 'me', key, gone.has(id) ? 401 : 200);
    const states = new Map<string, string>();
    for (const receipt of received) {
      const text = await wants(receipt, `submissions/${receipt}`, this.sender, 200);
      states.set(receipt, /"state":"(\w+)"/.exec(text)?.[1] ?? 'unknown');
    }
    for (const receipt of this.accepted) {
      if (states.get(receipt) !== 'accepted') missing.push(`${receipt} is ${String(states.get(receipt))}`);
    }
    if (this.feed !== undefined) await wants('feed', this.feed.split('/api/v1/')[1] ?? '', undefined, 200);
    return missing;
  }

  private async loop(work: () => Promise<void>): Promise<void> {
    while (!this.isOver) {
      await work();
      await pause(20);
    }
  }

  private async makeKey(): Promise<void> {
    const name = `Somebody ${String((this.count += 1))}`;
    const made = await this.ask('POST', 'keys', this.administrator, {
      json: { community: 'african-igf', roles: ['submitter'], name },
    });
    if (made?.status !== 201) return;
    const key = JSON.parse(made.text) as MadeKey;
    this.made.keys.push(key);
    const revocation = await this.ask('POST', `keys/${String(key.id)}/revocation`, this.administrator, {
      json: {},
    });
    if (revocation?.status === 200) this.made.revoked.push(key);
    else this.made.keys.pop(); // whether it was revoked is not known
  }

  private async sendAndAccept(): Promise<void> {
    const edition = `${String(process.pid)} ${String((this.count += 1))}`;
    const csv = `country,indicator,year,value,source,edition\nKEN,UI_NETUSE,2020,41,Load,${edition}`;
    const sent = await this.ask('POST', 'submissions', this.sender, { csv });
    if (sent?.status !== 201) return;
    const { receipt } = JSON.parse(sent.text) as { receipt: string };
    this.made.received.push(receipt);
    const decided = await this.ask('POST', `submissions/${receipt}/decisions`, this.reviewer, {
      json: { decision: 'accept' },
    });
    if (decided?.status === 200) this.accepted.push(receipt);
  }

  private async makeFeed(): Promise<void> {
    const made = await this.ask('POST', 'communities/african-igf/feed-secret', this.sender);
    this.feed = made?.status === 201 ? (JSON.parse(made.text) as { address: string }).address : undefined;
    await pause(50);
  }

  private async ask(
    method: string,
    path: string,
    key: string | undefined,
    { json, csv }: { readonly json?: unknown; readonly csv?: string } = {},
  ): Promise<{ readonly status: number; readonly text: string } | undefined> {
    const headers = {
      ...(key !== undefined && { authorization: `Bearer ${key}` }),
      ...(json !== undefined && { 'content-type': 'application/json', 'if-match': '*' }),
      ...(csv !== undefined && { 'content-type': 'text/csv' }),
    };
    const body = json === undefined ? (csv ?? null) : JSON.stringify(json);
    const answer = await fetch(`${this.url}/api/v1/${path}`, { method, headers, body })
      .then(async (response) => ({ status: response.status, text: await response.text() }))
      .catch(() => undefined);
    const status = answer?.status ?? 0;
    this.statuses.set(status, (this.statuses.get(status) ?? 0) + 1);
    if (status === 0 || status >= 500) await pause(50);
    return answer;
  }
}

/** A key that an administrator makes for somebody of a community. */
export async function keyFor(
  url: string,
  administrator: string,
  community: string,
  role: string,
): Promise<string> {
  const answer = await fetch(`${url}/api/v1/keys`, {
    method: 'POST',
    headers: { authorization: `Bearer ${administrator}`, 'content-type': 'application/json' },
    body: JSON.stringify({ community, roles: [role], name: `${role} of ${community}` }),
  });
  expect(answer.status).toBe(201);
  return ((await answer.json()) as { key: string }).key;
}

interface MadeKey {
  readonly id: number;
  readonly key: string;
}
