import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { OperationMetricsService } from './operation-metrics.service.js';

/** Shows the figures to whoever is on this machine, on a port of their own. */
export async function openMetricsDoor(
  metrics: Pick<OperationMetricsService, 'text' | 'contentType'>,
  port: number,
): Promise<Server> {
  const server = createServer((request, response) => {
    if (request.url !== '/metrics' || request.method !== 'GET') {
      response.writeHead(404).end();
      return;
    }
    metrics.text().then(
      (text) => response.writeHead(200, { 'content-type': metrics.contentType }).end(text),
      () => response.writeHead(503).end(),
    );
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return server;
}
