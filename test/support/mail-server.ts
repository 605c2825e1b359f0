import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

export interface ReceivedMail {
  readonly to: string;
  readonly from: string;
  /** Headers and body, unfolded, quoted-printable and base64 undone. */
  readonly text: string;
}

/** A mail server on loopback that keeps what it takes. */
export interface MailServer {
  readonly url: string;
  /** Takes out what came in so far. */
  taken(): readonly ReceivedMail[];
  /** From now on answers for this recipient with a number, such as 550; `undefined` takes everything again. */
  refuse(recipient: string | undefined, code?: number): void;
  /** Stops answering; what was started on the same port answers again. */
  stop(): Promise<void>;
  start(): Promise<void>;
}

export async function startMailServer(): Promise<MailServer> {
  const received: ReceivedMail[] = [];
  let refused: { readonly recipient: string; readonly code: number } | undefined;
  let server: SMTPServer | undefined;
  let port = 0;
  const start = async (): Promise<void> => {
    server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onRcptTo: ({ address }, _session, done) => {
        if (refused?.recipient !== address) done();
        else done(Object.assign(new Error(`No room for ${address}`), { responseCode: refused.code }));
      },
      onData: (stream, { envelope }, done) => {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          received.push({
            to: envelope.rcptTo.map(({ address }) => address).join(),
            from: envelope.mailFrom === false ? '' : envelope.mailFrom.address,
            text: readable(Buffer.concat(chunks).toString()),
          });
          done();
        });
      },
    });
    server.on('error', () => undefined);
    await new Promise<void>((resolve) => server?.listen(port, '127.0.0.1', resolve));
    port = (server.server.address() as AddressInfo).port;
  };
  await start();
  return {
    url: `smtp://127.0.0.1:${String(port)}`,
    taken: () => received.splice(0),
    refuse: (recipient, code = 550) => {
      refused = recipient === undefined ? undefined : { recipient, code };
    },
    stop: () => new Promise((resolve) => (server === undefined ? resolve() : server.close(resolve))),
    start,
  };
}

/** Enough of MIME to read plain text, and the parts of a mail that says the same in several ways. */
function readable(message: string): string {
  const [head = '', ...parts] = message.split('\r\n\r\n');
  const headers = head.replaceAll(/\r\n[ \t]+/g, ' ').replaceAll(/=\?utf-8\?([QB])\?(.*?)\?=/gi, decodeWord);
  const boundary = /boundary="([^"]+)"/.exec(headers)?.[1];
  if (boundary !== undefined) {
    const [, ...rest] = parts.join('\r\n\r\n').split(`--${boundary}`);
    return [headers, ...rest.slice(0, -1).map((part) => readable(part.replace(/^\r\n/, '')))].join('\n\n');
  }
  const body = parts.join('\n\n').replaceAll('\r\n', '\n');
  if (/transfer-encoding: base64/i.test(headers)) return `${headers}\n\n${fromBase64(body)}`;
  return /transfer-encoding: quoted-printable/i.test(headers)
    ? `${headers}\n\n${fromQuoted(body)}`
    : `${headers}\n\n${body}`;
}

function decodeWord(_word: string, encoding: string, text: string): string {
  return encoding.toUpperCase() === 'B' ? fromBase64(text) : fromQuoted(text.replaceAll('_', ' '));
}

function fromBase64(text: string): string {
  return Buffer.from(text, 'base64').toString();
}

function fromQuoted(text: string): string {
  const joined = text.replaceAll(/=\n/g, '');
  return Buffer.from(
    joined.replaceAll(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
    'latin1',
  ).toString();
}
