import type { Reader, Store } from '#store/store.ts';
import { blobsOf } from '../blob/blobs.ts';
import { disksOf } from '../disk/disk.ts';
import type { InstanceDisk } from '../disk/disk.ts';
import { keyPairsOf } from '../key-pair/links.ts';
import type { LinkedKeyPair } from '../key-pair/links.ts';
import { machineRows } from './table.ts';

/** Rows of instances, newest first, and what belongs to their machines, by the instance's key. */
interface Found {
  readonly rows: Awaited<ReturnType<typeof rowsOf>>;
  readonly disks: ReadonlyMap<string, readonly InstanceDisk[]>;
  readonly keyPairs: ReadonlyMap<string, readonly LinkedKeyPair[]>;
  readonly userData: ReadonlyMap<string, string>;
}

interface Gathering {
  readonly keys: Set<string>;
  readonly found: Promise<Found>;
}

/** A statement takes so many keys. */
const KEYS_MAX = 1_024;

const gatherings = new WeakMap<Store, Gathering>();

/**
 * Reads instances for a workflow, at least those of up to 1,024 `keys`. Workflows that are claimed
 * together ask in one turn, and one read of eight instances costs a third of eight reads.
 */
export function loadTogether(store: Store, keys: readonly string[]): Promise<Found> {
  const open = gatherings.get(store);
  if (open !== undefined && open.keys.size + keys.length <= KEYS_MAX) {
    for (const key of keys) open.keys.add(key);
    return open.found;
  }
  const gathered = new Set(keys);
  const found = Promise.resolve().then(() => {
    if (gatherings.get(store)?.keys === gathered) gatherings.delete(store);
    return store.read((reader) => find(reader, [...gathered]));
  });
  gatherings.set(store, { keys: gathered, found });
  return found;
}

const rowsOf = (reader: Reader, keys: readonly string[]) => reader.all(machineRows, { keys });

async function find(reader: Reader, keys: readonly string[]): Promise<Found> {
  return {
    rows: await rowsOf(reader, keys),
    disks: await disksOf(reader, keys),
    keyPairs: await keyPairsOf(reader, keys),
    userData: await blobsOf(reader, 'user-data', keys),
  };
}
