import type { ConsoleMachine } from '#drivers/console.ts';
import type { Tx } from '#store/store.ts';
import { blobsOf } from '../blob/blobs.ts';
import type { Cloud } from '../cloud.ts';
import { instancesOfKeys } from '../instance/by-keys.ts';
import { legalFrom } from '../instance/states.ts';
import { consoleMachineOf, MINUTE_MS, tokenPurpose, USES_A_MINUTE_MAX } from './console.ts';
import { deleteExpired, sessionOfToken, useSession, usesSince } from './table.ts';

/** What an address has opened. */
export interface EnteredConsole {
  readonly machine: ConsoleMachine;
  /** The password that is to be given first, sealed; undefined where none is asked for. */
  readonly sealedPassword: string | undefined;
}

/**
 * Uses an address up, and answers what it opens: `unknown` where there is no such address, it was
 * used or has expired, or its instance does not run any more; `too-often` where too many of the
 * instance were used in the minute before.
 */
export async function enterConsole(
  tx: Tx,
  cloud: Pick<Cloud, 'sealer' | 'catalogue'>,
  { token: given, now }: { readonly token: string; readonly now: number },
): Promise<EnteredConsole | 'unknown' | 'too-often'> {
  const token = cloud.sealer.fingerprint(given, tokenPurpose);
  if ((await tx.run(useSession, { token, now })) !== 1) return 'unknown';
  const session = await tx.first(sessionOfToken, { token });
  if (session === undefined) return 'unknown';
  const { instance: key, asks_password: asksPassword } = session;
  const uses = await tx.first(usesSince, { instance: key, since: now - MINUTE_MS });
  if (Number(uses?.count ?? 0) > USES_A_MINUTE_MAX) return 'too-often';
  const instance = (await instancesOfKeys(tx, [key])).get(key);
  if (instance === undefined || !legalFrom.console.includes(instance.state)) return 'unknown';
  const passwords = await blobsOf(tx, 'console-password', asksPassword === 1 ? [key] : []);
  return {
    machine: consoleMachineOf(cloud.catalogue, instance),
    sealedPassword: passwords.get(key),
  };
}

/** Forgets up to `most` addresses that are of no more use; answers how many. */
export function expireConsoles(tx: Tx, now: number, most: number): Promise<number> {
  return tx.run(deleteExpired, { before: now - MINUTE_MS, most });
}
