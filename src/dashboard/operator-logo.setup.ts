import type { FastifyInstance } from 'fastify';
import { readLogo, type OperatorFacts } from './operator-facts.js';

/** Serves the logo of the operator, where there is one, for ever: its name changes with its content. */
export function setUpLogo(server: FastifyInstance, operator: OperatorFacts): void {
  const logo = readLogo(operator);
  if (logo === undefined) return;
  const { address, type, content } = logo;
  server.get(address, (_request, reply) =>
    reply
      .headers({
        'content-type': type,
        'cache-control': 'public, max-age=31536000, immutable',
        'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
      })
      .send(content),
  );
}
