/** What was typed into a form, and when last. */
interface Kept {
  readonly at: number;
  /** By name of the field; of boxes and choices the values that are chosen. */
  readonly fields: Readonly<Record<string, readonly string[]>>;
}

type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

const DAYS_KEPT = 7;
const PREFIX = 'iww-keep ';
/** Never kept: what is secret, what is no text, and what the form carries itself. */
const NEVER = new Set(['hidden', 'password', 'file', 'submit', 'button', 'reset', 'image']);

/**
 * Keeps what is typed into the form within, in this browser only, until it is sent: a reload or a power cut loses
 * nothing. Where nothing can be stored, nothing is kept.
 */
class Keep extends HTMLElement {
  connectedCallback(): void {
    const form = this.querySelector('form');
    if (form === null || this.dataset['ready'] !== undefined) return;
    this.dataset['ready'] = '';
    const key = keyOf(form, this.dataset['owner'] ?? '');
    dropOld(key);
    const kept = read(key);
    if (kept !== undefined && fill(form, kept)) this.#tell(form, key);
    form.addEventListener('input', () => {
      write(key, { at: Date.now(), fields: typedInto(form) });
    });
    form.addEventListener('submit', () => {
      forget(key);
    });
  }

  /** Says that the form is not as it came, and offers to have it as it came. */
  #tell(form: HTMLFormElement, key: string): void {
    const told = Object.assign(document.createElement('p'), { className: 'note', role: 'status' });
    const again = Object.assign(document.createElement('button'), { type: 'button', className: 'link' });
    again.textContent = this.dataset['again'] ?? '';
    again.addEventListener('click', () => {
      forget(key);
      form.reset();
      told.remove();
      fieldsOf(form)[0]?.focus();
    });
    told.append(`${this.dataset['kept'] ?? ''} `, again);
    this.prepend(told);
  }
}

/** A form of this person at this address; of a thing that has versions, this version. */
function keyOf(form: HTMLFormElement, owner: string): string {
  const version = form.elements.namedItem('version');
  const ofVersion = version instanceof HTMLInputElement ? version.value : '';
  return PREFIX + [owner, location.pathname, new URL(form.action).pathname, ofVersion].join(' ');
}

function fieldsOf(form: HTMLFormElement): readonly Field[] {
  return [...form.elements].filter(
    (field): field is Field =>
      'name' in field && field.name !== '' && 'type' in field && !NEVER.has(String(field.type)),
  );
}

function isTicked(field: Field): field is HTMLInputElement {
  return field instanceof HTMLInputElement && ['checkbox', 'radio'].includes(field.type);
}

function typedInto(form: HTMLFormElement): Kept['fields'] {
  const fields: Record<string, string[]> = {};
  for (const field of fieldsOf(form)) {
    const values = (fields[field.name] ??= []);
    if (!isTicked(field) || field.checked) values.push(field.value);
  }
  return fields;
}

/** @returns whether that changed anything */
function fill(form: HTMLFormElement, { fields }: Kept): boolean {
  const before = JSON.stringify(typedInto(form));
  for (const field of fieldsOf(form)) {
    const values = fields[field.name];
    if (values === undefined) continue;
    if (isTicked(field)) field.checked = values.includes(field.value);
    else field.value = values[0] ?? '';
  }
  return JSON.stringify(typedInto(form)) !== before;
}

function dropOld(key: string): void {
  const oldest = Date.now() - DAYS_KEPT * 86_400_000;
  attempt(() => {
    for (const other of Object.keys(localStorage)) {
      if (!other.startsWith(PREFIX) || other === key) continue;
      if ((read(other)?.at ?? 0) < oldest) localStorage.removeItem(other);
    }
  });
}

function read(key: string): Kept | undefined {
  return attempt(() => {
    const text = localStorage.getItem(key);
    return text === null ? undefined : (JSON.parse(text) as Kept);
  });
}

function write(key: string, kept: Kept): void {
  attempt(() => {
    localStorage.setItem(key, JSON.stringify(kept));
  });
}

function forget(key: string): void {
  attempt(() => {
    localStorage.removeItem(key);
  });
}

/** Storing may be forbidden or full: then nothing is kept, and nothing else is lost. */
function attempt<Result>(step: () => Result): Result | undefined {
  try {
    return step();
  } catch {
    return undefined;
  }
}

customElements.define('iww-keep', Keep);
