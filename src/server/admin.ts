import { chmodSync } from 'node:fs';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import process from 'node:process';
import type { AdminCommand } from './admin-parts.ts';
import { AdminAnswer } from './admin-answer.ts';
import { AdminInput, AdminRefusal } from './admin-input.ts';
import { socketPlace } from './admin-socket.ts';
import { ByteRoom, readBody } from './body.ts';
import { createServer } from './node-http.ts';

const INPUT_BYTES_MAX = 64 * 1024;

/** The administration surface: HTTP on a unix socket that its owner alone may open (D31). */
export interface Admin {
  readonly socketPath: string;
  stop(): Promise<void>;
}

/**
 * Listens for commands: each is `POST /<name>` with a JSON object as its input. The answer is JSON;
 * of a command that tells how far it is, lines of JSON, the last of which is the answer.
 */
export async function startAdmin(
  data: string,
  commands: ReadonlyMap<string, AdminCommand>,
): Promise<Admin> {
  const place = socketPlace(data);
  const server = createServer((request, response) => {
    respond(commands, request, response).catch(() => response.destroy());
  });
  await listening(server, place.path);
  chmodSync(place.path, 0o600);
  return {
    socketPath: place.path,
    async stop() {
      const closed = new Promise<void>((resolve) => {
        server.close(() => resolve());
      });
      server.closeAllConnections();
      await closed;
      place.remove();
    },
  };
}

function listening(server: Server, path: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    // The socket is made inside the call, so nothing else is made under this mask.
    const umask = process.umask(0o177);
    server.listen(path, () => resolve());
    process.umask(umask);
  });
}

async function respond(
  commands: ReadonlyMap<string, AdminCommand>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const name = (request.url ?? '').slice(1);
  const command = commands.get(name);
  const body = await readBody(request, {
    declared: request.headers['content-length'],
    bytesMax: INPUT_BYTES_MAX,
    // Whoever may open the socket is trusted with as many as they like.
    room: new ByteRoom(INPUT_BYTES_MAX),
  });
  if (body.read === 'aborted') return;
  const answer = new AdminAnswer(response);
  try {
    if (command === undefined || request.method !== 'POST') {
      throw new AdminRefusal(`Commands are sent by POST: ${[...commands.keys()].join(', ')}.`);
    }
    if (body.read !== 'whole') throw new AdminRefusal('The input is too large.');
    const input = new AdminInput(parse(body.bytes));
    answer.end(200, await command(input, (progress) => answer.tell(progress)));
  } catch (error) {
    answer.end(400, { error: error instanceof Error ? error.message : String(error) });
  }
}

function parse(bytes: Buffer): unknown {
  if (bytes.length === 0) return {};
  try {
    return JSON.parse(bytes.toString('utf8')) as unknown;
  } catch (error) {
    throw new AdminRefusal(`The input is no JSON: ${(error as Error).message}`);
  }
}
