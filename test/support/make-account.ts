import { seededRandom } from '#kernel/random.ts';
import { createAccessKey, type KeyPair, newKeyPair } from '#resources/account/access-keys.ts';
import { createAccount } from '#resources/account/accounts.ts';
import type { Running } from '#server/boot.ts';

const START = Date.UTC(2026, 0, 2, 3, 4, 5);

/** A further account with a key of its own. */
export async function makeAccount(
  { store, cloud: { sealer } }: Pick<Running, 'store' | 'cloud'>,
  name: string,
): Promise<{ readonly account: string; readonly key: KeyPair }> {
  const random = seededRandom(name);
  const key = newKeyPair(random);
  const account = await store.write(async (tx) => {
    const made = await createAccount(tx, { name, random, now: START });
    const told = { pair: key, account: made, principal: made, now: START };
    await createAccessKey(tx, sealer, told);
    return made;
  });
  return { account, key };
}
