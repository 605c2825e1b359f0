import { connect, type Socket } from 'node:net';

/** What came back on a bare connection. */
export interface RawAnswer {
  readonly status: number;
  /** With names in lower case; several of one name one after the other. */
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
  /** All of it, as it came. */
  readonly text: string;
}

/** A bare connection to the web server at an address. */
export async function connectTo(url: string): Promise<Socket> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  socket.on('error', () => undefined);
  await new Promise((resolve) => socket.once('connect', resolve));
  return socket;
}

/** Sends text as it is, and reads until the server ends the connection. */
export async function sendRaw(url: string, text: string | Buffer): Promise<RawAnswer> {
  const socket = await connectTo(url);
  const answer = answerOn(socket);
  socket.write(text);
  return answer;
}

/** What comes on a connection until it is closed. */
export function answerOn(socket: Socket): Promise<RawAnswer> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    socket.on('data', (chunk) => chunks.push(chunk));
    socket.once('close', () => {
      resolve(readAnswer(Buffer.concat(chunks).toString('utf8')));
    });
  });
}

/** Reads an answer as it came; status 0 when there is none. */
function readAnswer(text: string): RawAnswer {
  const [head = '', ...rest] = text.split('\r\n\r\n');
  const [first = '', ...lines] = head.split('\r\n');
  const headers = new Map<string, string>();
  for (const line of lines) {
    const [name = '', value = ''] = line.split(/:\s*(.*)/s);
    const key = name.toLowerCase();
    headers.set(key, [headers.get(key), value].filter((each) => each !== undefined).join(', '));
  }
  const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(first)?.[1] ?? 0);
  return { status, headers, body: rest.join('\r\n\r\n'), text };
}
