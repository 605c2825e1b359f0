import type { FastifyInstance } from 'fastify';
import type { IncomingMessage } from 'node:http';

/** So long what is still on its way is let in and let go, so that the answer arrives before the end; milliseconds. */
const LINGER_MS = 1_000;
/** Bytes of a body that are worth reading to keep the connection. */
const READ_ANYWAY = 65_536;

/** Answers at once also who is still sending, and then ends the connection instead of reading the rest. */
export function setUpUnreadBodies(server: FastifyInstance): void {
  server.addHook('onSend', ({ raw }, reply, _payload, done) => {
    if (isUnread(raw)) {
      reply.header('connection', 'close');
      endSoftly(raw);
    }
    done();
  });
}

function isUnread({ complete, headers }: IncomingMessage): boolean {
  const mayBeLong =
    headers['transfer-encoding'] !== undefined || Number(headers['content-length']) > READ_ANYWAY;
  return !complete && mayBeLong;
}

/** To close a connection with bytes unread would take back the answer that was just sent. */
function endSoftly(request: IncomingMessage): void {
  const { socket } = request;
  socket.destroySoon = () => {
    socket.end();
    request.resume();
    setTimeout(() => socket.destroy(), LINGER_MS).unref();
  };
}
