import type { Key } from '#kernel/key.ts';
import type { Reader } from '#store/store.ts';
import type { ReadScope } from '../scope.ts';
import type { DedicatedHost } from './dedicated-host.ts';
import { dedicatedHostOf } from './dedicated-host.ts';
import { hostsByKeys, hostsIn, instancesOnHosts } from './table.ts';

/** An instance on a dedicated host. */
export interface Hosted {
  readonly key: Key<'instance'>;
  readonly type: string;
  readonly state: string;
}

type Hosts = ReadonlyArray<Pick<DedicatedHost, 'key' | 'account' | 'region'>>;

/** The instances on hosts of one account in one region, by the host's key. */
export async function instancesOn(
  reader: Reader,
  hosts: Hosts,
): Promise<ReadonlyMap<string, readonly Hosted[]>> {
  const [first] = hosts;
  if (first === undefined) return new Map();
  const keys = hosts.map(({ key }) => key);
  const { account, region } = first;
  const rows = await reader.all(instancesOnHosts, { account, region, keys });
  // One that failed to launch is on no host.
  return Map.groupBy(rows, (row) => row.dedicated_host ?? '');
}

/** Hosts by their keys: of those that instances are on, for their names. */
export async function hostsNamed(
  reader: Reader,
  keys: ReadonlyArray<Key<'dedicated-host'> | null>,
): Promise<ReadonlyMap<string, DedicatedHost>> {
  const named = [...new Set(keys)].filter((key) => key !== null);
  if (named.length === 0) return new Map();
  const rows = await reader.all(hostsByKeys, { keys: named });
  return new Map(rows.map((row) => [row.key, dedicatedHostOf(row)]));
}

/** The hosts of the account in a region that are in a cluster, by its key. */
export async function hostsByCluster(
  { db, account }: Pick<ReadScope, 'db' | 'account'>,
  region: string,
): Promise<ReadonlyMap<string, readonly DedicatedHost[]>> {
  const rows = await db.all(hostsIn, { account, region });
  const clustered = rows.filter(({ cluster }) => cluster !== null).map(dedicatedHostOf);
  return Map.groupBy(clustered, ({ cluster }) => cluster ?? '');
}

/** Which of the instances on a host are paid in advance. */
export async function prepaidInstancesOn(
  reader: Reader,
  { key, account, region }: DedicatedHost,
): Promise<readonly string[]> {
  const rows = await reader.all(instancesOnHosts, { account, region, keys: [key] });
  return rows.filter((row) => row.charge_type === 'prepaid').map((row) => row.key);
}
