import type { Scope } from '#resources/scope.ts';
import type { Tx } from '#store/store.ts';
import {
  boundsOf,
  createRange,
  replaceRange,
  returnAddresses,
  takeAddresses,
} from '../address/range.ts';
import { normaliseCidr, usableRange } from '../subnet/cidr.ts';
import { heldBetween } from './table.ts';

/**
 * One range serves every region, so that no address is ever in two of them, and a region that
 * needs many finds them. No subnet's key is so short.
 */
const RANGE = 'public';

/** Takes so many public addresses. Undefined, with nothing taken, where fewer are free. */
export async function takePublicAddresses(
  { db, cloud }: Pick<Scope, 'db' | 'cloud'>,
  count: number,
): Promise<readonly number[] | undefined> {
  if (count === 0) return [];
  await ensureRange(db, cloud.configuration.publicCidr);
  return takeAddresses(db, RANGE, count);
}

/** Gives public addresses back, which no row holds any more. */
export async function returnPublicAddresses(tx: Tx, addresses: readonly number[]): Promise<void> {
  // An address of an earlier configuration is in no range any more.
  const range = await boundsOf(tx, RANGE);
  const inside = addresses.filter(
    (address) => range !== undefined && address >= range.first && address <= range.last,
  );
  await returnAddresses(tx, RANGE, inside);
}

/** Makes the range, or makes it anew where the operator has configured another block. */
async function ensureRange(tx: Tx, cidr: string): Promise<void> {
  const block = normaliseCidr(cidr);
  const usable =
    block === undefined ? undefined : usableRange(block, { reservedFirst: 1, reservedLast: 1 });
  if (usable === undefined) {
    throw new Error(`publicCidr is ${cidr}; give a block of addresses such as 100.64.0.0/10.`);
  }
  const { first, last } = usable;
  const row = await boundsOf(tx, RANGE);
  if (row?.first === first && row.last === last) return;
  if (row === undefined && (await createRange(tx, { key: RANGE, first, last }))) return;
  const held = await tx.all(heldBetween, { first, last });
  await replaceRange(
    tx,
    { key: RANGE, first, last },
    held.map(({ address }) => address),
  );
}
