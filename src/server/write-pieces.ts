import type { ServerResponse } from 'node:http';
import type { PiecedBody } from '#wire/answer-body.ts';

/** As much is written at a time; others are served in between. */
const CHUNK_CHARACTERS = 64 * 1024;

/**
 * Writes a large body as its client reads it: a piece is made when the one before it has left, so
 * that a client that does not read costs what is to be written, and not its text as well.
 * `turn` resolves when others have been served.
 */
export async function writePieces(
  response: ServerResponse,
  body: PiecedBody,
  turn: () => Promise<void>,
): Promise<void> {
  for (const chunk of chunks(body.pieces())) {
    if (response.destroyed) return;
    if (!response.write(chunk)) await writable(response);
    await turn();
  }
  response.end();
}

function* chunks(pieces: Iterable<string>): Generator<string> {
  let gathered: string[] = [];
  let characters = 0;
  for (const piece of pieces) {
    gathered.push(piece);
    characters += piece.length;
    if (characters < CHUNK_CHARACTERS) continue;
    yield gathered.join('');
    gathered = [];
    characters = 0;
  }
  yield gathered.join('');
}

/** Resolves when what was written has left, or the client is gone. */
function writable(response: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      response.off('drain', end);
      response.off('close', end);
      resolve();
    };
    response.on('drain', end);
    response.on('close', end);
  });
}
