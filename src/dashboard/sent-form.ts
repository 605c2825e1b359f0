import type { FastifyRequest } from 'fastify';

/** Fields of a form as sent, trimmed. */
export class SentForm {
  constructor(private readonly fields: URLSearchParams) {}

  /** `undefined` for a field that is missing or empty. */
  text(name: string): string | undefined {
    const text = this.fields.get(name)?.trim();
    return text === '' ? undefined : text;
  }

  /** Whether there was such a field, empty or not. */
  has(name: string): boolean {
    return this.fields.has(name);
  }

  /** All values of a field that may be sent several times. */
  all(name: string): readonly string[] {
    return this.fields.getAll(name);
  }

  /** Names and values of the fields whose names start so, without that start. */
  startingWith(prefix: string): readonly (readonly [string, string])[] {
    return [...this.fields]
      .filter(([name]) => name.startsWith(prefix))
      .map(([name, value]) => [name.slice(prefix.length), value] as const);
  }
}

export function sentForm({ body }: FastifyRequest): SentForm {
  return new SentForm(body instanceof URLSearchParams ? body : new URLSearchParams());
}
