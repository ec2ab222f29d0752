import type { ServerResponse } from 'node:http';
import type { PiecedBody } from '#wire/answer-body.ts';
import { LaterJson } from '#wire/later-json.ts';

/** As much is written at a time; others are served in between. */
const CHUNK_CHARACTERS = 64 * 1024;

/** What answers that are written in pieces share. */
export interface PieceTurns {
  /** Resolves when others have been served. */
  turn(): Promise<void>;
  /** Reads a piece when none other is being read, and others have been served since the last. */
  inTurn<T>(read: () => Promise<T>): Promise<T>;
}

/**
 * Writes a large body as its client reads it: a piece is made, or read, when the one before it has
 * left, so that a client that does not read costs one piece.
 */
export async function writePieces(
  response: ServerResponse,
  body: PiecedBody,
  { turn, inTurn }: PieceTurns,
): Promise<void> {
  const write = async (text: string): Promise<void> => {
    if (!response.write(text)) await writable(response);
    await turn();
  };
  for (const chunk of chunks(body.pieces())) {
    if (response.destroyed) return;
    await write(chunk instanceof LaterJson ? await inTurn(chunk.read) : chunk);
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
export function oneByOne(): PieceTurns['inTurn'] {
  let last: Promise<unknown> = Promise.resolve();
  const turn = () => new Promise(setImmediate);
  return (read) => {
    const mine = last.then(read);
    last = mine.then(turn, turn);
    return mine;
  };
}
