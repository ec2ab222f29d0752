import { fractionText } from './fraction.ts';
import { LaterJson } from './later-json.ts';

/** The body of an answer: a text, or pieces of one that is too large to be made at once. */
export type AnswerBody = string | PiecedBody;

export interface PiecedBody {
  /** About what its values take of the memory, until the last piece is written. */
  readonly bytes: number;
  /** The text from its beginning to its end; a piece is made when it is asked for. */
  pieces(): Iterable<Piece>;
}

/** What of a body is written at a time: a text, or one that is still to be read. */
export type Piece = string | LaterJson;

type Fields = Readonly<Record<string, unknown>>;

/** A part of a larger one. */
const PART_BYTES_MAX = 16 * 1024;
/** Most texts are of ASCII; of others there are two or three. */
const CHARACTER_BYTES = 1;
const VALUE_BYTES = 16;

/** From this size on a body is written in pieces. */
export const wholeBytesMax = 256 * 1024;

/** The body of what is written whole by `whole`, or else a part at a time by `parts`. */
export function answerBody(
  value: Fields,
  whole: (value: Fields) => string,
  parts: (value: Fields) => Iterable<Piece>,
): AnswerBody {
  if (!exceeds(value, wholeBytesMax)) return whole(value);
  const later = laterIn(value).map(({ bytes }) => bytes);
  const allLater = later.reduce((sum, bytes) => sum + bytes, 0);
  // Of what is read later, one is there at a time.
  const bytes = sizeOf(value, Infinity) - allLater + Math.max(0, ...later);
  return { bytes, pieces: () => parts(value) };
}

/** A body in JSON. */
export function jsonBody(value: Fields): AnswerBody {
  return answerBody(value, (one) => JSON.stringify(one), jsonParts);
}

function* jsonParts(value: unknown): Generator<Piece> {
  if (value instanceof LaterJson) {
    yield value;
    return;
  }
  if (!isComposed(value) || !exceeds(value, PART_BYTES_MAX)) {
    yield JSON.stringify(value ?? null);
    return;
  }
  const isList = Array.isArray(value);
  let before = isList ? '[' : '{';
  for (const [name, member] of Object.entries(value)) {
    if (member === undefined && !isList) continue;
    yield isList ? before : `${before}${JSON.stringify(name)}:`;
    yield* jsonParts(member);
    before = ',';
  }
  yield isList ? ']' : '}';
}

function laterIn(value: unknown): readonly LaterJson[] {
  if (value instanceof LaterJson) return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(laterIn);
}

/** Whether a value is better written in parts. */
export function isLargePart(value: unknown): value is object {
  return isComposed(value) && exceeds(value, PART_BYTES_MAX);
}

function isComposed(value: unknown): value is object {
  return typeof value === 'object' && value !== null && fractionText(value) === undefined;
}

function exceeds(value: unknown, bytesMax: number): boolean {
  return sizeOf(value, bytesMax) > bytesMax;
}

/** What a value takes of the memory, counted no further than is asked for. */
function sizeOf(value: unknown, enough: number): number {
  if (typeof value === 'string') return VALUE_BYTES + value.length * CHARACTER_BYTES;
  if (typeof value !== 'object' || value === null) return VALUE_BYTES;
  if (value instanceof LaterJson) return VALUE_BYTES + value.bytes;
  let size = VALUE_BYTES;
  // Names in turn (`for in`) take three times as long of an object that was just made.
  const members: readonly unknown[] = Array.isArray(value) ? value : Object.values(value);
  for (const member of members) {
    size += VALUE_BYTES + sizeOf(member, enough - size);
    if (size > enough) return size;
  }
  return size;
}
