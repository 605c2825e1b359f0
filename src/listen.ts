import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DatabaseWatchService } from './platform/postgres/database-watch.service.js';
import { Refusal } from './platform/refusal.js';

/**
 * Opens the door.
 * @param port 0 takes a free one
 * @returns the port it listens on
 * @throws Refusal when that address cannot be listened on
 */
export async function listen(app: NestFastifyApplication, host: string, port: number): Promise<number> {
  await app.init();
  await app.get(DatabaseWatchService).start();
  try {
    // Through Fastify itself: Nest would log a taken port with its stack before telling us.
    const address = await app.getHttpAdapter().getInstance().listen({ host, port });
    return Number(new URL(address).port || 80);
  } catch (error) {
    throw refusalOfPort(error, 'PORT', host, port);
  }
}

/** What is wrong with an address that cannot be listened on, in a sentence that names the setting. */
export function refusalOfPort(
  error: unknown,
  setting: 'PORT' | 'METRICS_PORT',
  host: string,
  port: number,
): unknown {
  const sentence = sentences[String((error as { code?: unknown }).code)];
  return sentence ? new Refusal(sentence(host, port, setting)) : error;
}

const noSuchHost = (host: string): string =>
  `HOST is "${host}", which is no address of this machine: try 127.0.0.1 or 0.0.0.0.`;

const sentences: Readonly<Record<string, (host: string, port: number, setting: string) => string>> = {
  EADDRINUSE: (host, port, setting) =>
    `Something already listens on port ${String(port)} of ${host}, perhaps this installation: stop it, or set ${setting} to a free one.`,
  EACCES: (host, port, setting) =>
    `This user may not listen on port ${String(port)} of ${host}: set ${setting} to 1024 or more.`,
  EADDRNOTAVAIL: noSuchHost,
  ENOTFOUND: noSuchHost,
};
