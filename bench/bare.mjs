import Fastify from 'fastify';

// The least that gives an answer: bare Fastify in a process of its own, as ours is, so that neither shares one with
// whoever asks. Told once what to answer; tells where.

process.once('message', async ({ status, headers, body }) => {
  const bytes = body === undefined ? undefined : Buffer.from(body, 'base64');
  const app = Fastify();
  app.get('/', (_request, reply) => reply.code(status).headers(headers).send(bytes));
  process.send(await app.listen({ port: 0, host: '127.0.0.1' }));
});
process.once('disconnect', () => process.exit());
