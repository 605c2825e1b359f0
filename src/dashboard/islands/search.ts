/** A result as the API tells it. */
interface Hit {
  readonly kindLabel: string;
  readonly name: string;
  readonly address: string;
  readonly matched?: string;
}

const AFTER_MS = 150;
const MOST = 8;

/**
 * Shows results while somebody types: a combobox with a list, as the ARIA Authoring Practices describe it. Without a
 * connection the form around it still searches.
 */
class Search extends HTMLElement {
  readonly #list = document.createElement('ul');
  readonly #status = document.createElement('p');
  #field: HTMLInputElement | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asking: AbortController | undefined;
  #active = -1;

  connectedCallback(): void {
    const field = this.querySelector<HTMLInputElement>('input[type=search]');
    if (field === null || this.#field !== null) return;
    this.#field = field;
    const list = Object.assign(this.#list, { id: 'q-list', role: 'listbox', hidden: true });
    list.ariaLabel = this.dataset['list'] ?? '';
    Object.assign(this.#status, { className: 'unseen', role: 'status' });
    const combobox = { role: 'combobox', autocomplete: 'off', 'aria-autocomplete': 'list' };
    const attributes = { ...combobox, 'aria-expanded': 'false', 'aria-controls': list.id };
    for (const [name, value] of Object.entries(attributes)) field.setAttribute(name, value);
    field.parentElement?.append(list);
    this.append(this.#status);
    field.addEventListener('input', () => {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => void this.#ask(field.value.trim()), AFTER_MS);
    });
    field.addEventListener('keydown', (event) => {
      this.#press(event);
    });
    field.addEventListener('blur', () => {
      this.#close();
    });
    // Pressing on the list leaves the field where the focus is.
    list.addEventListener('mousedown', (event) => {
      event.preventDefault();
    });
    list.addEventListener('click', ({ target }) => {
      if (target instanceof Element) openResult(target.closest('li'));
    });
  }

  async #ask(question: string): Promise<void> {
    this.#asking?.abort();
    if (question === '') {
      this.#close();
      return;
    }
    const asking = new AbortController();
    this.#asking = asking;
    const lang = document.documentElement.lang;
    const query = new URLSearchParams({ q: question, lang, limit: String(MOST) }).toString();
    try {
      const answer = await fetch(`/api/v1/search.json?${query}`, { signal: asking.signal });
      if (!answer.ok) throw new Error(answer.statusText);
      const { items } = (await answer.json()) as { readonly items: readonly Hit[] };
      if (!asking.signal.aborted) this.#show(items);
    } catch {
      if (asking.signal.aborted) return;
      this.#close();
      this.#say(this.dataset['failed']);
    }
  }

  #show(hits: readonly Hit[]): void {
    this.#list.replaceChildren(...hits.map(optionOf));
    this.#activate(-1);
    this.#open(hits.length > 0);
    const words = hits.length === 0 ? this.dataset['nothing'] : this.dataset['listed'];
    this.#say(words?.replace('{count}', hits.length.toLocaleString(document.documentElement.lang)));
  }

  #press(event: KeyboardEvent): void {
    const { length } = this.#list.children;
    const isOpen = !this.#list.hidden;
    if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && length > 0) {
      this.#open(true);
      const step = event.key === 'ArrowDown' ? 1 : -1;
      // One place more than there are results: the field itself.
      this.#activate(((this.#active + 1 + step + length + 1) % (length + 1)) - 1);
    } else if (event.key === 'Escape' && isOpen) {
      this.#close();
    } else if (event.key === 'Enter' && isOpen && this.#active >= 0) {
      openResult(this.#list.children.item(this.#active));
    } else return;
    event.preventDefault();
  }

  #activate(place: number): void {
    this.#active = place;
    [...this.#list.children].forEach((option, at) => {
      option.ariaSelected = String(at === place);
    });
    const active = this.#list.children.item(place);
    active?.scrollIntoView({ block: 'nearest' });
    if (active === null) this.#field?.removeAttribute('aria-activedescendant');
    else this.#field?.setAttribute('aria-activedescendant', active.id);
  }

  #open(isOpen: boolean): void {
    this.#list.hidden = !isOpen;
    this.#field?.setAttribute('aria-expanded', String(isOpen));
  }

  #close(): void {
    clearTimeout(this.#timer);
    this.#asking?.abort();
    this.#activate(-1);
    this.#open(false);
    this.#say('');
  }

  #say(words = ''): void {
    this.#status.textContent = words;
  }
}

function optionOf({ name, kindLabel, matched, address }: Hit, at: number): HTMLElement {
  const option = Object.assign(document.createElement('li'), { id: `q-${String(at)}`, role: 'option' });
  const texts: [string, string | undefined][] = [
    ['name', name],
    ['matched', matched],
    ['kind', kindLabel],
  ];
  for (const [className, text] of texts) {
    if (text === undefined) continue;
    option.append(Object.assign(document.createElement('bdi'), { className, textContent: text }), ' ');
  }
  option.dataset['address'] = address;
  return option;
}

function openResult(option: Element | null): void {
  const address = option instanceof HTMLElement ? option.dataset['address'] : undefined;
  if (address !== undefined) location.assign(address);
}

customElements.define('iww-search', Search);
