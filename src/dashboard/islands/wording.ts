/** A hint as the API tells it. */
interface Hint {
  readonly why: string;
  readonly instead: string;
}

const AFTER_MS = 800;

/**
 * Hints on the text that somebody is writing, in words that are read out when they pause. Nothing is held back; without a
 * connection there are no hints.
 */
class Wording extends HTMLElement {
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asking: AbortController | undefined;

  connectedCallback(): void {
    const form = this.closest('form');
    if (form === null || this.role === 'status') return;
    this.role = 'status';
    form.addEventListener('input', ({ target }) => {
      if (!(target instanceof HTMLTextAreaElement)) return;
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => void this.#ask(target), AFTER_MS);
    });
  }

  async #ask({ value, lang }: HTMLTextAreaElement): Promise<void> {
    this.#asking?.abort();
    const asking = new AbortController();
    this.#asking = asking;
    const spoken = document.documentElement.lang;
    const { about, evidence } = this.dataset;
    const body = JSON.stringify({
      text: value,
      language: lang === '' ? spoken : lang,
      ...(about === undefined ? {} : { about }),
      hasEvidence: evidence === 'yes',
    });
    const headers = { 'content-type': 'application/json' };
    try {
      const address = `/api/v1/wording?lang=${spoken}`;
      const answer = await fetch(address, { method: 'POST', headers, body, signal: asking.signal });
      if (!answer.ok) return;
      const { hints } = (await answer.json()) as { readonly hints: readonly Hint[] };
      this.#show(hints);
    } catch {
      // Hints are not worth an error: whoever writes goes on.
    }
  }

  #show(hints: readonly Hint[]): void {
    const counts = JSON.parse(this.dataset['counts'] ?? '[]') as readonly string[];
    const items = hints.map(({ why, instead }) => {
      const lead = Object.assign(document.createElement('strong'), {
        textContent: this.dataset['instead'] ?? '',
      });
      const item = document.createElement('li');
      item.append(`${why} `, lead, ` ${instead}`);
      return item;
    });
    const list = document.createElement('ul');
    list.append(...items);
    const told = Object.assign(document.createElement('p'), { textContent: counts[hints.length] ?? '' });
    this.replaceChildren(told, ...(items.length > 0 ? [list] : []));
  }
}

customElements.define('iww-wording', Wording);
