import type { Reader, Tx } from '#store/store.ts';
import {
  advanceBetween,
  advanceCursor,
  deleteAdvance,
  deleteAdvanceBelow,
  deleteAllAdvance,
  deleteAllReleased,
  deleteRangeRow,
  deleteReleased,
  deleteReleasedUpTo,
  deleteUntakenRange,
  freeByKeys,
  insertAdvance,
  insertRange,
  insertReleased,
  lowerFree,
  lowestReleased,
  moveCursor,
  raiseFree,
  rangeByKey,
} from './table.ts';

/**
 * A range of IPv4 addresses to give out, as integers (D7). What is taken is: everything behind the
 * cursor except `released_addresses`, and ahead of it `advance_addresses`. `free` is what is left,
 * always; it is booked first, so that the row of the range is held by one transaction at a time.
 */
export interface NewRange {
  readonly key: string;
  /** First and last address, both included. */
  readonly first: number;
  readonly last: number;
}

const WINDOW_MIN = 64;
const WINDOW_MAX = 4096;

/** Makes a range with everything free. False where there is one of that key. */
export async function createRange(tx: Tx, { key, first, last }: NewRange): Promise<boolean> {
  const free = last - first + 1;
  if (free < 1) throw new RangeError(`A range needs an address: ${first} to ${last} has none.`);
  return (await tx.run(insertRange, { key, first, last, cursor: first, free })) === 1;
}

/**
 * Takes `count` addresses: those at the cursor, and when it is through, the lowest given back.
 * Undefined, with nothing taken, where fewer are free or the range does not exist. O(count).
 */
export async function takeAddresses(
  tx: Tx,
  range: string,
  count: number,
): Promise<readonly number[] | undefined> {
  if (count < 1) return [];
  const [advanced] = await tx.all(advanceCursor, { key: range, count });
  if (advanced !== undefined) {
    return Array.from({ length: count }, (_, index) => advanced.cursor - count + index);
  }
  if ((await tx.run(lowerFree, { key: range, count })) !== 1) return undefined;
  const taken = await takeAtCursor(tx, range, count);
  if (taken.length === count) return taken;
  const again = await takeReleased(tx, range, count - taken.length);
  return [...taken, ...again];
}

/** Takes up to `count` addresses ahead of the cursor, past those taken in advance. */
async function takeAtCursor(tx: Tx, range: string, count: number): Promise<readonly number[]> {
  const { cursor: from, last } = await rowOf(tx, range);
  const taken: number[] = [];
  let cursor = from;
  let window = Math.min(Math.max(count, WINDOW_MIN), WINDOW_MAX);
  while (taken.length < count && cursor <= last) {
    const to = Math.min(cursor + window, last + 1);
    const rows = await tx.all(advanceBetween, { range, from: cursor, to });
    const skipped = new Set(rows.map(({ address }) => address));
    for (; cursor < to && taken.length < count; cursor += 1) {
      if (!skipped.has(cursor)) taken.push(cursor);
    }
    window = Math.min(window * 2, WINDOW_MAX);
  }
  if (cursor === from) return taken;
  expectOne(await tx.run(moveCursor, { key: range, from, to: cursor }), range);
  await tx.run(deleteAdvanceBelow, { range, below: cursor });
  return taken;
}

async function takeReleased(tx: Tx, range: string, count: number): Promise<readonly number[]> {
  const rows = await tx.all(lowestReleased, { range, limit: count });
  const upTo = rows.at(-1)?.address;
  if (rows.length < count || upTo === undefined) throw wrongBooks(range);
  if ((await tx.run(deleteReleasedUpTo, { range, upTo })) !== count) throw wrongBooks(range);
  return rows.map(({ address }) => address);
}

/**
 * Takes the one address that is asked for. False, with nothing taken, where it is taken or outside
 * of the range.
 */
export async function takeAddress(tx: Tx, range: string, address: number): Promise<boolean> {
  if ((await tx.run(lowerFree, { key: range, count: 1 })) !== 1) return false;
  const { first, last, cursor } = await rowOf(tx, range);
  const inside = address >= first && address <= last;
  const book = address >= cursor ? insertAdvance : deleteReleased;
  if (inside && (await tx.run(book, { range, address })) === 1) return true;
  expectOne(await tx.run(raiseFree, { key: range, count: 1 }), range);
  return false;
}

/** Gives addresses back. @throws Error where one was not taken: the books are wrong. */
export async function returnAddresses(
  tx: Tx,
  range: string,
  addresses: readonly number[],
): Promise<void> {
  if (addresses.length === 0) return;
  const raised = await tx.first(raiseFree, { key: range, count: addresses.length });
  if (raised === undefined) throw wrongBooks(range);
  const { first, last, cursor } = raised;
  for (const address of addresses) {
    if (address < first || address > last) throw wrongBooks(range, address);
    const book = address >= cursor ? deleteAdvance : insertReleased;
    if ((await tx.run(book, { range, address })) !== 1) throw wrongBooks(range, address);
  }
}

/** The first and the last address that the range gives out, taken or not. */
export function boundsOf(
  reader: Reader,
  range: string,
): Promise<{ readonly first: number; readonly last: number } | undefined> {
  return reader.first(rangeByKey, { key: range });
}

/** How many addresses are left; undefined where there is no such range. */
export async function freeCount(reader: Reader, range: string): Promise<number | undefined> {
  return (await reader.first(rangeByKey, { key: range }))?.free;
}

/** How many addresses are left of each range that exists. Up to 1,024 keys. */
export async function freeCounts(
  reader: Reader,
  ranges: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  if (ranges.length === 0) return new Map();
  const rows = await reader.all(freeByKeys, { keys: ranges });
  return new Map(rows.map(({ key, free }) => [key, free]));
}

/** Removes a range of which nothing is taken; false, with nothing changed, where something is. */
export async function deleteRange(tx: Tx, range: string): Promise<boolean> {
  if ((await tx.run(deleteUntakenRange, { key: range })) !== 1) return false;
  await forgetLists(tx, range);
  return true;
}

/**
 * Replaces a range by one of other bounds, or makes it. `taken` are addresses in use, inside or
 * outside of the new bounds.
 */
export async function replaceRange(
  tx: Tx,
  next: NewRange,
  taken: readonly number[],
): Promise<void> {
  const { key, first, last } = next;
  await tx.run(deleteRangeRow, { key });
  await forgetLists(tx, key);
  const inside = taken.filter((address) => address >= first && address <= last);
  const free = last - first + 1 - inside.length;
  await tx.insert('address_ranges', [{ key, first, last, cursor: first, free }]);
  await tx.insert(
    'advance_addresses',
    inside.map((address) => ({ range: key, address })),
  );
}

async function forgetLists(tx: Tx, range: string): Promise<void> {
  await tx.run(deleteAllAdvance, { range });
  await tx.run(deleteAllReleased, { range });
}

async function rowOf(tx: Tx, range: string) {
  const row = await tx.first(rangeByKey, { key: range });
  if (row === undefined) throw wrongBooks(range);
  return row;
}

function expectOne(rows: number, range: string): void {
  if (rows !== 1) throw wrongBooks(range);
}

function wrongBooks(range: string, address?: number): Error {
  const about = address === undefined ? '' : `, address ${address}`;
  return new Error(`The books of the address range ${range} are wrong${about}.`);
}
