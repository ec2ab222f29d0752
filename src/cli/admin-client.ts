import { dirname, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import type { Progress } from '#server/admin-answer.ts';
import { request } from '#server/node-http.ts';
import { socketPathOf } from '#server/admin-socket.ts';
import { memorySockets } from '#server/memory-sockets.ts';
import { Failure } from './failure.ts';

/** Which running server is meant. */
export interface ServerChoice {
  readonly data: string;
  /** Of a server that keeps nothing: it has no data directory to find it by. */
  readonly socket?: string;
}

/** No server runs on this data directory. */
export class NotRunning extends Failure {}

const ANSWER_BYTES_MAX = 64 * 1024 * 1024;

/**
 * Sends a command to the administration socket of a server and answers what it answers.
 * @throws NotRunning where nobody listens there; Failure with what the server objects to.
 */
export async function administer(
  choice: ServerChoice,
  command: string,
  input: Readonly<Record<string, unknown>> = {},
): Promise<unknown> {
  return administerTelling(choice, { command, input }, () => undefined);
}

/** The same for a command that takes long: `tell` is told how far it is. */
export async function administerTelling(
  choice: ServerChoice,
  { command, input }: { readonly command: string; readonly input: object },
  tell: (progress: Progress) => void,
): Promise<unknown> {
  const sending = {
    socketPath: await socketOf(choice),
    command,
    body: JSON.stringify(input),
  };
  let last: unknown;
  const status = await exchange(sending, (line) => {
    last = JSON.parse(line) as unknown;
    if (isProgress(last)) tell(last.progress);
  });
  if (status.isLines) {
    if (isObject(last) && 'answer' in last) return last['answer'];
    if (isProgress(last)) throw new Failure('The server ended before it was done.');
  } else if (status.code === 200) return last;
  throw new Failure((last as { readonly error: string }).error);
}

/** Where the server listens that is meant; of those that keep nothing, the only one there is. */
async function socketOf({ data, socket }: ServerChoice): Promise<string> {
  if (socket !== undefined) return socket;
  if (data !== ':memory:') return socketPathOf(data);
  const [one, ...others] = await memorySockets();
  if (one === undefined) throw new NotRunning('No server that keeps nothing runs here.');
  if (others.length === 0) return one;
  const all = [one, ...others].map((path) => `--socket ${path}`);
  throw new Failure(`Several servers keep nothing; say which is meant:\n  ${all.join('\n  ')}`);
}

/** Where a server keeps its files: its data directory, or that of its socket if it has none. */
export async function directoryOf(choice: ServerChoice): Promise<string> {
  const { data, socket } = choice;
  if (socket === undefined && data !== ':memory:') return resolve(data);
  return dirname(await socketOf(choice));
}

function isProgress(value: unknown): value is { readonly progress: Progress } {
  return isObject(value) && 'progress' in value;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

interface Sending {
  readonly socketPath: string;
  readonly command: string;
  readonly body: string;
}

/** Sends a command; each line of the answer is handed on as it comes. */
function exchange(
  { socketPath, command, body }: Sending,
  onLine: (line: string) => void,
): Promise<{ readonly code: number; readonly isLines: boolean }> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-length': Buffer.byteLength(body) };
    const path = `/${command}`;
    const sent = request({ socketPath, method: 'POST', path, headers, agent: false });
    sent.on('response', (response) => {
      let size = 0;
      response.on('data', (chunk: Buffer) => {
        size += chunk.length;
        if (size > ANSWER_BYTES_MAX) response.destroy(new Failure('The answer is too large.'));
      });
      const lines = createInterface({ input: response });
      lines.on('line', onLine);
      response.on('error', reject);
      lines.on('close', () => {
        const { statusCode: code = 0, headers: answered } = response;
        const isLines = answered['content-type'] === 'application/x-ndjson';
        if (response.complete) resolve({ code, isLines });
        else reject(new Failure('The server ended before it was done.'));
      });
    });
    sent.on('error', (error: NodeJS.ErrnoException) => reject(unreachable(socketPath, error)));
    sent.end(body);
  });
}

function unreachable(socketPath: string, error: NodeJS.ErrnoException): Error {
  if (error.code === 'ENOENT' || error.code === 'ECONNREFUSED') {
    return new NotRunning(
      `No server runs here (${socketPath}). Start one with "yuntai serve", or say which is ` +
        'meant: --data DIR, or --data :memory: for one that keeps nothing.',
      { cause: error },
    );
  }
  if (error.code === 'EACCES') {
    const what = `The socket ${socketPath} is another user's: run this as the user of the server.`;
    return new Failure(what, { cause: error });
  }
  return new Failure(`The server does not answer on ${socketPath}: ${error.message}`, {
    cause: error,
  });
}
