import type { IncomingMessage } from 'node:http';

/** What came of reading a body: all of it, the beginning of one too large, or a client gone. */
export type Body =
  | { readonly read: 'whole'; readonly bytes: Buffer }
  | { readonly read: 'too-large'; readonly bytes: Buffer }
  | { readonly read: 'aborted' };

const NOTHING = Buffer.alloc(0);

/**
 * Reads a request's body up to `bytesMax`. What is longer, or is declared to be, is not kept: its
 * first bytes are answered at once, and the rest is left to the caller to drain.
 */
export function readBody(
  request: IncomingMessage,
  declared: string | undefined,
  bytesMax: number,
): Promise<Body> {
  if (declared !== undefined && Number(declared) > bytesMax) {
    return Promise.resolve({ read: 'too-large', bytes: NOTHING });
  }
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      chunks.push(chunk);
      if (size <= bytesMax) return;
      request.removeAllListeners('data').pause();
      resolve({ read: 'too-large', bytes: chunks[0] ?? NOTHING });
    });
    request.once('end', () => {
      const bytes = chunks.length === 1 ? chunks[0] : Buffer.concat(chunks, size);
      resolve({ read: 'whole', bytes: bytes ?? NOTHING });
    });
    request.once('close', () => resolve({ read: 'aborted' }));
  });
}

/** Lets what is left of a body come in and be forgotten; resolves when it ends or is `bytesMax`. */
export function drainBody(request: IncomingMessage, bytesMax: number): Promise<void> {
  return new Promise((resolve) => {
    let left = bytesMax;
    request.on('data', (chunk: Buffer) => {
      left -= chunk.length;
      if (left < 0) resolve();
    });
    request.once('end', resolve);
    request.once('close', resolve);
    request.resume();
  });
}
