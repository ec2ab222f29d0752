import type { Scope } from '#resources/scope.ts';
import { normaliseCidr, usableRange } from '#resources/subnet/cidr.ts';
import type { Tx } from '#store/store.ts';
import { createRange, replaceRange, returnAddresses, takeAddresses } from './range.ts';
import { deletePublicAddresses, publicIn, rangeByKey } from './table.ts';

/** What a public address is given to. */
export interface AddressHolder {
  /** `instance` and its like. */
  readonly kind: string;
  readonly key: string;
}

/**
 * One range serves every region, so that no address is ever in two of them, and a region that
 * needs many finds them. No subnet's key is so short.
 */
const RANGE = 'public';
const HOLDERS_PER_STATEMENT = 500;

/**
 * Takes a public address for each holder, in their order. Undefined, with nothing taken, where
 * fewer are free.
 */
export async function takePublicAddresses(
  { db, cloud }: Pick<Scope, 'db' | 'cloud'>,
  holders: readonly AddressHolder[],
): Promise<readonly number[] | undefined> {
  if (holders.length === 0) return [];
  await ensureRange(db, cloud.configuration.publicCidr);
  const addresses = await takeAddresses(db, RANGE, holders.length);
  if (addresses === undefined) return undefined;
  const rows = holders.flatMap(({ kind, key }, index) => {
    const address = addresses[index];
    return address === undefined ? [] : [{ address, range: RANGE, holder_kind: kind, holder: key }];
  });
  await db.insert('public_addresses', rows);
  return addresses;
}

/** Gives public addresses back. @throws Error where one was not taken: the books are wrong. */
export async function returnPublicAddresses(
  { db }: Pick<Scope, 'db'>,
  addresses: readonly number[],
): Promise<void> {
  if (addresses.length === 0) return;
  for (let at = 0; at < addresses.length; at += HOLDERS_PER_STATEMENT) {
    const part = addresses.slice(at, at + HOLDERS_PER_STATEMENT);
    if ((await db.run(deletePublicAddresses, { addresses: part })) === part.length) continue;
    throw new Error(`Public addresses are given back that nobody held: ${part.join(', ')}.`);
  }
  // An address of an earlier configuration is in no range any more.
  const range = await db.first(rangeByKey, { key: RANGE });
  const inside = addresses.filter(
    (address) => range !== undefined && address >= range.first && address <= range.last,
  );
  await returnAddresses(db, RANGE, inside);
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
  const row = await tx.first(rangeByKey, { key: RANGE });
  if (row?.first === first && row.last === last) return;
  if (row === undefined && (await createRange(tx, { key: RANGE, first, last }))) return;
  const held = await tx.all(publicIn, { first, last });
  await replaceRange(
    tx,
    { key: RANGE, first, last },
    held.map(({ address }) => address),
  );
}
