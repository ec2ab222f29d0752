import type { Key } from '#kernel/key.ts';
import type { ReadScope } from '../scope.ts';
import { dedicatedHostOf, type DedicatedHost } from './dedicated-host.ts';
import { dedicatedHostFaults as faults } from './faults.ts';
import { ownHosts } from './table.ts';

type Where = Pick<ReadScope, 'db' | 'account'>;

/**
 * The hosts of the account in a region by their keys, in the order asked, each once.
 * @throws dedicated-host.notFound for the first that there is not
 */
export async function requireHosts(
  { db, account }: Where,
  keys: readonly string[],
  region: string,
): Promise<readonly DedicatedHost[]> {
  const asked: ReadonlyArray<Key<'dedicated-host'>> = [...new Set(keys)];
  const rows = asked.length === 0 ? [] : await db.all(ownHosts, { account, keys: asked });
  const found = new Map(rows.map((row) => [row.key as string, dedicatedHostOf(row)]));
  return asked.map((key) => {
    const host = found.get(key);
    if (host?.region === region) return host;
    throw faults.notFound({ 'dedicated-host': key });
  });
}

/** The one host that a request names. @throws dedicated-host.notFound */
export async function requireHost(
  where: Where,
  key: string,
  region: string,
): Promise<DedicatedHost> {
  const [host] = await requireHosts(where, [key], region);
  if (host !== undefined) return host;
  throw faults.notFound({ 'dedicated-host': key });
}

/** @throws dedicated-host.notPrepaid, dedicated-host.initializing for what is not renewed */
export function requireRenewable({ key, prepaid, state }: DedicatedHost): void {
  if (prepaid === null) throw faults.notPrepaid({ 'dedicated-host': key });
  if (state === 'creating') throw faults.initializing({ 'dedicated-host': key });
}
