import type { Clock } from '#kernel/clock.ts';
import { isAccessKeyId, openAccessKey } from '#resources/account/access-keys.ts';
import type { Sealer } from '#resources/account/sealer.ts';
import type { Store } from '#store/store.ts';
import type { KeyHolder } from '#wire/pipeline.ts';

export interface KeyringOptions {
  readonly store: Store;
  readonly sealer: Sealer;
  readonly wall: Clock;
  readonly keysMax?: number;
}

/** Access keys by id, opened once and kept for a moment: every request asks for one. */
export interface Keyring {
  find(id: string): Promise<KeyHolder | undefined>;
  /** Forgets what is kept: keys were changed here. */
  forget(): void;
}

const KEYS_MAX = 4_096;
/** How long another process's change may go unnoticed while no news come from it. */
const KEPT_MS = 2_000;

interface Kept {
  readonly holder: Promise<KeyHolder>;
  readonly until: number;
}

/** Keeps each key that is found for two seconds, at most `keysMax` of them. */
export function createKeyring(options: KeyringOptions): Keyring {
  const { store, sealer, wall, keysMax = KEYS_MAX } = options;
  const kept = new Map<string, Kept>();
  let generation = 0;
  const look = async (id: string): Promise<KeyHolder | undefined> => {
    const began = generation;
    const holder = await store.read((reader) => openAccessKey(reader, sealer, id));
    // Ids that nobody has are not kept: anybody can make them up.
    if (holder === undefined || !holder.active) return undefined;
    if (began !== generation) return holder;
    kept.delete(id);
    kept.set(id, { holder: Promise.resolve(holder), until: wall.steady() + KEPT_MS });
    const oldest = kept.size > keysMax ? kept.keys().next() : undefined;
    if (oldest !== undefined && oldest.done !== true) kept.delete(oldest.value);
    return holder;
  };
  return {
    find(id) {
      const found = kept.get(id);
      if (found !== undefined && wall.steady() < found.until) return found.holder;
      if (!isAccessKeyId(id)) return Promise.resolve(undefined);
      return look(id);
    },
    forget() {
      generation += 1;
      kept.clear();
    },
  };
}
