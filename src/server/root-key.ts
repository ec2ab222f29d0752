import type { Clock } from '#kernel/clock.ts';
import type { Log } from '#kernel/log.ts';
import type { Random } from '#kernel/random.ts';
import {
  checkKeyPair,
  createAccessKey,
  deleteAccessKey,
  type KeyPair,
  newKeyPair,
  openAccessKey,
  resetSecret,
} from '#resources/account/access-keys.ts';
import { AccountRefusal } from '#resources/account/account-refusal.ts';
import { ensureRootAccount, rootAccount } from '#resources/account/accounts.ts';
import type { Sealer } from '#resources/account/sealer.ts';
import type { Reader, Store, Tx } from '#store/store.ts';
import { readMeta, writeMeta } from './meta.ts';

const ROOT_KEY_NAME = 'root-access-key';

export interface RootKeyOptions {
  readonly store: Store;
  readonly sealer: Sealer;
  readonly random: Random;
  readonly wall: Clock;
  /** What the environment fixes: it wins at every start. */
  readonly fixed: KeyPair | undefined;
  /** Told where a pair that works is taken out of use. */
  readonly log: Log;
}

export interface RootKey extends KeyPair {
  /** Made just now: nobody has seen it yet. */
  readonly isNew: boolean;
}

/**
 * The first account and its root key pair: the one that the environment fixes, else the one there
 * is, else a new one. A pair that another one replaces stops working. @throws AccountRefusal where
 * the fixed one is somebody else's, or no pair at all.
 */
export async function ensureRootKey(options: RootKeyOptions): Promise<RootKey> {
  const { store, sealer, random, wall, fixed, log } = options;
  if (fixed !== undefined) checkKeyPair(fixed);
  const kept = await store.read((reader) => keptPair(reader, sealer));
  if (kept !== undefined && fits(kept, fixed)) return { ...pairOf(kept), isNew: false };
  const made = { pair: fixed ?? newKeyPair(random), now: wall.now() };
  let replaced: string | undefined;
  const rootKey = await store.write(async (tx) => {
    // Another process that starts on the same store may have been faster.
    const faster = await keptPair(tx, sealer);
    if (faster !== undefined && fits(faster, fixed)) return { ...pairOf(faster), isNew: false };
    await replacePair(tx, sealer, { ...made, kept: faster });
    replaced = faster?.active === true ? faster.id : undefined;
    return { ...made.pair, isNew: fixed === undefined };
  });
  if (replaced !== undefined) {
    log.warn(
      { replaced, by: rootKey.id },
      'Another root key pair takes the place of the one in use, which is refused from now on: ' +
        'give all processes of the cloud, and its clients, the same one.',
    );
  }
  return rootKey;
}

async function replacePair(
  tx: Tx,
  sealer: Sealer,
  { pair, now, kept }: { pair: KeyPair; now: number; kept: KeptPair | undefined },
): Promise<void> {
  await ensureRootAccount(tx, now);
  if (kept !== undefined && kept.id !== pair.id) await deleteAccessKey(tx, kept.id);
  const taken = await openAccessKey(tx, sealer, pair.id);
  if (taken === undefined) {
    const owner = { account: rootAccount, principal: rootAccount };
    await createAccessKey(tx, sealer, { pair, ...owner, now });
  } else if (taken.principal === rootAccount) {
    await resetSecret(tx, sealer, pair);
  } else {
    throw new AccountRefusal(
      `YUNTAI_ACCESS_KEY_ID is ${pair.id}, which is a key of ${taken.principal}: give another.`,
    );
  }
  await writeMeta(tx, ROOT_KEY_NAME, pair.id);
}

interface KeptPair extends KeyPair {
  readonly active: boolean;
}

/** The root pair of the start before; a disabled one stays disabled. */
async function keptPair(reader: Reader, sealer: Sealer): Promise<KeptPair | undefined> {
  const id = await readMeta(reader, ROOT_KEY_NAME);
  const opened = id === undefined ? undefined : await openAccessKey(reader, sealer, id);
  if (id === undefined || opened === undefined) return undefined;
  return { id, secret: opened.secret, active: opened.active };
}

/** What the environment fixes also works: it is enabled again if it was disabled. */
function fits(kept: KeptPair, fixed: KeyPair | undefined): boolean {
  if (fixed === undefined) return true;
  return kept.id === fixed.id && kept.secret === fixed.secret && kept.active;
}

function pairOf({ id, secret }: KeyPair): KeyPair {
  return { id, secret };
}
