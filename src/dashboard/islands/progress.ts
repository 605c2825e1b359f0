/** What an event of the stream says. */
interface Step {
  readonly state: string;
  readonly bytesRead: number;
  readonly byteSize: number;
  readonly rows: number;
}

/** Told in words no more often than this, so that who listens can follow. */
const WORDS_EVERY_MS = 5_000;
const AGAIN_AFTER_MS = 5_000;

/** Tells how far a check is while it goes on, and shows what came of it when it rests. */
class Progress extends HTMLElement {
  #events: EventSource | undefined;
  #saidAt = 0;

  connectedCallback(): void {
    const address = this.getAttribute('src');
    if (address === null || this.#events !== undefined) return;
    const events = new EventSource(address);
    this.#events = events;
    events.onmessage = ({ data }: MessageEvent<string>) => {
      this.#tell(JSON.parse(data) as Step);
    };
    events.onerror = () => {
      if (events.readyState === EventSource.CLOSED) setTimeout(showAnew, AGAIN_AFTER_MS);
    };
  }

  disconnectedCallback(): void {
    this.#events?.close();
  }

  #tell({ state, bytesRead, byteSize, rows }: Step): void {
    if (state !== 'checking') {
      this.#events?.close();
      showAnew();
      return;
    }
    const bar = this.querySelector('progress');
    if (bar !== null && byteSize > 0) bar.value = Math.min(bytesRead / byteSize, 1);
    const said = this.querySelector('[role=status]');
    const words = this.dataset['rows'];
    if (said === null || words === undefined || rows === 0 || Date.now() - this.#saidAt < WORDS_EVERY_MS)
      return;
    this.#saidAt = Date.now();
    said.textContent = words.replace('{rows}', rows.toLocaleString(document.documentElement.lang));
  }
}

function showAnew(): void {
  location.reload();
}

customElements.define('iww-progress', Progress);
