import type { FastifyRequest } from 'fastify';
import { Problem } from '../platform/problem.js';

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

/**
 * What the query of an address asks for, read as a form.
 * @throws Problem malformed_request (400) for a character that no text of a database holds
 */
export function askedForm({ url }: Pick<FastifyRequest, 'url'>): SentForm {
  const [, query = ''] = url.split('?', 2);
  const fields = new URLSearchParams(query);
  if ([...fields].flat().some((text) => text.includes('\0'))) throw new Problem('malformed_request', 400);
  return new SentForm(fields);
}
