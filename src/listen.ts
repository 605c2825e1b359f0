import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Refusal } from './platform/refusal.js';

/**
 * Opens the door.
 * @param port 0 takes a free one
 * @returns the port it listens on
 * @throws Refusal when that address cannot be listened on
 */
export async function listen(app: NestFastifyApplication, host: string, port: number): Promise<number> {
  await app.init();
  try {
    // Through Fastify itself: Nest would log a taken port with its stack before telling us.
    const address = await app.getHttpAdapter().getInstance().listen({ host, port });
    return Number(new URL(address).port || 80);
  } catch (error) {
    const fault = sentences[String((error as { code?: unknown }).code)];
    throw fault ? new Refusal(fault(host, port)) : error;
  }
}

const noSuchHost = (host: string): string =>
  `HOST is "${host}", which is no address of this machine: try 127.0.0.1 or 0.0.0.0.`;

const sentences: Readonly<Record<string, (host: string, port: number) => string>> = {
  EADDRINUSE: (host, port) =>
    `Something already listens on port ${String(port)} of ${host}, perhaps this installation: stop it, or set PORT to a free one.`,
  EACCES: (host, port) =>
    `This user may not listen on port ${String(port)} of ${host}: set PORT to 1024 or more.`,
  EADDRNOTAVAIL: noSuchHost,
  ENOTFOUND: noSuchHost,
};
