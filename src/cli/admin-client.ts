import { request } from '#server/node-http.ts';
import { socketPathOf } from '#server/admin-socket.ts';
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
  { data, socket }: ServerChoice,
  command: string,
  input: Readonly<Record<string, unknown>> = {},
): Promise<unknown> {
  const socketPath = socket ?? socketPathOf(data);
  const { status, text } = await exchange(socketPath, command, JSON.stringify(input));
  const answer = JSON.parse(text) as unknown;
  if (status === 200) return answer;
  throw new Failure((answer as { readonly error: string }).error);
}

function exchange(
  socketPath: string,
  command: string,
  body: string,
): Promise<{ readonly status: number; readonly text: string }> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-length': Buffer.byteLength(body) };
    const sent = request({
      socketPath,
      method: 'POST',
      path: `/${command}`,
      headers,
      agent: false,
    });
    sent.on('response', (response) => {
      const chunks: Buffer[] = [];
      let size = 0;
      response.on('data', (chunk: Buffer) => {
        chunks.push(chunk);
        size += chunk.length;
        if (size > ANSWER_BYTES_MAX) response.destroy(new Failure('The answer is too large.'));
      });
      response.on('error', reject);
      response.on('end', () => {
        resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString('utf8') });
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
        'meant: --data DIR, or --socket PATH for one that keeps nothing (its first log line ' +
        'has the path).',
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
