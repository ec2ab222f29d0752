import type { ServerResponse } from 'node:http';
import type { PiecedBody } from '#wire/answer-body.ts';
import { LaterJson } from '#wire/later-json.ts';

/** As much is written at a time; others are served in between. */
const CHUNK_CHARACTERS = 64 * 1024;

/** Does one piece of all answers that are being written, when others were served since the last. */
export type InTurn = <T>(work: () => Promise<T>) => Promise<T>;

/**
 * Writes a large body as its client reads it: a piece is made, or read, when the one before it has
 * left, so that a client that does not read costs one piece.
 */
export async function writePieces(
  response: ServerResponse,
  body: PiecedBody,
  inTurn: InTurn,
): Promise<void> {
  for (const chunk of chunks(body.pieces())) {
    if (response.destroyed) return;
    const hasRoom = await inTurn(async () =>
      response.write(chunk instanceof LaterJson ? await chunk.read() : chunk),
    );
    if (!hasRoom) await writable(response);
  }
  response.end();
}

function* chunks(pieces: Iterable<string | LaterJson>): Generator<string | LaterJson> {
  let gathered: string[] = [];
  let characters = 0;
  for (const piece of pieces) {
    const isLater = piece instanceof LaterJson;
    if (!isLater) {
      gathered.push(piece);
      characters += piece.length;
    }
    if (!isLater && characters < CHUNK_CHARACTERS) continue;
    yield gathered.join('');
    if (isLater) yield piece;
    gathered = [];
    characters = 0;
  }
  yield gathered.join('');
}

/** Resolves when what was written has left, or the client is gone. */
function writable(response: ServerResponse): Promise<void> {
  if (response.destroyed || !response.writableNeedDrain) return Promise.resolve();
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

/** One after the other, each in a turn of the event loop of its own. */
export function oneByOne(): InTurn {
  let last: Promise<unknown> = Promise.resolve();
  const turn = () => new Promise(setImmediate);
  return (work) => {
    const mine = last.then(work);
    last = mine.then(turn, turn);
    return mine;
  };
}
