import { Logger } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';
import type { LogLines } from './log-lines.service.js';
import type { MetricsService } from './metrics.service.js';

/**
 * Notes each answer: as a line of the log, and in the figures. A line has the pattern of the address and no part of it
 * that somebody chose: a receipt, a query and a link from a mail are secrets; and nothing about who asked.
 * @param lines where the log goes; a line is only made when it is wanted there
 */
export function setUpRequestLog(server: FastifyInstance, metrics: MetricsService, lines: LogLines): void {
  const logger = new Logger('Http');
  const isWanted = lines.isLevelEnabled('log');
  server.addHook('onResponse', (request, reply, done) => {
    const { url: route } = request.is404 ? {} : request.routeOptions;
    const { statusCode: status, elapsedTime: milliseconds } = reply;
    metrics.answered(request.method, route, status, milliseconds / 1_000);
    if (isWanted) {
      logger.log('answered', {
        requestId: request.id,
        method: request.method,
        route: route ?? null,
        status,
        milliseconds: Math.round(milliseconds * 10) / 10,
        bytes: lengthOf(reply.getHeader('content-length')),
        isCut: !reply.raw.writableFinished,
      });
    }
    done();
  });
}

/** Bytes of a body; nothing for one that is written as it comes. */
function lengthOf(header: number | string | string[] | undefined): number | null {
  return header === undefined ? null : Number(header);
}
