/** Somebody who reads pages with a browser that runs no script: keeps cookies, follows links, fills in forms. */
export class PageReader {
  private cookies = new Map<string, string>();

  constructor(private readonly url: string) {}

  /** Follows redirects, as a browser does. */
  async open(path: string): Promise<ReadPage> {
    return this.ask(path, { method: 'GET' });
  }

  /**
   * Sends a form of a page with the fields it has, those given changed or added.
   * @param action address the form sends to, or its end
   */
  async send(
    page: ReadPage,
    action: string,
    fields: Readonly<Record<string, string | readonly string[]>> = {},
    file?: { readonly name: string; readonly content: string | Uint8Array<ArrayBuffer> },
  ): Promise<ReadPage> {
    const form = page.form(action);
    const entries = Object.entries({ ...form.hidden, ...fields }).flatMap(([name, value]) =>
      [value].flat().map((each) => [name, each] as [string, string]),
    );
    if (file === undefined) {
      return this.ask(form.action, { method: 'POST', body: new URLSearchParams(entries) });
    }
    const body = new FormData();
    for (const [name, value] of entries) body.append(name, value);
    body.append('file', new Blob([file.content]), file.name);
    return this.ask(form.action, { method: 'POST', body });
  }

  /** Shows a key on the page that asks for it. */
  async signIn(key: string, language = 'en'): Promise<ReadPage> {
    const page = await this.open(`/${language}/sign-in`);
    return this.send(page, '/sign-in', { key });
  }

  /** The cookies that the browser holds. */
  get held(): ReadonlyMap<string, string> {
    return this.cookies;
  }

  /** @param path on our site; or the address of another on this machine, which gets the same cookies */
  private async ask(path: string, request: RequestInit): Promise<ReadPage> {
    const address = new URL(path, this.url);
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(address, { ...request, headers: { cookie }, redirect: 'manual' });
    for (const set of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      if (value === '') this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    const next = response.headers.get('location');
    if (next !== null && response.status < 400) {
      const { origin, href, pathname, search, hash } = new URL(next, address);
      return this.ask(origin === this.url ? pathname + search + hash : href, { method: 'GET' });
    }
    return new ReadPage(path, response, await response.text());
  }
}

/** A page as it came. */
export class ReadPage {
  constructor(
    readonly path: string,
    readonly response: Response,
    readonly html: string,
  ) {}

  get status(): number {
    return this.response.status;
  }

  /** Its words without marks, spaces made one. */
  get text(): string {
    return unescaped(this.html.replace(/<style.*?<\/style>|<[^>]+>/gs, ' ')).replace(/\s+/g, ' ');
  }

  /** @throws Error when the page has no form that sends there */
  form(action: string): { readonly action: string; readonly hidden: Readonly<Record<string, string>> } {
    const forms = [...this.html.matchAll(/<form\b([^>]*)>(.*?)<\/form>/gs)];
    const found = forms.find(
      ([, head = '']) => head.includes('method="post"') && attribute(head, 'action')?.endsWith(action),
    );
    if (found === undefined)
      throw new Error(`${this.path} (${String(this.status)}) has no form for ${action}`);
    const [, head = '', content = ''] = found;
    const fields = [...content.matchAll(/<input\b([^>]*)>/g)].map(([, field = '']) => field);
    const hidden = fields
      .filter((field) => attribute(field, 'type') === 'hidden')
      .map((field) => [attribute(field, 'name') ?? '', attribute(field, 'value') ?? ''] as const);
    return { action: attribute(head, 'action') ?? '', hidden: Object.fromEntries(hidden) };
  }
}

function attribute(tag: string, name: string): string | undefined {
  const value = new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1];
  return value === undefined ? undefined : unescaped(value);
}

function unescaped(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}
