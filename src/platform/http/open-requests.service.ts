import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';
import { StoppingService } from '../stopping.service.js';

/** Answers still tell their clients to go elsewhere, and new connections are still taken, for so long, ms. */
const FAREWELL_MS = 500;
/** What was accepted may take so long to finish, ms. */
const PATIENCE_MS = 8_000;
const LOOK_EVERY_MS = 20;

/**
 * Knows the requests that were accepted, that is, of which the head was read, and have no whole answer yet; and closes
 * the door without failing one of them.
 */
@Injectable()
export class OpenRequestsService {
  private readonly open = new Set<object>();
  private server: FastifyInstance | undefined;

  constructor(private readonly stopping: StoppingService) {}

  /** To be called before the server's other hooks are set up. */
  watch(server: FastifyInstance): void {
    this.server = server;
    server.addHook('onRequest', (request, reply, done) => {
      this.open.add(request.raw);
      reply.raw.once('close', () => this.open.delete(request.raw));
      done();
    });
    server.addHook('onSend', (_request, reply, _payload, done) => {
      if (this.stopping.hasBegun) void reply.header('connection', 'close');
      done();
    });
    server.addHook('preClose', async () => {
      await this.finish(0);
    });
  }

  get count(): number {
    return this.open.size;
  }

  /**
   * Says goodbye on every answer, takes no more connections, lets what was accepted finish, and cuts what then is left.
   * @returns how many accepted requests were cut
   */
  async finish(farewell = FAREWELL_MS): Promise<number> {
    const deadline = performance.now() + PATIENCE_MS;
    this.stopping.begin();
    const { server } = this;
    if (server?.server.listening !== true) return 0;
    await pause(farewell);
    server.server.close();
    while (this.open.size > 0 && performance.now() < deadline) await pause(LOOK_EVERY_MS);
    const cut = this.open.size;
    server.server.closeAllConnections();
    return cut;
  }
}
